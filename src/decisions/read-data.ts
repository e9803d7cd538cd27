import type { Assumptions } from '../assumptions/index.js'
import type { SqlSource } from '../engine/index.js'
import { InputError } from '../errors.js'
import { type ChannelModel, readChannels } from '../market/channel.js'
import { dateOf, dayOf } from '../time/calendar.js'
import { eventColumn, seasonColumns } from './calendar.js'
import type { CalendarColumn, ChannelSeries, DecisionData, LiftTest } from './data.js'
import { readCountedClicks } from './read-files.js'

/** A run that is published through attribution, and the assumptions in force for it. */
export interface DecisionSource extends SqlSource {
  readonly assumptions: Assumptions
}

interface Frame {
  /** Day number of the horizon's first day. */
  readonly first: number
  readonly days: number
}

interface ChannelRow {
  readonly channel: string
  readonly spend_basis: string
  readonly impressions_basis: string
}

/**
 * What a fit reads of a published run, by day: orders of all statuses, paid channels that spent
 * anything, the calendar's events, attributed orders. Impressions and clicks count only where a
 * file states them: those of the model would teach the fit its own assumptions. A day whose clicks
 * no line tells has 0, and the response is not learned from it.
 *
 * @param liftTests tests to take in; default none
 * @throws InputError when no paid channel spent anything
 */
export async function readDecisionData(
  source: DecisionSource,
  liftTests: readonly LiftTest[] = [],
): Promise<DecisionData> {
  const rows = await source.rows<ChannelRow>(
    `select channel, spend_basis, impressions_basis from market.dim_channel
     where is_paid and channel in
       (select channel from market.fct_marketing_daily where spend_cents > 0)
     order by channel`,
  )
  if (rows.length === 0) {
    throw new InputError('decisions: no paid channel spent anything. Add marketing_spend.csv.')
  }
  const frame = await readFrame(source)
  const models = readChannels(source.assumptions)
  const counted = await readCountedClicks(source)
  const channels: ChannelSeries[] = []
  for (const row of rows) {
    const model = models.find(({ id }) => id === row.channel)!
    const series = await readChannelSeries(source, row, model, frame)
    const days = counted.filter(({ channel }) => channel === row.channel)
    const clicks = placed(days, frame, (day) => day.clicks)
    channels.push(clicks.some((count) => count > 0) ? { ...series, clicks } : series)
  }
  return {
    grain: 'day',
    firstDay: frame.first,
    ...(await readOrders(source, frame)),
    channels,
    calendar: [
      ...seasonColumns({ grain: 'day', firstDay: frame.first, periods: frame.days }),
      ...(await readEvents(source, frame)),
    ],
    spendSource: rows.every((row) => row.spend_basis === 'observed') ? 'observed' : 'assumed',
    liftTests,
  }
}

/** Days that have both orders and spend around them: outside a file's span spend is not known. */
async function readFrame(source: SqlSource): Promise<Frame> {
  const [span] = await source.rows<{ first: Date; last: Date }>(
    `with purchases as (
       select min(purchase_date) as first, max(purchase_date) as last from dwh.fct_orders
     ), spending as (
       select min(date) as first, max(date) as last
       from market.fct_marketing_daily where spend_cents > 0
     )
     select greatest(purchases.first, spending.first) as first,
       least(purchases.last, spending.last) as last
     from purchases, spending`,
  )
  const first = dayOf(span!.first)
  return { first, days: Math.max(dayOf(span!.last) - first + 1, 0) }
}

async function readOrders(source: SqlSource, frame: Frame) {
  const rows = await source.rows<{ date: Date; orders: number; new_customers: number }>(
    `select purchase_date as date, count(*) as orders,
       count(*) filter (where is_new_customer) as new_customers
     from dwh.fct_orders where purchase_date is not null
     group by purchase_date order by purchase_date`,
  )
  return {
    orders: placed(rows, frame, ({ orders }) => orders),
    newCustomers: placed(rows, frame, ({ new_customers }) => new_customers),
  }
}

async function readChannelSeries(
  source: SqlSource,
  row: ChannelRow,
  { kernel, curve }: ChannelModel,
  frame: Frame,
): Promise<ChannelSeries> {
  const daily = await source.rows<DailyRow>(
    `select date, spend_cents, impressions, capacity_impressions
     from market.fct_marketing_daily where channel = ? order by date`,
    row.channel,
  )
  const attributed = await source.rows<{ date: Date; orders: number }>(
    `select purchase_date as date, count(*) as orders from attribution.fct_order_attribution
     where channel = ? group by purchase_date order by purchase_date`,
    row.channel,
  )
  const warm = frame.first - dayOf(daily[0]!.date)
  const all = (column: keyof DailyRow) => Float64Array.from(daily, (day) => Number(day[column]))
  const within = (column: keyof DailyRow) => all(column).slice(warm, warm + frame.days)
  const before = (column: keyof DailyRow) => all(column).slice(0, warm)
  const isModel = row.spend_basis !== 'observed'
  return {
    id: row.channel,
    spend: within('spend_cents'),
    spendBefore: before('spend_cents'),
    kernel,
    curve,
    attributedOrders: placed(attributed, frame, ({ orders }) => orders),
    ...((isModel || row.impressions_basis === 'observed') && {
      impressions: within('impressions'),
      impressionsBefore: before('impressions'),
    }),
    ...(isModel && { capacity: within('capacity_impressions') }),
  }
}

interface DailyRow {
  readonly date: Date
  readonly spend_cents: number
  readonly impressions: number
  readonly capacity_impressions: number
}

/** Retail events and holidays that fall into the horizon, one column each. */
async function readEvents(source: SqlSource, frame: Frame): Promise<CalendarColumn[]> {
  const rows = await source.rows<{ date: Date; event: string }>(
    `select date, coalesce(retail_event, 'holiday') as event from dwh.dim_date
     where (retail_event is not null or is_holiday) and date between ? and ? order by date`,
    dateOf(frame.first),
    dateOf(frame.first + frame.days - 1),
  )
  const names = [...new Set(rows.map(({ event }) => event))].sort()
  return names.map((name) =>
    eventColumn(
      name,
      placed(rows, frame, ({ event }) => (event === name ? 1 : 0)),
    ),
  )
}

/** Rows' numbers on the days of the horizon, 0 elsewhere; rows outside it are left out. */
function placed<T extends { date: Date }>(
  rows: readonly T[],
  { first, days }: Frame,
  value: (row: T) => number,
): Float64Array {
  const out = new Float64Array(days)
  for (const row of rows) {
    const t = dayOf(row.date) - first
    if (t >= 0 && t < days) out[t]! += value(row)
  }
  return out
}
