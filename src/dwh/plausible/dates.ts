import type { Database } from '../../engine/index.js'
import { dateOf, dayOf } from '../../time/calendar.js'
import type { Implausible, Limits } from './limits.js'

/** Orders of one day. */
interface OrderDay {
  readonly day: number
  readonly orders: number
  readonly sample: string
}

/** Days of orders that follow each other without a long gap. */
interface Cluster {
  readonly days: readonly OrderDay[]
  readonly orders: number
}

/** Strays are at most this share of all orders; more is a shop that paused. */
const FEW = 0.05
const DAYS_PER_YEAR = 365.25
const SHOWN = 3

/** Dates of orders that can hardly be true: in the future, far from all others, or over too long a time. */
export async function implausibleDates(db: Database, limits: Limits): Promise<Implausible[]> {
  const rows = await db.rows<{ date: Date; orders: number; sample: string }>(
    `select cast(purchased_at as date) as date, count(*) as orders, min(order_id) as sample
     from stg_orders where purchased_at is not null group by 1 order by 1`,
  )
  const days = rows.map(({ date, ...row }) => ({ day: dayOf(date), ...row }))
  if (days.length === 0) return []
  const strays = strayDays(days, limits)
  const rest = days.filter((day) => !strays.includes(day))
  return [
    ...future(days, limits),
    ...(strays.length > 0 ? [farOff(strays, limits)] : []),
    ...tooLong(rest, limits),
    ...(await farFromPurchase(db, limits)),
  ]
}

function future(days: readonly OrderDay[], { futureDays }: Limits): Implausible[] {
  const today = dayOf(new Date())
  const later = days.filter(({ day }) => day > today + futureDays)
  if (later.length === 0) return []
  return [
    {
      id: 'future_orders',
      statement: `${ordersOf(later)} after today, ${dateOf(today)}: ${named(later)}`,
      remedy: `raise dwh.future_days (${futureDays})`,
    },
  ]
}

/** The days outside the largest cluster, where they hold few orders. */
function strayDays(days: readonly OrderDay[], { dateGapDays }: Limits): OrderDay[] {
  const clusters: Cluster[] = []
  let from = 0
  for (let i = 1; i <= days.length; i++) {
    if (i < days.length && days[i]!.day - days[i - 1]!.day <= dateGapDays) continue
    const part = days.slice(from, i)
    clusters.push({ days: part, orders: countOf(part) })
    from = i
  }
  const all = countOf(days)
  const largest = clusters.reduce((a, b) => (b.orders > a.orders ? b : a))
  return clusters
    .filter((cluster) => cluster !== largest && cluster.orders <= Math.max(1, all * FEW))
    .flatMap((cluster) => cluster.days)
}

function farOff(strays: readonly OrderDay[], { dateGapDays }: Limits): Implausible {
  return {
    id: 'far_orders',
    statement: `${ordersOf(strays)} more than ${dateGapDays} days from all others: ${named(strays)}`,
    remedy: `raise dwh.date_gap_days (${dateGapDays})`,
  }
}

function tooLong(days: readonly OrderDay[], limits: Limits): Implausible[] {
  const years = (days.at(-1)!.day - days[0]!.day + 1) / DAYS_PER_YEAR
  const perYear = countOf(days) / years
  if (years <= limits.horizonYears || perYear >= limits.ordersPerYear) return []
  return [
    {
      id: 'long_horizon',
      statement: `${countOf(days)} orders are spread over ${Math.round(years)} years, ${dateOf(days[0]!.day)} to ${dateOf(days.at(-1)!.day)}`,
      remedy: `raise dwh.horizon_years (${limits.horizonYears}) or lower dwh.orders_per_year (${limits.ordersPerYear})`,
    },
  ]
}

async function farFromPurchase(db: Database, { orderAgeDays }: Limits): Promise<Implausible[]> {
  const moments = ['approved_at', 'handed_over_at', 'delivered_at', 'estimated_delivery_at']
  const found = await db.rows<{ moment: string; orders: number; sample: string }>(
    moments
      .map(
        (moment) => `select '${moment}' as moment, count(*) as orders,
          min(order_id || ' ' || cast(${moment} as varchar)) as sample
        from stg_orders
        where abs(date_diff('day', purchased_at, ${moment})) > ${orderAgeDays}
        having count(*) > 0`,
      )
      .join(' union all '),
  )
  return found.map(({ moment, orders, sample }) => ({
    id: `far_${moment}`,
    statement: `${moment} stands more than ${orderAgeDays} days from the purchase in ${orders} orders, e.g. ${sample}`,
    remedy: `raise dwh.order_age_days (${orderAgeDays})`,
  }))
}

function countOf(days: readonly OrderDay[]): number {
  return days.reduce((sum, { orders }) => sum + orders, 0)
}

function ordersOf(days: readonly OrderDay[]): string {
  const count = countOf(days)
  return count === 1 ? '1 order stands' : `${count} orders stand`
}

function named(days: readonly OrderDay[]): string {
  const first = days.slice(0, SHOWN).map(({ day, sample }) => `${sample} on ${dateOf(day)}`)
  return first.join(', ') + (days.length > SHOWN ? ', ...' : '')
}
