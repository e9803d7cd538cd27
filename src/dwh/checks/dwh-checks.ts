import { dwhSchema } from '../../schema/dwh.js'
import type { StagingTable } from '../../schema/staging.js'
import {
  amountSql,
  type Origins,
  type RawTables,
  type RowOrigin,
  rowsSql,
  type Source,
} from '../../sources/index.js'
import {
  type Check,
  equalRowcount,
  equalSum,
  expressionIsTrue,
  notNull,
  relationships,
  unique,
} from './check.js'
import { realityChecks } from './reality-checks.js'

/** Tables about the warehouse, not of it. */
const reports = ['integrity_checks', 'source_notes']

/** Every declared grain is unique and without NULL. */
const grains: Check[] = Object.entries(dwhSchema)
  .filter(([table, { optional }]) => !optional && !reports.includes(table))
  .flatMap(([table, { grain }]) => [
    unique(table, grain),
    ...grain.map((column) => notNull(table, column, grain)),
  ])

/** Facts join their dimensions without loss. */
const joins: Check[] = [
  relationships('fct_orders', 'customer_unique_id', 'dim_customer'),
  relationships('fct_orders', 'zip_code_prefix', 'dim_geography'),
  ...['purchase', 'approved', 'handed_over', 'delivered', 'estimated_delivery'].map((role) =>
    relationships('fct_orders', `${role}_date_key`, 'dim_date', 'date_key'),
  ),
  relationships('fct_order_items', 'customer_unique_id', 'dim_customer'),
  relationships('fct_order_items', 'seller_id', 'dim_seller'),
  relationships('fct_order_items', 'product_id', 'dim_product'),
  relationships('dim_customer', 'zip_code_prefix', 'dim_geography'),
  relationships('dim_seller', 'zip_code_prefix', 'dim_geography'),
]

/** Nothing is lost or doubled on the way from the files. */
function conservation({ rows, amounts }: Origins, raw: RawTables): Check[] {
  const facts = {
    orders: 'orders',
    order_items: 'order_items',
    payments: 'payments',
    reviews: 'reviews',
  }
  const counted = Object.entries(facts).flatMap(([staging, fact]) => {
    const origin = rows[staging as StagingTable]
    if (!origin || !raw.has(origin.table)) return []
    return [equalRowcount(`fct_${fact}`, rowsSql(origin), statementOf(origin))]
  })
  const summed = amounts
    .filter(({ table }) => raw.has(table))
    .map((amount) => {
      const [fact, column] = amount.to.split('.') as [string, string]
      return equalSum(
        `fct_${fact}`,
        column,
        `raw.${amount.table}`,
        amountSql(amount, '(select minor_units from params)'),
      )
    })
  const people = rows.customers && raw.has(rows.customers.table) ? [peopleKept(rows.customers)] : []
  return [...counted, ...people, ...summed]
}

function statementOf({ table, each }: RowOrigin): { statement: string } {
  return {
    statement: each
      ? `as many rows as different ${each.join(', ')} in raw.${table}`
      : `as many rows as raw.${table}`,
  }
}

function peopleKept({ table }: RowOrigin): Check {
  return equalRowcount(
    'dim_customer',
    `(
      select customer_unique_id from stg_customers where customer_unique_id is not null
      union
      select 'unknown')`,
    { statement: `as many rows as people in raw.${table}, and the default member` },
  )
}

const totals: Check[] = [
  expressionIsTrue(
    'fct_orders',
    'items = found and price_cents = price and freight_cents = freight',
    ['order_id'],
    {
      id: 'order_totals_are_sums_of_items',
      statement: 'items, price and freight of an order are those of its items',
      from: `(
        select
          o.order_id,
          o.items,
          o.price_cents,
          o.freight_cents,
          count(i.order_id) as found,
          coalesce(sum(i.price_cents), 0) as price,
          coalesce(sum(i.freight_cents), 0) as freight
        from fct_orders as o
        left join fct_order_items as i on i.order_id = o.order_id
        group by o.order_id, o.items, o.price_cents, o.freight_cents)`,
    },
  ),
]

/** The calendar has no hole and no double, and covers every purchase. */
const calendar: Check[] = [
  expressionIsTrue('dim_date', 'next_date is null or next_date = date + 1', ['date'], {
    id: 'gapless_dim_date',
    statement: 'every day is followed by the next day',
    from: `(
      select date, lead(date) over (order by date) as next_date
      from dim_date
      where date is not null)`,
  }),
  relationships('fct_orders', 'purchase_date', 'dim_date', 'date'),
  expressionIsTrue('dim_date', 'members = 2', ['members'], {
    id: 'default_members_dim_date',
    statement: 'the members unknown (-1) and not yet (0) are there',
    from: `(
      select count(*) as members from dim_date where date_key in (-1, 0) and date is null)`,
  }),
]

/** What must hold of the finished warehouse of a source. */
export function dwhChecks({ origins }: Source, raw: RawTables): Check[] {
  return [
    ...grains,
    ...joins,
    ...conservation(origins, raw),
    ...totals,
    ...calendar,
    ...realityChecks,
  ]
}
