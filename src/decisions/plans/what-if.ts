import { roundHalfAway } from '../../money/round.js'
import { wholeCents } from '../cents.js'
import { meanOf, quantile, type Range, shareAbove } from '../sure/quantiles.js'
import type { OrderValue } from '../value/order-value.js'
import { counterfactual } from './counterfactual.js'
import type { Responses } from './responses.js'

/** One channel's month under a plan, plan less history. */
export interface PlanRow {
  readonly channel: string
  /** YYYY-MM */
  readonly month: string
  /** What the plan spends, cents. */
  readonly spendCents: number
  readonly spendDifferenceCents: number
  readonly ordersDifference: number
  readonly contributionDifferenceCents: number
  readonly profitDifferenceCents: number
}

/** What a plan would change against history. Ranges are 5% to 95% over draws; money is whole cents. */
export interface WhatIf {
  readonly orders: Range
  readonly contributionCents: Range
  /** Plan less history, exact. */
  readonly spendDifferenceCents: number
  readonly profitCents: Range
  /** Share of draws in which the plan earns more than history. */
  readonly pBetter: number
  /** Mean orders after the horizon, not in the figures above. */
  readonly tailOrders: number
  /** One row a channel and month; their cents sum to the means above. */
  readonly rows: readonly PlanRow[]
  /** Profit difference by draw, cents, not rounded. */
  readonly profitDraws: Float64Array
}

/**
 * What another plan would have brought, against history. The mean contribution is rounded once and split over
 * channels and months by largest remainder; spend is exact; so every table of the plan sums to the same cent.
 *
 * @param spend by channel, a period each; whole cents, so that no cent is lost
 * @throws InputError on a plan of another shape or with negative spend
 */
export function whatIf(
  responses: Responses,
  spend: readonly Float64Array[],
  value: OrderValue,
): WhatIf {
  const { data } = responses.model
  const difference = counterfactual(responses, spend, value)
  const rows = planRows(responses, spend, value, difference)
  const total = (pick: (row: PlanRow) => number) => rows.reduce((sum, row) => sum + pick(row), 0)
  const spendDifferenceCents = total((row) => row.spendDifferenceCents)
  const contribution = overChannels(difference.contribution, data.channels.length)
  const profitDraws = contribution.map((cents) => cents - spendDifferenceCents)
  const contributionMean = total((row) => row.contributionDifferenceCents)
  const orders = overChannels(difference.orders, data.channels.length)
  return {
    orders: rangeWithMean(orders, meanOf(orders), (x) => x),
    contributionCents: rangeWithMean(contribution, contributionMean, roundHalfAway),
    spendDifferenceCents,
    profitCents: rangeWithMean(profitDraws, contributionMean - spendDifferenceCents, roundHalfAway),
    pBetter: shareAbove(profitDraws, 0),
    tailOrders: difference.tailOrders,
    rows,
    profitDraws,
  }
}

function planRows(
  { model }: Responses,
  spend: readonly Float64Array[],
  { months }: OrderValue,
  difference: { readonly meanOrders: Float64Array; readonly meanContribution: Float64Array },
): PlanRow[] {
  const { channels } = model.data
  const width = months.names.length
  const contribution = wholeCents(difference.meanContribution)
  const planned = wholeCents(spendByMonth(spend, months.ofPeriod, width))
  const before = channels.map((channel) => channel.spend)
  const spent = wholeCents(spendByMonth(before, months.ofPeriod, width))
  return channels.flatMap(({ id }, c) =>
    months.names.map((month, m) => {
      const i = c * width + m
      const spendDifferenceCents = planned[i]! - spent[i]!
      return {
        channel: id,
        month,
        spendCents: planned[i]!,
        spendDifferenceCents,
        ordersDifference: difference.meanOrders[i]!,
        contributionDifferenceCents: contribution[i]!,
        profitDifferenceCents: contribution[i]! - spendDifferenceCents,
      }
    }),
  )
}

function spendByMonth(
  spend: readonly Float64Array[],
  monthOf: Int32Array,
  months: number,
): Float64Array {
  const sums = new Float64Array(spend.length * months)
  for (const [c, series] of spend.entries()) {
    for (let t = 0; t < series.length; t++) sums[c * months + monthOf[t]!]! += series[t]!
  }
  return sums
}

function overChannels(values: Float64Array, channels: number): Float64Array {
  const sums = new Float64Array(values.length / channels)
  for (let i = 0; i < values.length; i++) sums[Math.floor(i / channels)]! += values[i]!
  return sums
}

function rangeWithMean(draws: Float64Array, mean: number, round: (value: number) => number): Range {
  const sorted = Float64Array.from(draws).sort()
  return { low: round(quantile(sorted, 0.05)), mean, high: round(quantile(sorted, 0.95)) }
}
