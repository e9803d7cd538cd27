import { execFile, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url))
let dir: string
let workbench: string

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'causeway sql '))
  workbench = join(dir, 'workbench')
  const data = join(dir, 'data')
  await causeway(['generate', data, '--orders', '200', '--seed', '7'])
  await causeway(['run', '--data', data, '--workbench', workbench, '--out', join(dir, 'reports')])
})
afterAll(() => rmSync(dir, { recursive: true, force: true }))

interface Ended {
  code: number
  stdout: string
  stderr: string
}

function causeway(args: string[], input = '', env: NodeJS.ProcessEnv = {}): Promise<Ended> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [cli, ...args],
      { maxBuffer: 1 << 26, env: { ...process.env, ...env } },
      (error, stdout, stderr) => {
        resolve({ code: error ? Number(error.code) : 0, stdout, stderr })
      },
    )
    child.stdin!.end(input)
  })
}

const sql = (query: string[], input = '') =>
  causeway(['sql', ...query, '--workbench', workbench], input)

describe('causeway sql', () => {
  it.each([
    ['reads', "select * from read_csv('/etc/hosts')"],
    ['lists', "select * from glob('/*')"],
    ['writes', "copy (select 1) to '%/out.csv'"],
    ['attaches', "attach '%/other.duckdb'"],
    ['exports', "export database '%/exported'"],
    ['loads', 'load httpfs'],
    ['sets', 'set threads = 1'],
    ['opens itself', 'set enable_external_access = true'],
  ])('%s nothing outside the artifacts', async (_, query) => {
    const { code, stdout, stderr } = await sql([query.replace('%', dir)])
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(/Permission Error|configuration has been locked|Loading external/)
    for (const made of ['out.csv', 'other.duckdb', 'exported']) {
      expect(existsSync(join(dir, made))).toBe(false)
    }
  })

  it('changes no artifact', async () => {
    const { code, stderr } = await sql(['delete from dwh.fct_orders'])
    expect(code).toBe(2)
    expect(stderr).toContain('read-only')
  })

  it('takes one statement, from an argument, a file or standard input', async () => {
    const file = join(dir, 'question.sql')
    writeFileSync(file, 'select 1 + 1 as two')
    for (const asked of [
      sql(['select 1 + 1 as two', '--format', 'csv']),
      sql(['--file', file, '--format', 'csv']),
      sql(['--format', 'csv'], 'select 1 + 1 as two'),
      sql(['-', '--format', 'csv'], 'select 1 + 1 as two;'),
    ]) {
      expect(await asked).toEqual({ code: 0, stdout: 'two\n2\n', stderr: '' })
    }
    for (const [words, asked] of [
      ['2 statements', sql(['select 1; select 2'])],
      ['got nothing', sql([''])],
      ['got nothing', sql([' -- a comment'])],
      ['allowed one of them', sql(['select 1', '--file', file])],
      ['no such file', sql(['--file', join(dir, 'none.sql')])],
    ] as const) {
      const { code, stderr } = await asked
      expect(code).toBe(2)
      expect(stderr).toContain(words)
    }
  })

  it('writes days as days, moments as moments and great integers whole, in every format', async () => {
    const query = `select date '2017-11-24' as day, timestamp '2017-11-24 23:59:59' as moment,
      9007199254740993 as great, null as nothing, 'a, "b"' as words`
    expect(JSON.parse((await sql([query, '--format', 'json'])).stdout)).toEqual([
      {
        day: '2017-11-24',
        moment: '2017-11-24 23:59:59',
        great: '9007199254740993',
        nothing: null,
        words: 'a, "b"',
      },
    ])
    expect((await sql([query, '--format', 'csv'])).stdout).toBe(
      'day,moment,great,nothing,words\n2017-11-24,2017-11-24 23:59:59,9007199254740993,,"a, ""b"""\n',
    )
    expect((await sql([query])).stdout).toContain('2017-11-24  2017-11-24 23:59:59')
  })

  it('outlives a reader that has seen enough', async () => {
    const child = spawn(process.execPath, [
      cli,
      'sql',
      'select range from range(1000000)',
      '--workbench',
      workbench,
    ])
    let stderr = ''
    child.stderr.on('data', (chunk) => {
      stderr += chunk
    })
    child.stdout.once('data', () => child.stdout.destroy())
    const code = await new Promise((resolve) => child.on('close', resolve))
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  })
})

describe('causeway tables', () => {
  it('describes every table, and the columns of one', async () => {
    const { stdout } = await causeway(['tables'])
    expect(stdout).toMatch(/dwh\.fct_orders +order_id/)
    const columns = JSON.parse((await causeway(['tables', 'dwh.fct_orders', '--json'])).stdout)
    expect(columns[0]).toMatchObject({ column: 'order_id', type: 'VARCHAR', key: 'key' })
    const short = (await causeway(['tables', 'fct_orders', '--json'])).stdout
    expect(JSON.parse(short)).toEqual(columns)
    const { code, stderr } = await causeway(['tables', 'dwh.orders'])
    expect(code).toBe(2)
    expect(stderr).toContain('dwh.fct_orders')
  })
})

describe('the command', () => {
  it('says its version and completes itself', async () => {
    expect((await causeway(['--version'])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
    for (const shell of ['bash', 'zsh', 'fish']) {
      expect((await causeway(['completion', shell])).stdout).toContain('allow-rejects')
    }
    expect((await causeway(['completion', 'csh'])).stderr).toContain('bash, zsh, fish')
  })

  it('tests its folders before it works', async () => {
    const file = join(dir, 'a file')
    writeFileSync(file, '')
    for (const flag of ['--workbench', '--out']) {
      const { code, stderr } = await causeway(['run', flag, join(file, 'folder')])
      expect(code).toBe(2)
      expect(stderr).toContain('cannot be written to')
      expect(stderr).toContain(flag)
      expect(stderr).not.toContain('raw')
    }
  })

  it('colours only where colours are wanted, and shows a stack only when asked', async () => {
    const plain = await causeway(['sql', 'selec', '--workbench', workbench])
    expect(plain.stderr).not.toContain('\u001b[')
    expect(plain.stderr).not.toContain('    at ')
    const coloured = await causeway(['sql', 'selec', '--workbench', workbench], '', {
      FORCE_COLOR: '1',
      NO_COLOR: undefined,
    })
    expect(coloured.stderr).toContain('\u001b[31m')
    const stack = await causeway(['--debug', 'sql', 'selec', '--workbench', workbench])
    expect(stack.stderr).toContain('    at ')
  })
})
