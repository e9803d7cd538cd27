import { InputError } from '../errors.js'
import { dateOf, dayOf } from '../time/calendar.js'
import type { MarketSource } from './market-source.js'
import { spendPlace } from './plan/observed-spend.js'
import type { SpendRow } from './plan/place-spend.js'

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
 * Reads the orders of the horizon: from the first to the last day of purchase or of spend in a file,
 * unless declared.
 *
 * @param spend the rows of the files of spend, where they are in force
 * @throws InputError when there are no orders, a day of spend is far from all of them, or the horizon
 *   would end before it begins
 */
export async function readDemand(
  source: MarketSource,
  spend: readonly SpendRow[] = [],
): Promise<Demand> {
  const rows = await source.rows<{ purchase_date: Date; orders: number; gmv_cents: number }>(
    `select purchase_date, count(*) as orders, sum(price_cents)::bigint as gmv_cents
     from dwh.fct_orders where purchase_date is not null
     group by purchase_date order by purchase_date`,
  )
  if (rows.length === 0) {
    throw new InputError('orders: none has a day of purchase. The market needs at least one order.')
  }
  const purchaseDays = rows.map(({ purchase_date }) => dayOf(purchase_date))
  const [first, last] = [purchaseDays[0]!, purchaseDays.at(-1)!]
  const near = nearSpend(source, spend, { first, last })
  const frame = horizonOf(source, Math.min(first, near.first), Math.max(last, near.last))
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

interface Span {
  readonly first: number
  readonly last: number
}

/** First and last day of spend: not far from the orders, as a mistyped year would be. */
function nearSpend({ assumptions }: MarketSource, spend: readonly SpendRow[], orders: Span): Span {
  if (spend.length === 0) return orders
  const span = spend.reduce(
    ({ first, last }, { day }) => ({ first: Math.min(first, day), last: Math.max(last, day) }),
    { first: Infinity, last: -Infinity },
  )
  const reach = assumptions.number('market.spend_reach_days')
  const [from, to] = [orders.first - reach, orders.last + reach]
  const isDeclared =
    assumptions.text('market.first_date') !== '' || assumptions.text('market.last_date') !== ''
  if (isDeclared || (span.first >= from && span.last <= to)) return span
  const far = spend.find(({ day }) => day < from || day > to)!
  throw new InputError(
    `${spendPlace(far, 'date')}: got ${dateOf(far.day)}, allowed ${dateOf(from)}..${dateOf(to)}, the days of the orders and market.spend_reach_days (${reach}) around them. Correct the line, or raise market.spend_reach_days.`,
  )
}

function horizonOf({ assumptions }: MarketSource, firstDay: number, lastDay: number) {
  const declared = (id: string) => {
    const date = assumptions.text(id)
    return date === '' ? undefined : dayOf(date)
  }
  const first = declared('market.first_date') ?? firstDay
  const last = declared('market.last_date') ?? lastDay
  if (last < first) {
    throw new InputError(
      `market.last_date: the horizon would end on ${dateOf(last)}, before its first day ${dateOf(first)}. Declare a later last or an earlier first date.`,
    )
  }
  const warmupDays = assumptions.number('market.warmup_days')
  return { firstDay: first - warmupDays, days: last - first + 1 + warmupDays, warmupDays }
}
