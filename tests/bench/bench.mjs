// Speed and memory of the whole model, on the compiled library (`npm run build` first), as ratios to what
// the engine alone takes to load the same files. Writes reports/bench/bench.md and bench.json.
//   node tests/bench/bench.mjs [--times 1,10,100] [--check] [--baseline] [--engine spark]
// --times: how many times Olist, each beside the first generated; --check: fails where a ratio is over 30%
// worse than in tests/bench/baseline.json; --baseline: writes that file; --engine spark: what the tables cost on a
// Spark that is started here, see spark.bench.mjs. Beside it dbt-duckdb on the same models, where CAUSEWAY_DBT
// names the Python of a venv with tests/bench/dbt/requirements.txt.
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { dbtMeasured } from './dbt/dbt.mjs'
import { measured } from './measure.mjs'
import { ratiosOf, read, regressions, table, write } from './report.mjs'

const OLIST_ORDERS = 99_441
const here = (path) => fileURLToPath(new URL(path, import.meta.url))
const cli = here('../../dist/cli.js')
const { values: flags } = parseArgs({
  options: {
    times: { type: 'string', default: '1' },
    check: { type: 'boolean', default: false },
    baseline: { type: 'boolean', default: false },
    engine: { type: 'string' },
  },
})
const olist = process.env.CAUSEWAY_OLIST_DIR ?? here('../../data/olist')
const folder = mkdtempSync(join(tmpdir(), 'causeway-bench-'))

/** The files of so many times Olist: its own where they are there, else generated ones. */
function dataOf(times) {
  if (times === 1 && existsSync(olist)) return olist
  const data = join(folder, `data-${times}`)
  measured(cli, 'generate', data, '--orders', String(times * OLIST_ORDERS))
  return data
}

async function measure(data, workbench) {
  const alone = (what) => measured(here('duckdb-files.mjs'), what, data, join(workbench, 'alone'))
  const places = ['--data', data, '--workbench', workbench, '--out', join(workbench, 'reports')]
  const run = (...more) => measured(cli, 'run', ...places, '--json', ...more)
  const loading = alone('loading')
  const whole = run('--fresh')
  const stages = JSON.parse(whole.stdout).stages.map(({ stage, seconds }) => [stage, seconds])
  const dbt = await dbtMeasured(data, workbench)
  console.log(stages.map(([stage, seconds]) => `${stage} ${seconds.toFixed(2)} s`).join(', '))
  return {
    'loading alone': loading,
    'reading alone': alone('reading'),
    'the whole model': whole,
    'the whole model again, all reused': run(),
    ...JSON.parse(measured(here('what-if.mjs'), data, workbench).stdout),
    ...JSON.parse(measured(here('decisions.bench.mjs'), '--json').stdout),
    'files and warehouse': run('--fresh', '--through', 'dwh'),
    ...(dbt && { 'files and warehouse by dbt-duckdb, unchecked': dbt }),
    'causeway --help': measured(cli, '--help'),
    'import of the library': measured(
      '--input-type=module',
      '--eval',
      `await import('${new URL('../../dist/index.js', import.meta.url)}')`,
    ),
  }
}

const reportPath = here('../../reports/bench')
const last = read(join(reportPath, 'bench.json'))
const baselinePath = here('baseline.json')
const reports = {}
const texts = []
const allTimes = flags.times.split(',').map(Number)
try {
  if (flags.engine === 'spark') {
    const { benchSpark } = await import('./spark.bench.mjs')
    const sizes = allTimes.map((times) => ({
      orders: times * OLIST_ORDERS,
      data: () => dataOf(times),
    }))
    await benchSpark(sizes, cli, reportPath)
  }
  for (const times of flags.engine ? [] : allTimes) {
    const workbench = mkdtempSync(join(folder, 'workbench-'))
    const title = `${times} times Olist`
    const measurements = await measure(dataOf(times), workbench)
    reports[title] = { ratios: ratiosOf(measurements), measurements: withoutText(measurements) }
    texts.push(table(title, measurements, last[title]?.ratios))
    rmSync(workbench, { recursive: true, force: true })
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
if (!flags.engine) {
  console.log(texts.join('\n'))
  write(reportPath, texts.join('\n'), reports)
}
const first = reports['1 times Olist']?.ratios
if (flags.baseline && first) writeFileSync(baselinePath, `${JSON.stringify(first, null, 2)}\n`)
if (flags.check && first) {
  const worse = regressions(first, read(baselinePath))
  for (const line of worse) console.error(line)
  if (worse.length > 0) process.exitCode = 1
}

function withoutText(measurements) {
  const entries = Object.entries(measurements)
  return Object.fromEntries(entries.map(([name, { stdout: _, ...numbers }]) => [name, numbers]))
}
