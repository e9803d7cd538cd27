import type { Assumptions } from '../assumptions/index.js'
import type { Database } from '../engine/index.js'
import { InputError } from '../errors.js'
import { shareOf } from '../money/round.js'
import { dateOf, dayOf, dayOfDate } from './calendar.js'
import { type ChannelModel, readChannels } from './channel.js'
import type { Market } from './engine/simulate.js'
import { flatSpend, percentOfGmvSpend } from './plan/plan-rules.js'
import { trailingSums } from './plan/trailing.js'
import { readSeason } from './season/read-season.js'
import { seasonOf } from './season/season.js'

/** Orders and GMV of each day of the horizon, days without any included. */
interface Demand {
  readonly firstDay: number
  readonly days: number
  readonly orders: Float64Array
  readonly gmvCents: Float64Array
}

/** Puts the market together from the warehouse's orders and the assumptions. */
export async function readMarket(db: Database, assumptions: Assumptions): Promise<Market> {
  const demand = await readDemand(db, assumptions)
  const { firstDay, days } = demand
  const trailingDays = assumptions.number('market.trailing_days')
  const channels = readChannels(assumptions)
  const holidays = await readHolidays(db)
  const season = seasonOf(readSeason(assumptions), { firstDay, days, holidays })
  const trailingGmvCents = trailingSums(demand.gmvCents, trailingDays)
  const plan = (channel: ChannelModel) =>
    assumptions.text('market.plan') === 'flat'
      ? flatSpend(channel, season.index.spend)
      : percentOfGmvSpend(channel, { trailingGmvCents, trailingDays })
  const factorBps = assumptions.number('market.spend_factor_bps')
  const scaled = (channel: ChannelModel) => plan(channel).map((cents) => shareOf(cents, factorBps))
  return {
    firstDay,
    days,
    channels,
    season,
    meanOrders: trailingSums(demand.orders, trailingDays).map((orders) => orders / trailingDays),
    spendCents: Object.fromEntries(
      channels.filter(({ isPaid }) => isPaid).map((channel) => [channel.id, scaled(channel)]),
    ),
  }
}

async function readDemand(db: Database, assumptions: Assumptions): Promise<Demand> {
  const rows = await db.all<{ purchase_date: Date; orders: number; gmv_cents: number }>(
    `select purchase_date, count(*) as orders, sum(price_cents)::bigint as gmv_cents
     from dwh.fct_orders where purchase_date is not null
     group by purchase_date order by purchase_date`,
  )
  if (rows.length === 0) {
    throw new InputError('orders: none has a day of purchase. The market needs at least one order.')
  }
  const purchaseDays = rows.map(({ purchase_date }) => dayOfDate(purchase_date))
  const firstDay = boundary(assumptions, 'market.first_date') ?? purchaseDays[0]!
  const lastDay = boundary(assumptions, 'market.last_date') ?? purchaseDays.at(-1)!
  if (lastDay < firstDay) {
    throw new InputError(
      `market.last_date: the horizon would end on ${dateOf(lastDay)}, before its first day ${dateOf(firstDay)}.`,
    )
  }
  const days = lastDay - firstDay + 1
  const demand = {
    firstDay,
    days,
    orders: new Float64Array(days),
    gmvCents: new Float64Array(days),
  }
  rows.forEach(({ orders, gmv_cents }, i) => {
    const t = purchaseDays[i]! - firstDay
    if (t < 0 || t >= days) return
    demand.orders[t] = orders
    demand.gmvCents[t] = gmv_cents
  })
  return demand
}

function boundary(assumptions: Assumptions, id: string): number | undefined {
  const date = assumptions.text(id)
  return date === '' ? undefined : dayOf(date)
}

async function readHolidays(db: Database): Promise<ReadonlySet<number>> {
  const rows = await db.all<{ date: Date }>(
    'select date from dwh.dim_date where is_holiday and date is not null order by date',
  )
  return new Set(rows.map(({ date }) => dayOfDate(date)))
}
