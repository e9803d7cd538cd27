import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { DuckDBInstance } from '@duckdb/node-api'
import { models } from '../../../dist/dwh/stage.js'
import { writeProject } from './project.mjs'

const script = fileURLToPath(new URL('run.py', import.meta.url))
const python = process.env.CAUSEWAY_DBT

/**
 * Has dbt-duckdb load the same files and make the same models, without any check of them.
 *
 * @param workbench a folder with a published run over these files
 * @returns seconds, cpu_seconds and peak_mb; undefined where there is no dbt, which a line tells
 * @throws Error when a table of dbt's is not the library's, row for row
 */
export async function dbtMeasured(data, workbench) {
  if (!python || !existsSync(python)) {
    console.log(
      'dbt-duckdb: SKIPPED, name the Python of a venv with tests/bench/dbt/requirements.txt in CAUSEWAY_DBT',
    )
    return undefined
  }
  const folder = mkdtempSync(join(tmpdir(), 'causeway-dbt-'))
  try {
    const warehouse = join(
      workbench,
      readdirSync(workbench).find((file) => file.startsWith('dwh-')),
    )
    const database = writeProject(folder, data, warehouse)
    const { status, stdout, stderr } = spawnSync(python, [script, folder], { encoding: 'utf8' })
    if (status !== 0) throw new Error(`dbt: ${stdout}${stderr}`)
    await requireSame(database, warehouse)
    return JSON.parse(stdout)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function requireSame(database, warehouse) {
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  await connection.run(`attach '${database}' as theirs (read_only)`)
  await connection.run(`attach '${warehouse}' as ours (read_only)`)
  for (const { name } of models) {
    const [a, b] = [`from theirs.${name}`, `from ours.${name}`]
    const different = await connection.runAndReadAll(
      `select (select count(*) from (${a} except all ${b})) + (select count(*) from (${b} except all ${a}))`,
    )
    const [[rows]] = different.getRows()
    if (rows > 0) throw new Error(`${name}: ${rows} rows of dbt and of the warehouse differ`)
  }
  connection.closeSync()
  instance.closeSync()
}
