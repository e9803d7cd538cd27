import { roundHalfAway } from '../../money/round.js'
import { sum } from '../../numbers.js'
import { wholeCents } from '../cents.js'
import type { Responses } from '../plans/responses.js'
import { meanOf, type Range, rangeOf, shareAbove } from '../sure/quantiles.js'
import { causalWaste } from './bridge.js'
import { causedOrders } from './caused.js'
import type { OrderValue } from './order-value.js'

/** What one channel caused and what it was worth. Ranges are 5% to 95%; money is whole cents. */
export interface ChannelValue {
  readonly channel: string
  readonly spendCents: number
  readonly orders: Range
  readonly contributionCents: Range
  readonly profitCents: Range
  /** Probability that the orders it caused bring more than it cost. */
  readonly pPays: number
  /** Spend beyond the contribution it caused, >= 0. Not the ledger's waste: that counts clicks, this counts cause. */
  readonly causalWasteCents: number
}

/**
 * Every channel's incremental orders, contribution and profit in history. The means are rounded together, so they
 * are those of the profit bridge.
 */
export function channelValues(responses: Responses, value: OrderValue): ChannelValue[] {
  const { data, posterior } = responses.model
  const count = data.channels.length
  const caused = causedOrders(responses, value)
  const ofChannel = (values: Float64Array, c: number) =>
    new Float64Array(posterior.draws).map((_, d) => values[d * count + c]!)
  const contributions = data.channels.map((_, c) => ofChannel(caused.contribution, c))
  const means = wholeCents(contributions.map(meanOf))
  const spent = wholeCents(data.channels.map(({ spend }) => sum(spend)))
  return data.channels.map(({ id }, c) => {
    const spendCents = spent[c]!
    const profits = contributions[c]!.map((cents) => cents - spendCents)
    const inCents = (draws: Float64Array, mean: number): Range => {
      const { low, high } = rangeOf(draws)
      return { low: roundHalfAway(low), mean, high: roundHalfAway(high) }
    }
    return {
      channel: id,
      spendCents,
      orders: rangeOf(ofChannel(caused.orders, c)),
      contributionCents: inCents(contributions[c]!, means[c]!),
      profitCents: inCents(profits, means[c]! - spendCents),
      pPays: shareAbove(profits, 0),
      causalWasteCents: causalWaste({ channel: id, spendCents, contributionCents: means[c]! }),
    }
  })
}
