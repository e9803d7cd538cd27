// The attribution against its bars, on the compiled library: `npm run build` first. Each case runs in
// a process of its own, so that its peak memory is its own. With an argument: that case only.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Assumptions } from '../../dist/assumptions/index.js'
import { attributionStage } from '../../dist/attribution/index.js'
import { runInventory } from '../../dist/attribution/inventory.js'
import { Database } from '../../dist/engine/index.js'
import { openWorkbench } from '../../dist/workbench/index.js'
import { timed } from './timed.mjs'

const olist = process.env.CAUSEWAY_OLIST_DIR ?? join('..', 'shared', 'olist')

/** On a busy machine, time of the processor tells more than the clock. */
function report(what, { seconds, cpu_seconds }, barSeconds, barMb) {
  const mb = Math.round(process.resourceUsage().maxRSS / 1024)
  const memory = barMb ? `, peak ${mb} MB (bar ${barMb} MB)` : ''
  const cpu = cpu_seconds === undefined ? '' : `, ${cpu_seconds.toFixed(2)} s of processor`
  console.log(`${what}: ${seconds.toFixed(2)} s (bar ${barSeconds} s)${cpu}${memory}`)
}

/** The state machine alone: 800 days, 50 channels, a window of 60 days. */
async function kernel() {
  const [days, channels, windowDays] = [800, 50, 60]
  const falling = (at) => Int32Array.from({ length: windowDays }, (_, age) => at(age))
  const survival = Int32Array.of(...falling((age) => 1e6 * 2 ** (-age / 14)), 0)
  const rules = {
    channels: Array.from({ length: channels }, (_, c) => ({
      channel: `channel_${String(c).padStart(2, '0')}`,
      windowDays,
      clicksPerOrder: 5 + (c % 11),
      affinityBps: 10_000,
      survival,
      recency: falling((age) => 1e6 / (1 + age)),
    })),
    directDemandBps: 1500,
    choice: 'expected',
    consumption: 'recency_weighted',
    seed: 42,
  }
  const cells = Array.from({ length: days * channels }, (_, i) => i)
  const input = {
    firstDay: 17_000,
    orders: Array.from(
      { length: days },
      (_, t) => 8000 + ((t * 37) % 900) * (t % 90 === 0 ? 9 : 1),
    ),
    clicks: cells.map((i) => 1500 + ((i * 131) % 700)),
    costCents: cells.map((i) => 60_000 + ((i * 97) % 9000)),
  }
  const { took } = await timed(() => runInventory(input, rules))
  report(`kernel, ${days} days x ${channels} channels x ${windowDays} days`, took, 2)
}

/** The stages before attribution, so that the next process builds attribution alone. */
async function prepare(dir) {
  await openWorkbench({ data: olist, workbench: dir }).run({ through: 'market' })
}

async function olistStage(dir) {
  const { stages } = await openWorkbench({ data: olist, workbench: dir }).run({
    through: 'attribution',
  })
  report('Olist, the whole stage', { seconds: stages.at(-1).seconds }, 1, 400)
}

/** Ten million orders over 800 days, 10 channels, a window of 30 days. */
async function large(dir) {
  const channels = Array.from({ length: 10 }, (_, c) => `channel_${c}`)
  const changes = Object.fromEntries(channels.map((channel) => [channel, { name: channel }]))
  const windows = Object.fromEntries(channels.map((channel) => [channel, { window_days: 30 }]))
  const assumptions = Assumptions.defaults().with({
    market: { channels: changes },
    attribution: { channels: windows },
  })
  const earlier = await Database.create(join(dir, 'dwh.duckdb'))
  await earlier.exec(`
    create table fct_orders as
      select md5(i::varchar) as order_id, date '2016-01-01' + (i % 800)::integer as purchase_date,
        i % 3 > 0 as is_new_customer
      from range(10000000) as orders(i)`)
  await earlier.close()
  const market = await Database.create(join(dir, 'market.duckdb'))
  await market.exec(`
    create table fct_marketing_daily as
      select 'channel_' || c as channel, date '2016-01-01' + d::integer as date,
        12000 + (d * 7 + c * 13) % 5000 as clicks, 400000 + d as released_cost_cents
      from range(800) as days(d), range(10) as channels(c)`)
  await market.close()
  const db = await Database.create(join(dir, 'attribution.duckdb'), { memoryLimit: '3GB' })
  await db.attach('dwh', join(dir, 'dwh.duckdb'))
  await db.attach('market', join(dir, 'market.duckdb'))
  const inputs = { dataDir: dir, allowRejects: false }
  const { took } = await timed(async () => {
    await attributionStage.build({ db, assumptions, seed: 42, inputs, progress: () => {} })
    await db.checkpoint()
  })
  await db.close()
  report('10 million orders, 800 days x 10 channels x 30 days', took, 60, 4096)
}

const cases = { kernel, prepare, olist: olistStage, large }
const [name, dir] = process.argv.slice(2)

if (dir) await cases[name](dir)
else {
  const folder = mkdtempSync(join(tmpdir(), 'causeway-bench-'))
  const chosen = name ? [name] : ['kernel', ...(existsSync(olist) ? ['olist'] : []), 'large']
  for (const one of chosen.flatMap((c) => (c === 'olist' ? ['prepare', 'olist'] : [c]))) {
    const script = fileURLToPath(import.meta.url)
    spawnSync(process.execPath, [script, one, folder], { stdio: 'inherit' })
  }
  rmSync(folder, { recursive: true, force: true })
}
