import type { SqlSource } from '../../engine/index.js'
import { orderLines } from '../../schema/finance/profit-lines.js'
import type { Segment, Segments } from './split.js'

/** What counts the units of a line: items for what orders bring, subscribers for subscriptions. */
export type Driver = 'items' | 'subscribers' | 'none'

/** One line of the profit and loss in one month, by segment; costs are positive amounts. */
export interface LineMonth {
  readonly driver: Driver
  readonly segments: Segments
}

/** A line as it is published. */
export interface PublishedLine {
  readonly line: string
  readonly name: string
  readonly sign: number
}

/** Where nothing is told apart. */
export const WHOLE = 'all'

export function publishedLines(source: SqlSource): Promise<PublishedLine[]> {
  return source.rows('select line, name, sign from finance.profit_lines order by line_no')
}

/** A month of the horizon that the data covers from its first day to its last. */
export interface WholeMonth {
  /** `yyyy-mm`. */
  readonly month: string
  /** Items sold in it. */
  readonly items: number
}

export function wholeMonths(source: SqlSource): Promise<WholeMonth[]> {
  return source.rows(`
    select strftime(date, '%Y-%m') as month, cast(sum(items) as bigint) as items
    from finance.pnl_cohort_daily
    group by 1
    having min(date) = min(date_trunc('month', date)) and max(date) = max(last_day(date))
    order by 1`)
}

/**
 * The last month that is worth comparing by itself: exports often end in months of a few stray orders, so
 * one with less than a tenth of the items of the busiest is passed over. Undefined of none.
 */
export function lastBusyMonth(months: readonly WholeMonth[]): string | undefined {
  const busiest = Math.max(0, ...months.map(({ items }) => items))
  return months.findLast(({ items }) => items * 10 >= busiest)?.month
}

/**
 * Every line of one month of purchase by segment: what orders bring by category of the product, with
 * items as units (an order without items is one of its own); subscriptions by plan, with subscribers.
 *
 * @param month `yyyy-mm`
 */
export async function readMonth(
  source: SqlSource,
  month: string,
): Promise<ReadonlyMap<string, LineMonth>> {
  const first = `date '${month}-01'`
  const [totals] = await source.rows<Record<string, number>>(`
    select * from finance.pnl_periods
    where basis = 'cohort' and period = 'month' and start_date = ${first}`)
  const lines = await publishedLines(source)
  const orders = grouped(await source.rows<Part>(ORDER_PARTS.replaceAll(':first', first)))
  const items = await source.rows<Part>(ITEMS.replaceAll(':first', first))
  const plans = await source.rows<Part>(PLANS.replaceAll(':first', first))
  return new Map(
    lines.map(({ line }) => {
      const cents = totals?.[`${line}_cents`] ?? 0
      const month = lineMonth(line, { cents, parts: orders.get(line), items, plans })
      return [line, checked(line, month, cents)]
    }),
  )
}

interface Part {
  readonly line: string
  readonly segment: string
  readonly units: number
  readonly cents: number
}

const SEGMENT = `case when u.order_id is null then '(no items)'
  else coalesce(p.category, '(unknown)') end`

const ORDER_PARTS = `
  select r.line, ${SEGMENT} as segment, 0 as units, cast(sum(r.amount_cents) as bigint) as cents
  from finance.fct_recognition as r
  left join finance.fct_unit_economics as u
    on u.order_id = r.order_id and u.order_item_id = r.order_item_id
  left join dwh.dim_product as p on p.product_id = u.product_id
  where date_trunc('month', r.purchase_date) = :first
  group by 1, 2`

const ITEMS = `
  select 'items' as line, coalesce(p.category, '(unknown)') as segment, count(*) as units,
    0 as cents
  from finance.fct_unit_economics as u
  left join dwh.dim_product as p on p.product_id = u.product_id
  where date_trunc('month', u.purchase_date) = :first
  group by 2
  union all
  select 'items', '(no items)', count(*), 0
  from finance.fct_orders_without_items
  where date_trunc('month', purchase_date) = :first`

const PLANS = `
  select 'subscription_revenue' as line, plan as segment, count(*) as units,
    cast(sum(recognised_cents) as bigint) as cents
  from finance.fct_subscriptions
  where month = :first and mrr_cents > 0
  group by plan`

function grouped(parts: readonly Part[]): ReadonlyMap<string, readonly Part[]> {
  const found = new Map<string, Part[]>()
  for (const part of parts) found.set(part.line, [...(found.get(part.line) ?? []), part])
  return found
}

interface Sources {
  readonly cents: number
  readonly parts: readonly Part[] | undefined
  readonly items: readonly Part[]
  readonly plans: readonly Part[]
}

const isOfOrders = (line: string) => orderLines.some(({ id }) => id === line)

function lineMonth(line: string, { cents, parts = [], items, plans }: Sources): LineMonth {
  if (isOfOrders(line)) return { driver: 'items', segments: joined(items, parts) }
  if (line === 'subscription_revenue') {
    return { driver: 'subscribers', segments: joined(plans, plans) }
  }
  return { driver: 'none', segments: new Map([[WHOLE, { units: 0, cents }]]) }
}

/** The units of some parts with the amounts of others. */
function joined(units: readonly Part[], cents: readonly Part[]): Segments {
  const segments = new Map<string, Segment>(
    units.map((part) => [part.segment, { units: part.units, cents: 0 }]),
  )
  for (const part of cents) {
    segments.set(part.segment, {
      units: segments.get(part.segment)?.units ?? 0,
      cents: part.cents,
    })
  }
  return segments
}

/** Segments that do not sum to the profit and loss would split another difference than the one shown. */
function checked(line: string, month: LineMonth, cents: number): LineMonth {
  const found = [...month.segments.values()].reduce((all, one) => all + one.cents, 0)
  if (found === cents) return month
  throw new Error(
    `variance: segments of ${line} sum to ${found} cents, the profit and loss has ${cents}.`,
  )
}
