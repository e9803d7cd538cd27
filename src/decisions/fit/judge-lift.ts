import type { LiftTest, Posterior } from '../data.js'
import type { LiftRow } from './lift.js'
import { type Interval, summarise } from './summary.js'

/** A lift test beside what the fit says without any test. */
export interface JudgedLiftTest {
  readonly test: LiftTest
  readonly predicted: Interval
  /** Whether both lie within 3 standard deviations of each other. */
  readonly agrees: boolean
}

const MOST_SDS = 3

/** @param withoutTests draws of the posterior before the tests; asked for only where there are any */
export function judgeLiftTests(
  rows: readonly LiftRow[],
  withoutTests: () => Posterior,
): JudgedLiftTest[] {
  if (rows.length === 0) return []
  const posterior = withoutTests()
  return rows.map(({ test, channel, row }) => {
    const predicted = summarise(predictions(row, channel, posterior))
    const apart = Math.abs(test.liftOrders - predicted.mean)
    const agrees = apart <= MOST_SDS * Math.hypot(predicted.sd, test.standardError)
    return { test, predicted, agrees }
  })
}

/** What every draw expects the test to find. */
export function predictions(row: Float64Array, channel: number, posterior: Posterior) {
  const count = posterior.channels.length
  return Float64Array.from({ length: posterior.draws }, (_, draw) => {
    const at = draw * count + channel
    return row[posterior.gridPoint[at]!]! * posterior.incremental[at]!
  })
}
