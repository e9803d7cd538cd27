import { InputError } from '../../errors.js'
import { dateOf } from '../../time/calendar.js'
import { responseColumns } from '../columns.js'
import type { ChannelSeries, DecisionData, LiftTest } from '../data.js'
import type { Moments } from './gibbs.js'
import type { ChannelGrid } from './response.js'

/** A lift test as one row of the likelihood: lift ~ N(row[k] * b, standard error). */
export interface LiftRow {
  readonly test: LiftTest
  /** Index of the channel. */
  readonly channel: number
  /** By grid point: orders lost within the window per unit of b. */
  readonly row: Float64Array
}

/** First and last period of a test. */
export interface Window {
  readonly first: number
  /** One past the last period. */
  readonly end: number
}

const LEAST_DAYS = 7

/**
 * The rows of a data set's lift tests: what each grid point says the window would have lost. Memory
 * and waits from before the window stay; what comes after it no test sees.
 *
 * @throws InputError on a test that can't be one, naming its row and the remedy
 */
export function liftRows(data: DecisionData, grids: readonly ChannelGrid[]): LiftRow[] {
  return data.liftTests.map((test, i) => {
    const channel = data.channels.findIndex(({ id }) => id === test.channel)
    const window = checkTest(test, i, channel, data)
    const row = rowOf(data.channels[channel]!, grids[channel]!, test.spendFactor, window)
    if (row.some((lost) => lost !== 0)) return { test, channel, row }
    throw refusal(
      i,
      `${test.channel} spent nothing in its window, so it can't show a lift`,
      'Remove it.',
    )
  })
}

function rowOf(
  channel: ChannelSeries,
  { points, columns }: ChannelGrid,
  factor: number,
  { first, end }: Window,
): Float64Array {
  const spend = Float64Array.from(channel.spend)
  for (let t = first; t < end; t++) spend[t]! *= factor
  return Float64Array.from(responseColumns(channel, points, spend), (without, k) => {
    let lost = 0
    for (let t = first; t < end; t++) lost += columns[k]![t]! - without[t]!
    return lost
  })
}

/** The moments with every test's row added. */
export function withLiftRows({ offsets, gram, m }: Moments, rows: readonly LiftRow[]): Moments {
  const sum = { offsets, gram: Float64Array.from(gram), m: Float64Array.from(m) }
  const count = offsets.at(-1)!
  for (const { test, channel, row } of rows) {
    const first = offsets[channel]!
    const weight = 1 / (test.standardError * test.standardError)
    for (let k = 0; k < row.length; k++) {
      sum.m[first + k]! += row[k]! * test.liftOrders * weight
      sum.gram[(first + k) * (count + 1)]! += row[k]! * row[k]! * weight
    }
  }
  return sum
}

function checkTest(test: LiftTest, i: number, channel: number, data: DecisionData): Window {
  const { firstDay, lastDay, spendFactor, standardError, liftOrders } = test
  if (channel < 0) {
    const allowed = data.channels.map(({ id }) => id).join(', ')
    throw refusal(i, `channel ${test.channel} is unknown`, `Allowed: ${allowed}.`)
  }
  if (!(spendFactor >= 0 && spendFactor !== 1 && Number.isFinite(spendFactor))) {
    throw refusal(
      i,
      `spend_factor ${spendFactor} changes nothing or is no factor`,
      'Allowed: numbers >= 0 other than 1; 0 for a holdout.',
    )
  }
  if (!(standardError > 0 && Number.isFinite(standardError))) {
    throw refusal(
      i,
      `standard_error ${standardError} is out of range`,
      'Allowed: a number > 0, in orders of the whole market.',
    )
  }
  if (!Number.isFinite(liftOrders)) {
    throw refusal(
      i,
      `lift_orders ${liftOrders} is no number`,
      'State the orders that the test found.',
    )
  }
  return checkWindow(firstDay, lastDay, i, data)
}

/** The periods of a test that was checked. */
export function windowOf({ firstDay, lastDay }: LiftTest, data: DecisionData): Window {
  return checkWindow(firstDay, lastDay, 0, data)
}

function checkWindow(firstDay: number, lastDay: number, i: number, data: DecisionData): Window {
  if (!Number.isInteger(firstDay) || !Number.isInteger(lastDay)) {
    throw refusal(i, 'its window has no first or no last day', 'State both as days.')
  }
  const days = data.grain === 'day' ? 1 : 7
  const end = data.firstDay + data.orders.length * days
  const span = `${dateOf(firstDay)} to ${dateOf(lastDay)}`
  if (!(firstDay >= data.firstDay && lastDay < end)) {
    const horizon = `${dateOf(data.firstDay)} to ${dateOf(end - 1)}`
    throw refusal(i, `${span} is outside the horizon`, `Allowed: days within ${horizon}.`)
  }
  if (!(lastDay - firstDay + 1 >= LEAST_DAYS)) {
    throw refusal(
      i,
      `${span} is shorter than ${LEAST_DAYS} days`,
      'A window needs a whole week: weekdays differ.',
    )
  }
  const [first, last] = [(firstDay - data.firstDay) / days, (lastDay + 1 - data.firstDay) / days]
  if (Number.isInteger(first) && Number.isInteger(last)) return { first, end: last }
  throw refusal(
    i,
    `${span} cuts a week of a weekly series`,
    `Weeks begin on the weekday of ${dateOf(data.firstDay)}; state whole weeks.`,
  )
}

function refusal(i: number, came: string, remedy: string): InputError {
  return new InputError(`lift tests, row ${i + 1}: ${came}. ${remedy}`)
}
