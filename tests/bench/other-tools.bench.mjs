/**
 * Beside other tools: the same series fitted here and by PyMC-Marketing and Meridian, in the same run. Prints CPU seconds
 * of the fit, and what each says channels caused; beside the truth where it is known.
 *
 * A tool is tried where its Python is named and the data are there; else a line says how:
 *   python3 -m venv /tmp/pymc && /tmp/pymc/bin/pip install -r tests/bench/other-tools/requirements-pymc.txt
 *   python3 -m venv /tmp/meridian && /tmp/meridian/bin/pip install -r tests/bench/other-tools/requirements-meridian.txt
 *   CAUSEWAY_PYMC=/tmp/pymc/bin/python CAUSEWAY_MERIDIAN=/tmp/meridian/bin/python npm run bench:other-tools
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { fitOrders } from '../../dist/decisions/fit/fit.js'
import { simulateWorld, worldData } from '../../dist/evaluation/worlds/index.js'
import { fitSeriesFile, seriesChannels } from '../../dist/index.js'
import { readSeries } from '../../dist/series/read.js'

const mmm = resolve(process.env.CAUSEWAY_MMM_DIR ?? join('..', 'shared', 'mmm'))
const { CAUSEWAY_PYMC, CAUSEWAY_MERIDIAN } = process.env
const dir = mkdtempSync(join(tmpdir(), 'causeway-other-tools-'))
const scriptOf = (name) => fileURLToPath(new URL(`other-tools/${name}`, import.meta.url))

/** How PyMC-Marketing's example was made: decay over 8 weeks, logistic saturation, effect. */
const MADE = { x1: [0.4, 4, 3000], x2: [0.2, 3, 2000] }

/** A simulated market of two years of days, its truth known. */
const market = simulatedMarket()

const trials = [
  {
    name: 'days',
    tool: 'PyMC-Marketing',
    python: CAUSEWAY_PYMC,
    variable: 'CAUSEWAY_PYMC',
    script: scriptOf('pymc_marketing_fit.py'),
    csv: market.csv,
    task: {
      date: 'date',
      outcome: 'orders',
      grain: 'day',
      channels: market.channels.map((id) => `${id}_spend`),
      controls: market.events,
      harmonics: 3,
      memory: 28,
      tune: 400,
      draws: 300,
    },
    idOf: (column) => column.replace('_spend', ''),
    truth: () => market.caused,
  },
  {
    name: 'weeks',
    tool: 'PyMC-Marketing',
    python: CAUSEWAY_PYMC,
    variable: 'CAUSEWAY_PYMC',
    script: scriptOf('pymc_marketing_fit.py'),
    csv: join(mmm, 'mmm_example.csv'),
    task: {
      date: 'date_week',
      outcome: 'y',
      grain: 'week',
      channels: ['x1', 'x2'],
      controls: ['event_1', 'event_2'],
      harmonics: 2,
      memory: 8,
      tune: 400,
      draws: 300,
    },
    idOf: (column) => column,
    truth: exampleTruth,
  },
  {
    name: 'national',
    tool: 'Meridian',
    python: CAUSEWAY_MERIDIAN,
    variable: 'CAUSEWAY_MERIDIAN',
    script: scriptOf('meridian_fit.py'),
    csv: join(mmm, 'national_media.csv'),
    task: {
      date: 'time',
      outcome: 'conversions',
      worth: 'revenue_per_conversion',
      channels: ['Channel0', 'Channel1', 'Channel2', 'Channel3'],
      controls: ['competitor_activity_score_control', 'sentiment_score_control'],
      memory: 8,
      knots: 20,
      tune: 300,
      draws: 300,
    },
    idOf: (column) => column.toLowerCase(),
    truth: () => undefined,
  },
]

const [only] = process.argv.slice(2)
for (const trial of trials) if (only === undefined || trial.name === only) compare(trial)
rmSync(dir, { recursive: true })

