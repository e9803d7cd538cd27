import { responseColumn } from '../column.js'
import type { DecisionData, GridPoint, LiftTest, Posterior } from '../data.js'
import { type LiftRow, windowOf } from './lift.js'
import { type Interval, summarise } from './summary.js'

/** A lift test beside what the fit says without any test. */
export interface JudgedLiftTest {
  readonly test: LiftTest
  readonly predicted: Interval
  /** The mean of the same by the full counterfactual: every draw's orders with and without, over the window. */
  readonly counterfactual: number
  /** Whether both lie within 3 standard deviations of each other. */
  readonly agrees: boolean
}

const MOST_SDS = 3

/** @param withoutTests draws of the posterior before the tests; asked for only where there are any */
export function judgeLiftTests(
  rows: readonly LiftRow[],
  model: { readonly data: DecisionData; readonly grids: readonly (readonly GridPoint[])[] },
  withoutTests: () => Posterior,
): JudgedLiftTest[] {
  if (rows.length === 0) return []
  const posterior = withoutTests()
  return rows.map(({ test, channel, row }) => {
    const predicted = summarise(predictions(row, channel, posterior))
    const apart = Math.abs(test.liftOrders - predicted.mean)
    const agrees = apart <= MOST_SDS * Math.hypot(predicted.sd, test.standardError)
    const counterfactual = counterfactualLift(test, channel, { ...model, posterior })
    return { test, predicted, counterfactual, agrees }
  })
}

/**
 * What the window would have lost, period by period and draw by draw: orders that the channel causes under its own
 * plan less those under the plan of the test. Shares nothing with {@link LiftRow} but the response itself.
 */
function counterfactualLift(
  test: LiftTest,
  channel: number,
  {
    data,
    grids,
    posterior,
  }: { data: DecisionData; grids: readonly (readonly GridPoint[])[]; posterior: Posterior },
): number {
  const series = data.channels[channel]!
  const { first, end } = windowOf(test, data)
  const planned = series.spend.map((spent, t) =>
    t >= first && t < end ? spent * test.spendFactor : spent,
  )
  const count = posterior.channels.length
  const weight = new Float64Array(grids[channel]!.length)
  for (let draw = 0; draw < posterior.draws; draw++) {
    const at = draw * count + channel
    weight[posterior.gridPoint[at]!]! += posterior.incremental[at]! / posterior.draws
  }
  let lost = 0
  for (const [k, point] of grids[channel]!.entries()) {
    if (weight[k] === 0) continue
    const was = responseColumn(series, point)
    const would = responseColumn(series, point, planned)
    for (let t = first; t < end; t++) lost += weight[k]! * (was[t]! - would[t]!)
  }
  return lost
}

/** What every draw expects the test to find. */
function predictions(row: Float64Array, channel: number, posterior: Posterior) {
  const count = posterior.channels.length
  return Float64Array.from({ length: posterior.draws }, (_, draw) => {
    const at = draw * count + channel
    return row[posterior.gridPoint[at]!]! * posterior.incremental[at]!
  })
}
