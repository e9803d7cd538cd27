import type { Row, SqlSource } from '../../engine/index.js'
import { counted } from '../../format/words.js'
import { dwhSchema } from '../../schema/dwh.js'
import type { Workbench } from '../../workbench/index.js'
import { type Note, readFileNotes } from '../notes.js'

/** The facts and dimensions that hold something: how many rows, by which columns, what one row is. */
export async function starTables(source: SqlSource): Promise<Row[]> {
  const there = await source.rows<{ table_name: string }>(
    "select table_name from information_schema.tables where table_catalog = 'dwh' and exists (from dwh.dim_date)",
  )
  const rows: Row[] = []
  for (const [table, { about, grain }] of Object.entries(dwhSchema)) {
    const isThere = there.some(({ table_name }) => table_name === table)
    if (!isThere || !/^(fct|dim)_/.test(table)) continue
    const [counts] = await source.rows<{ rows: number }>(
      `select count(*) as rows from dwh.${table}`,
    )
    if (counts!.rows > 0) rows.push({ table, rows: counts!.rows, about, grain: grain.join(', ') })
  }
  return rows
}

/** Sums and counts on both sides of the stage, from text and from cents, and how far they part. */
export function preservedSums(source: SqlSource): Promise<Row[]> {
  return source.rows(`
    select table_name, statement, violations from dwh.integrity_checks
    where kind in ('equal_sum', 'equal_rowcount') order by violations desc, kind desc, check_id`)
}

/** What a join on half the key does: items, and items joined to items on the order alone. */
export function fanOut(source: SqlSource): Promise<Row[]> {
  return source.rows(`
    select 'items' as counted, count(*) as rows, sum(price_cents)::bigint as price_cents
    from dwh.fct_order_items
    union all
    select 'items joined on order_id alone', count(*), sum(a.price_cents)::bigint
    from dwh.fct_order_items as a inner join dwh.fct_order_items as b on b.order_id = a.order_id`)
}

/** The checks that found something: what should hold, the rows that break it, the first key. */
export function dataDefects(source: SqlSource): Promise<Row[]> {
  return source.rows(`
    select statement, violations, table_name, left(sample, 32) as first_key
    from dwh.integrity_checks where violations > 0 order by violations desc, check_id`)
}

/** Mean orders a day by kind of day: retail event, holiday, weekend, weekday. */
export function ordersByKindOfDay(source: SqlSource): Promise<Row[]> {
  return source.rows(`
    select replace(d.day_type, '_', ' ') as day_type, count(distinct d.date) as days,
      count(o.order_id) / count(distinct d.date) as orders_a_day
    from dwh.dim_date as d left join dwh.fct_orders as o on o.purchase_date = d.date
    where d.date between (select min(purchase_date) from dwh.fct_orders)
      and (select max(purchase_date) from dwh.fct_orders)
    group by d.day_type order by orders_a_day desc, d.day_type`)
}

/** Orders of each day beside the same weekday 52 weeks earlier; none where the data hold no year. */
export function ordersYearOnYear(source: SqlSource): Promise<Row[]> {
  return source.rows(`
    with daily as (
      select d.date, d.same_day_last_year, count(o.order_id) as orders
      from dwh.dim_date as d left join dwh.fct_orders as o on o.purchase_date = d.date group by all
    )
    select now.date, now.orders as this_year, before.orders as same_day_last_year
    from daily as now inner join daily as before on before.date = now.same_day_last_year
    where before.date >= (select min(purchase_date) from dwh.fct_orders)
      and now.date <= (select max(purchase_date) from dwh.fct_orders)
    order by now.date`)
}

/** Orders by month: the first of a person, those of people who had bought before. */
export function firstAndRepeatOrders(source: SqlSource): Promise<Row[]> {
  return source.rows(`
    select date_trunc('month', purchase_date)::date as month,
      count(*) filter (where is_new_customer) as first_order,
      count(*) filter (where not is_new_customer) as repeat_order
    from dwh.fct_orders group by 1 order by 1`)
}

/** How many orders took how many days from purchase to delivery. */
export function deliveryDays(source: SqlSource): Promise<Row[]> {
  return source.rows(`
    select date_diff('day', purchased_at, delivered_at)::integer as delivery_days, count(*) as orders
    from dwh.fct_orders where delivered_at is not null group by 1 order by 1`)
}

/** Whether the warehouse holds what the files say: orders, items, cents, checks that found a defect. */
export async function warehouseAnswer(workbench: Workbench): Promise<string> {
  const { number, money } = workbench.notation
  const [all] = await workbench.rows<
    Record<'orders' | 'items' | 'cents' | 'errors' | 'warnings', number>
  >(`
    select (select count(*) from dwh.fct_orders) as orders,
      (select count(*) from dwh.fct_order_items) as items,
      (select coalesce(sum(price_cents + freight_cents), 0)::bigint from dwh.fct_order_items) as cents,
      count(*) filter (where severity = 'error' and violations > 0) as errors,
      count(*) filter (where severity = 'warning' and violations > 0) as warnings
    from dwh.integrity_checks`)
  const { orders, items, cents, errors, warnings } = all!
  const first = `${errors === 0 ? 'Yes' : 'No'}: ${counted(orders, 'order', number(orders))} with ${counted(items, 'item', number(items))} of ${money.exact(cents)}, freight included, stand there once each.`
  return warnings === 0
    ? `${first} No check found a defect in the data.`
    : `${first} Defects in the data, found by ${counted(warnings, 'check')}, are counted below and not corrected.`
}

/** What the files do not tell, and what is taken in its place or left out; warnings first. */
export function untold(workbench: Workbench): Promise<Note[]> {
  return readFileNotes(workbench)
}
