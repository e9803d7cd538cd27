import { shareOf } from '../../money/round.js'
import type { ChannelModel } from '../channel.js'
import type { Demand } from '../demand.js'
import type { Observed, SpendBasis } from '../engine/simulate.js'
import type { MarketSource } from '../market-source.js'
import type { Season } from '../season/season.js'
import { spendPlace } from './observed-spend.js'
import { type PlacedSpend, type PlanFrame, placeSpend, withoutGaps } from './place-spend.js'
import { planPlace, rowsOf } from './plan-rows.js'
import { flatSpend, percentOfGmvSpend } from './plan-rules.js'
import type { PlanInForce } from './spend-file.js'
import { trailingSums } from './trailing.js'

/** What a plan may need to know of the market. */
export interface PlanContext {
  readonly demand: Demand
  readonly channels: readonly ChannelModel[]
  readonly season: Season
  readonly trailingDays: number
  readonly inForce: PlanInForce
}

/** What says how money is spent, where no file does. */
type PlanSource = Pick<MarketSource, 'assumptions' | 'spendPlan'>

/** Spend by channel and day, and what was observed of the market. */
export interface Plan {
  /** Where spend comes from: a file, a person, or the model. */
  readonly spendBasis: SpendBasis
  readonly spendCents: Readonly<Record<string, Float64Array>>
  readonly observed: Readonly<Record<string, Observed>>
}

/**
 * The spend plan in force: the one given by hand, else the file's, else the one that is assumed.
 *
 * @throws InputError on a plan or a file that cannot be used
 */
export function readPlan(source: PlanSource, context: PlanContext): Plan {
  const { kind, file } = context.inForce
  if (source.spendPlan) {
    const placed = placeSpend(rowsOf(source.spendPlan), frameOf(context, planPlace))
    return { spendBasis: 'declared', spendCents: placed.spendCents, observed: {} }
  }
  if (kind === 'csv') {
    const placed = withoutGaps(
      placeSpend(
        file!,
        frameOf(context, (i, column) => spendPlace(file![i]!, column)),
      ),
    )
    const releaseOnOwnDay = source.assumptions.text('market.observed_release') === 'own_day'
    return {
      spendBasis: 'observed',
      spendCents: placed.spendCents,
      observed: observedOf(placed, releaseOnOwnDay),
    }
  }
  const spendCents = assumedSpend(kind, source, context)
  return { spendBasis: 'simulated', spendCents, observed: {} }
}

function assumedSpend(kind: string, { assumptions }: PlanSource, context: PlanContext) {
  const { channels, demand, season, trailingDays } = context
  const trailingGmvCents = trailingSums(demand.gmvCents, trailingDays)
  const factorBps = assumptions.number('market.spend_factor_bps')
  const spend = (channel: ChannelModel) =>
    kind === 'flat'
      ? flatSpend(channel, season.index.spend)
      : percentOfGmvSpend(channel, { trailingGmvCents, trailingDays })
  const paid = channels.filter(({ isPaid }) => isPaid)
  return Object.fromEntries(
    paid.map((channel) => [channel.id, spend(channel).map((cents) => shareOf(cents, factorBps))]),
  )
}

function observedOf(placed: PlacedSpend, releaseOnOwnDay: boolean): Record<string, Observed> {
  return Object.fromEntries(
    Object.keys(placed.clicks).map((id) => [
      id,
      { impressions: placed.impressions[id]!, clicks: placed.clicks[id]!, releaseOnOwnDay },
    ]),
  )
}

function frameOf({ demand, channels }: PlanContext, place: PlanFrame['place']): PlanFrame {
  return { firstDay: demand.firstDay, days: demand.days, channels, place }
}
