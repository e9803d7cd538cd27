import { spawnSync } from 'node:child_process'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type * as causeway from '../../src/index.js'
import type * as judgment from '../../src/judgment/index.js'
import { blocksOf, Copy, readSteps } from './how-to.js'

const kernelSteps = readSteps('docs/how-to/add-a-kernel.md')
const methodSteps = readSteps('docs/how-to/add-a-method.md')
const lawSteps = readSteps('docs/how-to/add-a-law.md')
const filesOf = (steps: typeof kernelSteps) => new Set(steps.map(({ file }) => file)).size

/** One copy with a kernel, a method and a law of its own, run with them and a channel of its own. */
const copy = new Copy([...kernelSteps, ...methodSteps, ...lawSteps])
let library: typeof causeway
let workbench: causeway.Workbench
const cents = async (sql: string) => (await workbench.rows<{ cents: number }>(sql))[0]!.cents

beforeAll(async () => {
  const [kernel] = blocksOf('docs/how-to/add-a-kernel.md', 'yaml')
  const [channel] = blocksOf('docs/how-to/add-a-channel.md', 'yaml')
  copy.run(merged(kernel!, channel!))
  library = await copy.load<typeof causeway>('index.js')
  workbench = library.openWorkbench({ workbench: copy.workbench })
}, 240_000)
afterAll(async () => {
  await workbench.close()
  rmSync(copy.dir, { recursive: true })
})

/** Two YAML texts that begin with the same two keys as one. */
function merged(one: string, other: string): string {
  const shared = 'market:\n  channels:\n'
  return `${shared}${one.replace(shared, '')}\n${other.replace(shared, '')}\n`
}

describe('a kernel added by the how-to', () => {
  it('touches three source files', () => {
    expect(filesOf(kernelSteps)).toBe(3)
  })

  it('releases the money of a day over five days alike', async () => {
    const days = await workbench.rows<{ parts: number; unlike: number }>(
      `select count(*) as parts, max(cost_cents) - min(cost_cents) as unlike
       from market.spend_release where channel = 'email_marketing'
       group by spend_date having sum(cost_cents) >= 5`,
    )
    expect(days.length).toBeGreaterThan(400)
    expect(new Set(days.map(({ parts }) => parts))).toEqual(new Set([5]))
    expect(Math.max(...days.map(({ unlike }) => unlike))).toBeLessThanOrEqual(1)
  })
})

describe('a channel added by the how-to', () => {
  it('touches no source file', () => {
    expect(readSteps('docs/how-to/add-a-channel.md')).toEqual([])
  })

  it('spends, wins orders and stands in the verdict of channels', async () => {
    expect(
      await cents(`select spend_cents as cents from finance.channel_verdict
      where channel = 'tiktok_ads'`),
    ).toBeGreaterThan(0)
    expect(
      await cents(`select max(age_days) as cents from attribution.bridge_order_clicks
      where channel = 'tiktok_ads'`),
    ).toBe(4)
  })
})

describe('a method added by the how-to', () => {
  it('touches one source file', () => {
    expect(filesOf(methodSteps)).toBe(1)
  })

  it('stands in the comparison and credits every order once', async () => {
    const { credits, methods } = await library.compareAttribution(workbench)
    const orders = (method: string) =>
      credits
        .filter((credit) => credit.method === method)
        .reduce((total, credit) => total + credit.orders, 0)
    expect(methods.map(({ method }) => method)).toContain('first_touch')
    expect(orders('first_touch')).toBe(orders('inventory'))
    const first = (method: string) => credits.filter((credit) => credit.method === method)
    expect(first('first_touch')).not.toEqual(first('last_touch'))
  })
})

