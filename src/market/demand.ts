import { InputError } from '../errors.js'
import { dateOf, dayOf, dayOfDate } from './calendar.js'
import type { MarketSource } from './market-source.js'

/** Orders and GMV of each day, days without any included, warm-up first. */
export interface Demand {
  /** Day number of the first day, warm-up included. */
  readonly firstDay: number
  readonly days: number
  readonly warmupDays: number
  readonly orders: Float64Array
  readonly gmvCents: Float64Array
}

/**
 * Reads the orders of the horizon: the first to the last day of purchase, unless declared.
 *
 * @throws InputError when there are no orders, or the horizon would end before it begins
 */
export async function readDemand(source: MarketSource): Promise<Demand> {
  const rows = await source.rows<{ purchase_date: Date; orders: number; gmv_cents: number }>(
    `select purchase_date, count(*) as orders, sum(price_cents)::bigint as gmv_cents
     from dwh.fct_orders where purchase_date is not null
     group by purchase_date order by purchase_date`,
  )
  if (rows.length === 0) {
    throw new InputError('orders: none has a day of purchase. The market needs at least one order.')
  }
  const purchaseDays = rows.map(({ purchase_date }) => dayOfDate(purchase_date))
  const frame = horizonOf(source, purchaseDays[0]!, purchaseDays.at(-1)!)
  const orders = new Float64Array(frame.days)
  const gmvCents = new Float64Array(frame.days)
  rows.forEach((row, i) => {
    const t = purchaseDays[i]! - frame.firstDay
    if (t < frame.warmupDays || t >= frame.days) return
    orders[t] = row.orders
    gmvCents[t] = row.gmv_cents
  })
  return { ...frame, orders, gmvCents }
}

function horizonOf({ assumptions }: MarketSource, firstPurchase: number, lastPurchase: number) {
  const declared = (id: string) => {
    const date = assumptions.text(id)
    return date === '' ? undefined : dayOf(date)
  }
  const first = declared('market.first_date') ?? firstPurchase
  const last = declared('market.last_date') ?? lastPurchase
  if (last < first) {
    throw new InputError(
      `market.last_date: the horizon would end on ${dateOf(last)}, before its first day ${dateOf(first)}. Declare a later last or an earlier first date.`,
    )
  }
  const warmupDays = assumptions.number('market.warmup_days')
  return { firstDay: first - warmupDays, days: last - first + 1 + warmupDays, warmupDays }
}
