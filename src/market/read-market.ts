import type { Assumptions } from '../assumptions/index.js'
import { dayOf } from '../time/calendar.js'
import { type ChannelModel, readChannels } from './channel.js'
import { withChannels } from './channels-in-force.js'
import { readDemand } from './demand.js'
import type { CountRule } from './engine/counts.js'
import type { Market } from './engine/simulate.js'
import type { MarketSource } from './market-source.js'
import { readPlan } from './plan/read-plan.js'
import { planInForce } from './plan/spend-file.js'
import { trailingSums } from './plan/trailing.js'
import { readSeason } from './season/read-season.js'
import { seasonOf } from './season/season.js'

/**
 * Puts the market together from the warehouse's orders, the spend plan and the assumptions, ready
 * for {@link expectMarket} and {@link simulateMarkets}.
 *
 * @throws InputError when orders, plan or assumptions cannot be used
 */
export async function readMarket(source: MarketSource): Promise<Market> {
  const inForce = await planInForce(source)
  const assumptions = withChannels(source.assumptions, inForce)
  const demand = await readDemand(source, inForce.kind === 'csv' ? inForce.file! : [])
  const { firstDay, days, warmupDays } = demand
  const channels: readonly ChannelModel[] = readChannels(assumptions)
  const holidays = await readHolidays(source)
  const findSeason = source.seasonOf ?? seasonOf
  const season = findSeason(readSeason(assumptions), { firstDay, days, holidays })
  const trailingDays = assumptions.number('market.trailing_days')
  const context = { demand, channels, season, trailingDays, inForce }
  const plan = readPlan({ assumptions, spendPlan: source.spendPlan }, context)
  return {
    firstDay,
    days,
    warmupDays,
    growthDay: firstDay + warmupDays,
    channels,
    season,
    meanOrders: trailingSums(demand.orders, trailingDays).map((orders) => orders / trailingDays),
    ...plan,
    counts: readCounts(assumptions),
  }
}

function readCounts(assumptions: Assumptions): CountRule {
  const kind = assumptions.text('market.counts') as CountRule['kind']
  return kind === 'negative_binomial'
    ? { kind, dispersion: assumptions.number('market.dispersion') }
    : { kind }
}

async function readHolidays(source: MarketSource): Promise<ReadonlySet<number>> {
  const rows = await source.rows<{ date: Date }>(
    'select date from dwh.dim_date where is_holiday and date is not null order by date',
  )
  return new Set(rows.map(({ date }) => dayOf(date)))
}
