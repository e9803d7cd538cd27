import { InputError } from '../../errors.js'
import { shareOf } from '../../money/round.js'
import type { ChannelModel } from '../channel.js'
import type { Demand } from '../demand.js'
import type { Observed } from '../engine/simulate.js'
import type { MarketSource } from '../market-source.js'
import type { Season } from '../season/season.js'
import { type PlacedSpend, type PlanFrame, placeSpend } from './place-spend.js'
import { planPlace, rowsOf } from './plan-rows.js'
import { flatSpend, percentOfGmvSpend } from './plan-rules.js'
import { csvPlace, readCsvPlan, type SpendLine } from './read-csv-plan.js'
import { trailingSums } from './trailing.js'

/** What a plan may need to know of the market. */
export interface PlanContext {
  readonly demand: Demand
  readonly channels: readonly ChannelModel[]
  readonly season: Season
  readonly trailingDays: number
}

/** Spend by channel and day, and what was observed of the market. */
export interface Plan {
  readonly spendCents: Readonly<Record<string, Float64Array>>
  readonly observed: Readonly<Record<string, Observed>>
}

/**
 * The spend plan in force: the one given by hand, else the one that is assumed.
 *
 * @throws InputError on a plan or a file that cannot be used
 */
export async function readPlan(source: MarketSource, context: PlanContext): Promise<Plan> {
  if (source.spendPlan) {
    const placed = placeSpend(rowsOf(source.spendPlan), frameOf(context, planPlace))
    return { spendCents: placed.spendCents, observed: {} }
  }
  const kind = source.assumptions.text('market.plan')
  if (kind === 'csv') return csvPlan(source, context)
  return { spendCents: assumedSpend(kind, source, context), observed: {} }
}

function assumedSpend(kind: string, { assumptions }: MarketSource, context: PlanContext) {
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

async function csvPlan(source: MarketSource, context: PlanContext): Promise<Plan> {
  const [found] = await source.rows(
    `select table_name from duckdb_tables()
     where database_name = 'raw' and table_name = 'marketing_spend'`,
  )
  if (!found) {
    throw new InputError(
      'market.plan: got csv, but the data folder holds no marketing_spend.csv. Add it (date, channel, spend, impressions, clicks) or choose another plan.',
    )
  }
  const lines = await source.rows<SpendLine>(
    'select date, channel, spend, impressions, clicks from raw.marketing_spend order by rowid',
  )
  const placed = placeSpend(readCsvPlan(lines), frameOf(context, csvPlace))
  const releaseOnOwnDay = source.assumptions.text('market.observed_release') === 'own_day'
  return { spendCents: placed.spendCents, observed: observedOf(placed, releaseOnOwnDay) }
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
