import { execFile } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url))
let dir: string
let data: string
let workbench: string

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'causeway cli '))
  data = join(dir, 'data')
  workbench = join(dir, 'workbench')
  await causeway('generate', data, '--orders', '400', '--seed', '7')
})
afterAll(() => rmSync(dir, { recursive: true, force: true }))

interface Ended {
  code: number
  stdout: string
  stderr: string
}

function causeway(...args: string[]): Promise<Ended> {
  return new Promise((resolve) => {
    execFile(process.execPath, [cli, ...args], { maxBuffer: 1 << 26 }, (error, stdout, stderr) => {
      resolve({ code: error ? Number(error.code) : 0, stdout, stderr })
    })
  })
}

const run = (...args: string[]) =>
  causeway('run', '--data', data, '--workbench', workbench, ...args)

/** Expects a refusal with exit code 2 that leaves the published artifacts as they are. */
async function expectRefusal(ended: Promise<Ended>, ...words: string[]): Promise<void> {
  const pointer = join(workbench, 'workbench.json')
  const before = readFileSync(pointer, 'utf8')
  const { code, stderr } = await ended
  for (const word of words) expect(stderr).toContain(word)
  expect(code).toBe(2)
  expect(readFileSync(pointer, 'utf8')).toBe(before)
}

describe('causeway run', () => {
  it('runs all stages and accounts for every cent of the spend', async () => {
    const { code, stdout, stderr } = await run('--json')
    expect(stderr).toContain('finance')
    expect(code).toBe(0)
    const { stages, verdict, judgment } = JSON.parse(stdout)
    expect(stages.map(({ stage }: { stage: string }) => stage)).toEqual([
      'raw',
      'dwh',
      'market',
      'attribution',
      'finance',
      'judgment',
    ])
    const parts = ['acquisition_cost', 'decayed', 'expired', 'no_response', 'live', 'in_flight']
    const sum = parts.reduce((total, part) => total + verdict[`${part}_cents`], 0)
    expect(verdict.spend_cents).toBeGreaterThan(0)
    expect(sum).toBe(verdict.spend_cents)
    expect(verdict.contribution_after_marketing_cents).toBeTypeOf('number')
    expect(judgment).toEqual({
      critical: 0,
      warnings: expect.any(Number),
      consistent: true,
      evidence: 'simulated',
    })
  })

  it('reuses what is published and prints the verdict and the months', async () => {
    const reports = join(dir, 'reports')
    const { code, stdout, stderr } = await run('--out', reports)
    expect(code).toBe(0)
    expect(stderr.match(/reused/g)).toHaveLength(6)
    expect(stdout).toMatch(/The business (made|lost) R\$\d/)
    expect(stdout).toContain('Consistent: ')
    expect(readFileSync(join(reports, 'statement.html'), 'utf8')).toContain('<html')
  })

  it('tells what models and laws took, with a trace and a plan, within the memory it may use', async () => {
    const trace = join(dir, 'trace.json')
    const { code, stderr } = await causeway(
      ...['--memory', '1GB', '--threads', '1', 'run', '--data', data, '--fresh'],
      ...['--workbench', join(dir, 'profiled'), '--out', join(dir, 'reports')],
      ...['--profile', trace, '--plan', 'fct_orders'],
    )
    expect(code).toBe(0)
    expect(stderr).toMatch(/dwh +model +fct_orders +\d+\.\d+ +\d+\.\d+ +400 +0/)
    expect(stderr).toMatch(/judgment +law +finance\.verdict /)
    expect(stderr).toMatch(/400 .*SEQ_SCAN/)
    expect(stderr).toMatch(/peak memory \d+ MB/)
    const { traceEvents } = JSON.parse(readFileSync(trace, 'utf8'))
    const model = traceEvents.find(({ name }: { name: string }) => name === 'fct_orders')
    expect(model).toMatchObject({ ph: 'X', cat: 'dwh model', args: { rows: 400 } })
    await expectRefusal(causeway('--memory', 'much', 'runs'), "memory: got 'much'")
  })

  it('answers SQL over all artifacts and checks their laws', async () => {
    const query = 'select count(*) as orders from dwh.fct_orders'
    const { stdout } = await causeway('sql', query, '--workbench', workbench, '--format', 'csv')
    expect(stdout).toBe('orders\n400\n')
    const checked = await causeway('check', '--workbench', workbench, '--json')
    expect(checked.code).toBe(0)
    expect(JSON.parse(checked.stdout).consistent).toBe(true)
    const told = await causeway('check', '--workbench', workbench, '--all')
    expect(told.stdout).toContain('finance.verdict')
    expect((await causeway('check', '--workbench', workbench)).stdout).toMatch(
      /Laws that hold: raw 3 of 3, .*finance \d+ of \d+\./,
    )
    const wrong = await causeway('sql', 'selec 1', '--workbench', workbench)
    expect(wrong.code).toBe(2)
    expect(wrong.stderr).toContain('syntax error')
  })
})

