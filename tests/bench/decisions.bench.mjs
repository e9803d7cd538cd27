// The fit and what is asked of it against their bars, on the compiled library: `npm run build` first. A simulated market
// of 6 channels and 730 days; the verdict's range on the bundled sample. Each is timed when its code is warm, as in a
// kernel. --json: for the one report of `npm run bench`.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fitOrders, refit } from '../../dist/decisions/fit/fit.js'
import { findOptimum } from '../../dist/decisions/optimum/optimum.js'
import { prepareResponses } from '../../dist/decisions/plans/responses.js'
import { whatIf } from '../../dist/decisions/plans/what-if.js'
import { rankExperiments } from '../../dist/decisions/sure/experiment.js'
import { monthsOf } from '../../dist/decisions/value/months.js'
import { flatValue } from '../../dist/decisions/value/order-value.js'
import { runLiftTest, simulateWorld, worldData } from '../../dist/evaluation/worlds/index.js'
import { openWorkbench } from '../../dist/index.js'
import { timed } from './timed.mjs'

const CHANNELS = 6
const bars = {
  'fit of 6 channels and 730 days': 1.5,
  'fit with one more lift test': 0.3,
  'fit under another prior': 0.3,
  'first what-if': 1,
  'what-if after the first': 0.1,
  optimum: 1,
  experiments: 10,
  '1,000 draws of the verdict': 20,
}

/** The first market of so many channels whose budgets vary by themselves. */
function marketOf(channels) {
  for (let seed = 1; ; seed++) {
    const world = simulateWorld(seed, 'varied')
    if (world.truth.channels.length === channels) return world
  }
}

const world = marketOf(CHANNELS)
const data = worldData(world)
const spend = data.channels.map((channel) => channel.spend)
const halved = spend.map((cents, c) => (c === 0 ? cents.map((x) => x / 2) : cents))
const value = flatValue(monthsOf(data), world.truth.contributionCents)

/** Every question once: the second time its code is compiled, and nothing that it may keep is there. */
async function askAll() {
  const fit = await timed(() => fitOrders(data))
  const test = runLiftTest(world, 0)
  const tested = await timed(() => refit(fit.result, { liftTests: [test] }))
  const neutral = await timed(() => refit(fit.result, { prior: 'neutral' }))
  const responses = prepareResponses(fit.result)
  const first = await timed(() => whatIf(responses, halved, value))
  const later = await timed(() => whatIf(responses, halved, value))
  const optimum = await timed(() => findOptimum(responses, value))
  const { status } = fit.result.trust
  const { chance } = fit.result
  const experiments = await timed(() => rankExperiments(responses, value, { status, chance }))
  return [fit, tested, neutral, first, later, optimum, experiments].map(({ took }) => took)
}

async function drawVerdict() {
  const folder = mkdtempSync(join(tmpdir(), 'causeway-bench-'))
  const workbench = openWorkbench({ workbench: folder })
  try {
    await workbench.run()
    return (await timed(() => workbench.verdictRanges(1000))).took
  } finally {
    await workbench.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

await askAll()
const all = [...(await askAll()), await drawVerdict()]
const measurements = Object.fromEntries(Object.keys(bars).map((name, i) => [name, all[i]]))
if (process.argv.includes('--json')) process.stdout.write(JSON.stringify(measurements))
else {
  for (const [name, { seconds, cpu_seconds }] of Object.entries(measurements)) {
    console.log(
      `${name}: ${seconds.toFixed(2)} s (bar ${bars[name]} s), ${cpu_seconds.toFixed(2)} s of processor`,
    )
  }
}