describe('a law added by the how-to', () => {
  const id = 'attribution.direct_orders_are_free'

  it('touches one source file', () => {
    expect(filesOf(lawSteps)).toBe(1)
  })

  it('holds in the run, beside every other', async () => {
    const laws = await workbench.rows<{ law_id: string; severity: string }>(
      `select law_id, severity from judgment.laws where law_id = '${id}' or severity = 'critical'`,
    )
    expect(laws).toEqual([{ law_id: id, severity: 'none' }])
  })

  it('catches its fault', async () => {
    const { laws, runLaws } = await copy.load<typeof judgment>('judgment/index.js')
    const db = await library.Database.create()
    for (const file of readdirSync(copy.workbench).filter((name) => name.endsWith('.duckdb'))) {
      const name = file.slice(0, file.indexOf('-'))
      await db.attach(name === 'attribution' ? 'published' : name, join(copy.workbench, file))
    }
    await db.exec(`attach ':memory:' as attribution; copy from database published to attribution`)
    const law = laws.find((other) => other.id === id)!
    const [victim] = await db.rows<{ order_id: string; cents: number }>(law.fault.victim)
    await db.exec(law.fault.breaks.replace(':order_id', `'${victim!.order_id}'`))
    const [finding] = await runLaws((sql) => db.all(sql), { only: [law] })
    expect(finding).toMatchObject({ amount_cents: victim!.cents, sample: victim!.order_id })
    await db.close()
  })
})

/** Runs lines of a page in a folder; `npx causeway` is this library's command. */
function shellIn(dir: string, script: string) {
  const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url))
  return spawnSync(
    'bash',
    ['-euc', `npx() { shift; '${process.execPath}' '${cli}' "$@"; }\n${script}`],
    { cwd: dir, encoding: 'utf8', env: { PATH: process.env.PATH } },
  )
}

describe('own data, as the how-to says', () => {
  it('runs every line in an empty folder', () => {
    const dir = mkdtempSync(join(tmpdir(), 'causeway-own-data-'))
    const shell = (script: string) => shellIn(dir, script)
    mkdirSync(join(dir, 'export'))
    expect(shell('npx causeway generate export --orders 300').stderr).not.toContain('Error')
    const lines = blocksOf('docs/how-to/use-your-own-data.md', 'sh').join('\n')
    const { status, stdout, stderr } = shell(lines)
    expect({ status, stderr: status === 0 ? '' : stderr }).toEqual({ status: 0, stderr: '' })
    expect(stdout).toMatch(/The business (made|lost)/)
    expect(stdout).toContain('facebook_ads')
    const exported = join(dir, 'my-shop', 'tables', 'finance', 'channel_verdict.csv')
    expect(readFileSync(exported, 'utf8')).toContain('channel,')
    rmSync(dir, { recursive: true })
  }, 120_000)
})

describe('a series, as the how-to says', () => {
  const page = 'docs/how-to/fit-a-series.md'

  it('runs every line, its map and its code', () => {
    const dir = mkdtempSync(join(tmpdir(), 'causeway-series-'))
    const root = fileURLToPath(new URL('../..', import.meta.url))
    const write = (name: string, text: string) => writeFileSync(join(dir, name), `${text}\n`)
    cpSync(join(root, 'docs/how-to/series.csv'), join(dir, 'series.csv'))
    write('map.yaml', blocksOf(page, 'yaml')[0]!)
    write('lift_tests.csv', blocksOf(page, 'csv')[0]!)
    const library = pathToFileURL(join(root, 'dist', 'index.js')).href
    write('plans.mjs', blocksOf(page, 'ts')[0]!.replace("'causeway'", `'${library}'`))
    const script = `${blocksOf(page, 'sh').join('\n')}\n'${process.execPath}' plans.mjs`
    const { status, stdout, stderr } = shellIn(dir, script)
    expect({ status, stderr: status === 0 ? '' : stderr }).toEqual({ status: 0, stderr: '' })
    expect(stdout).toMatch(/\ntv +indicated/)
    expect(stdout).toMatch(/Worth of orders less spend/)
    expect(stdout).toMatch(/television indicated \{\s+low: /)
    const answer = JSON.parse(readFileSync(join(dir, 'fit.json'), 'utf8'))
    expect(answer.series.answersIn).toBe('money')
    rmSync(dir, { recursive: true })
  }, 120_000)
})
