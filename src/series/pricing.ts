import { marginalContribution } from '../decisions/optimum/table.js'
import type { Responses } from '../decisions/plans/responses.js'
import { monthsOf } from '../decisions/value/months.js'
import { flatValue, type OrderValue, orderValue } from '../decisions/value/order-value.js'
import { sum } from '../numbers.js'
import type { FlatSeries } from './read.js'

/** In what the answers of a series are told. */
export interface Pricing {
  /** Minor units that one unit of the outcome weighs, by month. */
  readonly value: OrderValue
  /**
   * - `money`: what an outcome is worth is known; answers are money, less spend
   * - `outcome`: it is not; answers are units of the outcome, and a unit of spend weighs what the last
   *   unit of today's total brought
   */
  readonly unit: 'money' | 'outcome'
  /** Units of the outcome that a unit of spend weighs; where the outcome's worth is unknown. */
  readonly outcomePerSpend?: number
  /** An amount of minor units in the unit of the answers. */
  readonly inUnit: (minor: number) => number
}

/** Prices outcomes by what they are worth; or spend by what its last unit brought. */
export function pricingOf(series: FlatSeries, responses: Responses): Pricing {
  const { data, minorUnits, worth } = series
  const months = monthsOf(data)
  if (worth === undefined) return byLastUnit(series, responses)
  const contributionCents = new Float64Array(months.names.length)
  const orders = new Float64Array(months.names.length)
  for (const [t, count] of data.orders.entries()) {
    contributionCents[months.ofPeriod[t]!]! += count * worth[t]! * minorUnits
    orders[months.ofPeriod[t]!]! += count
  }
  const value = orderValue(months, { contributionCents, orders })
  return { value, unit: 'money', inUnit: (minor) => minor / minorUnits }
}

function byLastUnit({ data, minorUnits }: FlatSeries, responses: Responses): Pricing {
  const months = monthsOf(data)
  const spent = sum(data.channels.map(({ spend }) => sum(spend)))
  const lastUnit = sum(marginalContribution(responses, flatValue(months, 1))) / spent
  const minorPerOutcome = 1 / lastUnit
  return {
    value: flatValue(months, minorPerOutcome),
    unit: 'outcome',
    outcomePerSpend: lastUnit * minorUnits,
    inUnit: (minor) => minor / minorPerOutcome,
  }
}
