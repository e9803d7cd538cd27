// A changed assumption in a process that holds a run already, as a kernel does: until the verdict, and
// until the last law. Usage: node what-if.mjs DATA WORKBENCH; prints JSON.
import { openWorkbench } from '../../dist/index.js'
import { timed } from './timed.mjs'

const [data, folder] = process.argv.slice(2)
const changes = {
  finance: { 'finance.carrier_cost_bps': 12_345 },
  attribution: { 'attribution.direct_demand_bps': 2345 },
  market: { 'market.funnel_loss_bps': 1234 },
}
const base = openWorkbench({ data, workbench: folder })
await base.run()

const found = {}
for (const [stage, change] of Object.entries(changes)) {
  const scenario = base.assume(change)
  const verdict = await timed(() => scenario.quick())
  const whole = await timed(() => verdict.result.whole)
  const { took } = verdict
  found[`${stage} changed, until the verdict`] = took
  found[`${stage} changed, until the last law`] = {
    seconds: took.seconds + whole.took.seconds,
    cpu_seconds: took.cpu_seconds + whole.took.cpu_seconds,
  }
  await scenario.close()
}
await base.close()
process.stdout.write(JSON.stringify(found))
