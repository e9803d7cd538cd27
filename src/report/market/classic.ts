import { InputError } from '../../errors.js'
import { expectMarket } from '../../market/engine/simulate.js'
import type { MarketSource } from '../../market/market-source.js'
import { readMarket } from '../../market/read-market.js'
import { sum } from '../../numbers.js'
import { adstockClassic, clicksClassic } from './classic-model.js'

/** What one multiple of a channel's budget brings, by a curve that turns downward and by this one. */
export interface BudgetStep {
  /** Multiple of the planned budget. */
  readonly budget_factor: number
  readonly spend_cents: number
  readonly classic_clicks: number
  readonly our_clicks: number
  /** Clicks by those of the first factor; null where that brings none. */
  readonly classic_growth: number | null
  readonly our_growth: number | null
}

export interface BudgetLadderOptions {
  readonly channel: string
  /** Multiples of the planned budget. Default 1, 2, 3, 4, 6, 8. */
  readonly factors?: readonly number[]
}

const DEFAULT_FACTORS = [1, 2, 3, 4, 6, 8]

/**
 * Expected clicks of a channel for multiples of its budget, by a saturation that turns downward, which
 * simple models use, and by ours, which cannot. Same plan, prices, rates and capacity for both.
 *
 * @throws InputError on a channel that is not paid or not there
 */
export async function budgetLadder(
  source: MarketSource,
  { channel, factors = DEFAULT_FACTORS }: BudgetLadderOptions,
): Promise<BudgetStep[]> {
  const market = await readMarket(source)
  const paid = market.channels.filter(({ isPaid }) => isPaid)
  const model = paid.find(({ id }) => id === channel)
  if (!model) {
    const allowed = paid.map(({ id }) => id).join(', ')
    throw new InputError(`channel: got '${channel}', allowed ${allowed}.`)
  }
  const steps = factors.map((factor) => {
    const spend = Float64Array.from(market.spendCents[channel]!, (cents) =>
      Math.round(cents * factor),
    )
    const [ours] = expectMarket({ ...market, channels: [model], spendCents: { [channel]: spend } })
    const decay = model.kernel.kind === 'geometric' ? model.kernel.decay : 0
    const memory = adstockClassic(ours!.impressions, decay)
    const classic = clicksClassic(memory, model.clickRate, model.capacityImpressions)
    return {
      budget_factor: factor,
      spend_cents: sum(spend),
      classic_clicks: Math.round(sum(classic)),
      our_clicks: Math.round(sum(ours!.expectedClicks)),
    }
  })
  const [first] = steps
  const growth = (clicks: number, from: number) => (from > 0 ? clicks / from : null)
  return steps.map((step) => ({
    ...step,
    classic_growth: growth(step.classic_clicks, first!.classic_clicks),
    our_growth: growth(step.our_clicks, first!.our_clicks),
  }))
}
