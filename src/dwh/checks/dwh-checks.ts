import { dwhSchema } from '../../schema/dwh.js'
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

/** Every declared grain is unique and without NULL. */
const grains: Check[] = Object.entries(dwhSchema)
  .filter(([table]) => table !== 'integrity_checks')
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

/** Nothing is lost or doubled on the way from raw. */
const conservation: Check[] = [
  equalRowcount('fct_orders', 'raw.orders'),
  equalRowcount('fct_order_items', 'raw.order_items'),
  equalRowcount('fct_payments', 'raw.order_payments'),
  equalRowcount('fct_reviews', 'raw.order_reviews'),
  equalRowcount(
    'dim_customer',
    `(
      select customer_unique_id from raw.customers where customer_unique_id <> ''
      union
      select 'unknown')`,
    { statement: 'as many rows as people in raw.customers, and the default member' },
  ),
  equalSum('fct_order_items', 'price_cents', 'raw.order_items', inMinorUnits('price')),
  equalSum('fct_order_items', 'freight_cents', 'raw.order_items', inMinorUnits('freight_value')),
  equalSum('fct_payments', 'payment_cents', 'raw.order_payments', inMinorUnits('payment_value')),
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

/** What must hold of the finished warehouse. */
export const dwhChecks: readonly Check[] = [
  ...grains,
  ...joins,
  ...conservation,
  ...calendar,
  ...realityChecks,
]

/** An amount of the file in minor units, on another path than the casts of the models. */
function inMinorUnits(text: string): string {
  return `try_cast(${text} as decimal(18, 4)) * (select minor_units from params)`
}
