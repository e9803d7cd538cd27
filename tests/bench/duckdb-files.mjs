// What the engine alone takes for the files of a folder, as text: `reading` counts their rows, `loading`
// makes one database of them. Usage: node duckdb-files.mjs reading|loading DATA DATABASE
import { readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'

const [what, data, path] = process.argv.slice(2)
const instance = await DuckDBInstance.create(what === 'loading' ? path : ':memory:')
const connection = await instance.connect()
for (const name of readdirSync(data).filter((file) => file.endsWith('.csv'))) {
  const rows = 'from read_csv(?, all_varchar = true)'
  const table = `"${basename(name, '.csv')}"`
  const sql =
    what === 'loading' ? `create table ${table} as select * ${rows}` : `select count(*) ${rows}`
  await connection.run(sql, [join(data, name)])
}
if (what === 'loading') await connection.run('checkpoint')
connection.closeSync()
instance.closeSync()