function compare({ tool, python, variable, script, csv, task, idOf, truth }) {
  if (!existsSync(csv))
    return console.log(`${tool}: SKIPPED, ${csv} is absent (CAUSEWAY_MMM_DIR names another place)`)
  const ours = oursOf(csv)
  const theirs =
    python && existsSync(python) ? theirsOf(python, script, { ...task, csv }) : undefined
  if (theirs === undefined)
    console.log(`${tool}: SKIPPED, name its Python in ${variable}; see the head of this file`)
  const known = truth(csv)
  console.log(`\n${csv}`)
  console.table(
    task.channels.map((column) => ({
      channel: column,
      ...(known && { truth: Math.round(known[column]) }),
      causeway: shown(ours.channels.find(({ channel }) => channel === idOf(column)).caused),
      ...(theirs && { [tool]: shown(theirs.channels.find((one) => one.column === column)) }),
    })),
  )
  const columnOf = ({ channel }) => task.channels.find((column) => idOf(column) === channel)
  const ranges = ours.channels.map(({ channel, caused }) => ({ channel, ...caused }))
  const error = known ? `; ${errorOf(ranges, columnOf, known)}` : ''
  console.log(
    `causeway: ${ours.firstCpu.toFixed(2)} s of CPU in a new process, ${ours.cpu.toFixed(2)} s after that${error}`,
  )
  if (theirs === undefined) return
  if (known) console.log(`${tool}: ${errorOf(theirs.channels, ({ column }) => column, known)}`)
  const { version, cpu, rHat, divergences } = theirs
  const chains = `R-hat at most ${rHat.toFixed(3)}${divergences === undefined ? '' : `, ${divergences} divergences`}`
  console.log(
    `${tool} ${version}: ${cpu.toFixed(1)} s of CPU, ${times(cpu, ours)} times ours; ${chains}`,
  )
}

/** Budgets switched on and off, seed 50,000, as a flat file with its events; clicks are kept from both. */
function simulatedMarket() {
  const world = simulateWorld(50_000, 'flights')
  const { firstDay, orders, channels, calendar } = worldData(world)
  const events = calendar.slice(-5).map(({ name }) => `event_${name}`)
  const head = ['date', 'orders', ...channels.map(({ id }) => `${id}_spend`), ...events]
  const lines = Array.from(orders, (count, t) =>
    [
      new Date((firstDay + t) * 86_400_000).toISOString().slice(0, 10),
      count,
      ...channels.map(({ spend }) => spend[t] / 100),
      ...calendar.slice(-5).map(({ values }) => values[t]),
    ].join(','),
  )
  const csv = join(dir, 'market.csv')
  writeFileSync(csv, [head.join(','), ...lines].join('\n'))
  const caused = world.caused.map((daily) => daily.reduce((a, b) => a + b, 0))
  return {
    csv,
    events,
    channels: channels.map(({ id }) => id),
    caused: Object.fromEntries(channels.map(({ id }, c) => [`${id}_spend`, caused[c]])),
  }
}

/** Fitted twice: the first fit of a process is compiled as it runs, as theirs is, and the second is not. */
function oursOf(csv) {
  const { data } = readSeries(csv, {}, [])
  const cpu = [cpuOf(() => fitOrders(data)), cpuOf(() => fitOrders(data))]
  return { cpu: cpu[1], firstCpu: cpu[0], channels: seriesChannels(fitSeriesFile(csv)) }
}

function cpuOf(work) {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}

function theirsOf(python, script, task) {
  const path = join(dir, 'task.json')
  writeFileSync(path, JSON.stringify(task))
  const { status, stdout, stderr } = spawnSync(python, [script, path], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  if (status !== 0) throw new Error(`${script} failed:\n${stderr.slice(-2000)}`)
  return JSON.parse(stdout.slice(stdout.lastIndexOf('\n{') + 1))
}

/** How far channels are from the truth, as a share of it, and how many ranges hold theirs. */
function errorOf(channels, columnOf, known) {
  const all = Object.values(known).reduce((a, b) => a + b)
  const off = channels.map((one) => Math.abs(one.mean - known[columnOf(one)]))
  const held = channels.filter(
    (one) => one.low <= known[columnOf(one)] && known[columnOf(one)] <= one.high,
  )
  return `channel error ${(off.reduce((a, b) => a + b) / all).toFixed(3)}, ${held.length} of ${channels.length} in their 90% range`
}

function times(cpu, { firstCpu, cpu: laterCpu }) {
  return `${(cpu / firstCpu).toFixed(0)} to ${(cpu / laterCpu).toFixed(0)}`
}

function exampleTruth(csv) {
  const [head, ...lines] = readFileSync(csv, 'utf8').trim().split(/\r?\n/)
  const at = (column) => head.split(',').indexOf(column)
  return Object.fromEntries(
    Object.entries(MADE).map(([column, [decay, rate, most]]) => {
      const spend = lines.map((line) => Number(line.split(',')[at(column)]))
      const weights = Array.from({ length: 8 }, (_, k) => decay ** k)
      const total = weights.reduce((a, b) => a + b)
      const exposure = spend.map((_, t) =>
        weights.reduce((sum, weight, k) => sum + (weight / total) * (spend[t - k] ?? 0), 0),
      )
      return [column, exposure.reduce((sum, x) => sum + most * Math.tanh((rate * x) / 2), 0)]
    }),
  )
}

function shown({ low, mean, high }) {
  const short = (value) =>
    value >= 1e6 ? `${(value / 1e6).toFixed(0)}M` : `${(value / 1e3).toFixed(1)}K`
  return `${short(mean)} (${short(low)} to ${short(high)})`
}