describe('named runs', () => {
  const at = ['--workbench'] as const
  it('are made, listed, read and removed', async () => {
    expect((await run('--name', 'early', '--seed', '3', '--through', 'market')).code).toBe(0)
    const { stdout } = await causeway('runs', ...at, workbench)
    expect(stdout).toMatch(/^early .* none: through market +- +- +\d+$/m)
    expect(stdout).toMatch(/^main .* 42 .*R\$/m)
    const asked = 'select count(*) as n from finance.verdict'
    const early = await causeway('sql', asked, '--run', 'early', ...at, workbench)
    expect(early.code).toBe(2)
    expect(early.stderr).toContain('causeway run --name early')
    expect((await causeway('sql', asked, ...at, workbench)).code).toBe(0)
    expect((await causeway('check', '--run', 'early', ...at, workbench)).code).toBe(2)
    await run('--name', 'other', '--seed', '3')
    expect((await causeway('runs', ...at, workbench)).stdout).toMatch(/ yes +simulated +\d+$/m)
    const both = ['main', 'other', ...at, workbench]
    const compared = await causeway('compare', ...both, '--out', dir)
    const page = readFileSync(join(dir, 'compare-main-other.html'), 'utf8')
    expect(page).toContain('Operating result of other')
    expect(compared.stdout).toContain('compare-main-other.html')
    expect(compared.stdout).toMatch(/^The operating result of other is R\$/)
    expect(compared.stdout).toMatch(/^seed +42 +3$/m)
    const { verdict, lines } = JSON.parse((await causeway('compare', ...both, '--json')).stdout)
    const differences = lines.map((line: Record<string, number>) => line.difference_cents)
    const total = differences.reduce((a: number, b: number) => a + b, 0)
    expect(total).toBe(verdict[0].difference_cents)
    expect((await causeway('compare', 'main', 'nowhere', ...at, workbench)).code).toBe(2)
    expect((await causeway('runs', 'remove', 'early', ...at, workbench)).code).toBe(0)
    const gone = await causeway('runs', 'remove', 'early', ...at, workbench)
    expect(gone.code).toBe(2)
    expect(gone.stderr).toContain('main')
  })
})

describe('causeway fit', () => {
  it('goes on with the files and the settings of the published run', async () => {
    await run('--name', 'fitted', '--seed', '9')
    const { code, stderr } = await causeway('fit', '--name', 'fitted', '--workbench', workbench)
    expect(stderr).toContain(
      'seed 9, preset default and no assumption changed, as run fitted was made.',
    )
    expect(stderr).toContain('spend of this run is assumed')
    expect(code).toBe(2)
    const runs = JSON.parse((await causeway('runs', '--json', '--workbench', workbench)).stdout)
    const fitted = runs.find(({ name }: { name: string }) => name === 'fitted')
    expect(fitted).toMatchObject({ data, seed: 9, through: 'decisions' })
    await causeway('runs', 'remove', 'fitted', '--workbench', workbench)
  }, 120_000)
})

describe('bad input ends with code 2, a remedy, and the last good state', () => {
  it('a folder that is not there', async () => {
    await expectRefusal(
      causeway('run', '--data', join(dir, 'nowhere'), '--workbench', workbench),
      join(dir, 'nowhere'),
      '--data',
    )
  })

  it('a missing file', async () => {
    const partial = join(dir, 'partial')
    cpSync(data, partial, { recursive: true })
    rmSync(join(partial, 'olist_orders_dataset.csv'))
    await expectRefusal(
      causeway('run', '--data', partial, '--workbench', workbench),
      'olist_orders_dataset.csv',
    )
  })

  it('a wrong header', async () => {
    const renamed = join(dir, 'renamed')
    cpSync(data, renamed, { recursive: true })
    const file = join(renamed, 'olist_sellers_dataset.csv')
    writeFileSync(file, readFileSync(file, 'utf8').replace('seller_state', 'seller_uf'))
    await expectRefusal(
      causeway('run', '--data', renamed, '--workbench', workbench),
      'olist_sellers_dataset.csv',
      'seller_state',
      'seller_uf',
    )
  })

  it('assumptions that cannot be read, or are out of range', async () => {
    const file = join(dir, 'mine.yaml')
    await expectRefusal(run('--assumptions', file), file, 'no such file')
    writeFileSync(file, 'market:\n  channels:\n    email_marketing:\n      ctr_bps: 35000\n')
    await expectRefusal(
      run('--assumptions', file),
      'market.channels.email_marketing.ctr_bps: got 35000, allowed 0..10000 (basis points). 3.5% is 350.',
    )
  })

  it('a flag or a command that is none', async () => {
    await expectRefusal(run('--seed', 'x'), '--seed')
    await expectRefusal(run('--through', 'moon'), 'moon', 'attribution')
    await expectRefusal(run('--colour'), '--colour')
    await expectRefusal(causeway('fly'), 'fly')
  })
})

it('--help is no error', async () => {
  const { code, stdout } = await causeway('--help')
  expect(code).toBe(0)
  expect(stdout).toContain('marketing money')
})
