import { lawsOf, sameCents, uniqueRows } from '../law.js'

const RAW_PRICE = 'coalesce(cast(round(try_cast(price as decimal(18, 2)) * 100) as bigint), 0)'
const RAW_FREIGHT =
  'coalesce(cast(round(try_cast(freight_value as decimal(18, 2)) * 100) as bigint), 0)'
const RAW_PAYMENT =
  'coalesce(cast(round(try_cast(payment_value as decimal(18, 2)) * 100) as bigint), 0)'

/** Reality arrives once, whole and on its day. */
export const dwhLaws = lawsOf('dwh', [
  {
    name: 'items_conserved',
    statement: 'Every order has in the warehouse the items, price and freight of the file',
    distrust: 'GMV and everything after it',
    sql: sameCents(
      ['order_id'],
      `select order_id, sum(${RAW_PRICE} + ${RAW_FREIGHT}) as cents
       from raw.order_items group by order_id`,
      `select order_id, sum(price_cents + freight_cents) as cents
       from dwh.fct_order_items group by order_id`,
    ),
  },
  {
    name: 'item_rows_conserved',
    statement: 'Every order has in the warehouse as many items as in the file',
    distrust: 'GMV and everything after it',
    sql: `
      select abs(sum(cents)) as amount_cents, order_id as sample
      from (
        select order_id, 1 as items, ${RAW_PRICE} as cents from raw.order_items
        union all
        select order_id, -1 as items, -price_cents as cents from dwh.fct_order_items
      ) as sides
      group by order_id
      having sum(items) <> 0`,
  },
  {
    name: 'items_unique',
    statement: 'An item stands once: (order_id, order_item_id) is unique',
    distrust: 'GMV and everything after it',
    sql: uniqueRows('dwh.fct_order_items', ['order_id', 'order_item_id'], 'price_cents'),
  },
  {
    name: 'orders_conserved',
    statement: 'Every order of the file is in the warehouse, once',
    distrust: 'orders, customers and everything after them',
    sql: `
      select abs(s.orders) * coalesce(p.cents, 0) as amount_cents, s.order_id as sample
      from (
        select order_id, sum(orders) as orders
        from (
          select order_id, 1 as orders from raw.orders
          union all
          select order_id, -1 as orders from dwh.fct_orders
        ) as sides
        group by order_id
        having sum(orders) <> 0
      ) as s
      left join (
        select order_id, sum(${RAW_PAYMENT}) as cents from raw.order_payments group by order_id
      ) as p on p.order_id = s.order_id`,
  },
  {
    name: 'payments_conserved',
    statement: 'Every order has in the warehouse the payments of the file',
    distrust: 'payment fees, cash and what is owed to sellers',
    sql: sameCents(
      ['order_id'],
      `select order_id, sum(${RAW_PAYMENT}) as cents from raw.order_payments group by order_id`,
      'select order_id, sum(payment_cents) as cents from dwh.fct_payments group by order_id',
    ),
  },
  {
    name: 'orders_sum_items',
    statement: 'The price and freight of an order are those of its items',
    distrust: 'orders beside their items',
    sql: sameCents(
      ['order_id'],
      'select order_id, price_cents + freight_cents as cents from dwh.fct_orders',
      `select order_id, sum(price_cents + freight_cents) as cents
       from dwh.fct_order_items group by order_id`,
    ),
  },
  {
    name: 'orders_sum_payments',
    statement: 'What an order was paid is the sum of its payments',
    distrust: 'cash and what is owed to sellers',
    sql: sameCents(
      ['order_id'],
      'select order_id, payment_cents as cents from dwh.fct_orders',
      'select order_id, sum(payment_cents) as cents from dwh.fct_payments group by order_id',
    ),
  },
  {
    name: 'purchase_day_kept',
    statement: 'An order stands on the day of purchase that the file states',
    distrust: 'every figure by day or month',
    sql: `
      select o.price_cents + o.freight_cents as amount_cents, o.order_id as sample
      from dwh.fct_orders as o
      inner join raw.orders as r on r.order_id = o.order_id
      where cast(o.purchase_date as varchar) <> substr(r.order_purchase_timestamp, 1, 10)`,
  },
  {
    name: 'items_on_the_day_of_their_order',
    statement: 'An item stands on the day and with the customer of its order',
    distrust: 'every figure by day, month or customer',
    sql: `
      select i.price_cents as amount_cents, concat(i.order_id, ' ', i.order_item_id) as sample
      from dwh.fct_order_items as i
      left join dwh.fct_orders as o on o.order_id = i.order_id
      where o.order_id is null
        or o.purchase_date <> i.purchase_date
        or o.customer_unique_id <> i.customer_unique_id`,
  },
  {
    name: 'keys_known',
    statement: 'Every item points to a seller and a product that are there, a default one at least',
    distrust: 'commission, and profit by category and tier',
    sql: `
      select i.price_cents as amount_cents, concat(i.order_id, ' ', i.order_item_id) as sample
      from dwh.fct_order_items as i
      left join dwh.dim_seller as s on s.seller_id = i.seller_id
      left join dwh.dim_product as p on p.product_id = i.product_id
      where s.seller_id is null or p.product_id is null`,
  },
  {
    name: 'one_first_order',
    unit: 'rows',
    statement: 'A person is new once, with the first of its orders',
    distrust: 'new customers and CAC',
    sql: `
      select 0 as amount_cents, customer_unique_id as sample
      from dwh.fct_orders
      where customer_unique_id <> 'unknown'
      group by customer_unique_id
      having sum(case when is_new_customer then 1 else 0 end) <> 1
        or min(case when is_new_customer then purchase_date end) > min(purchase_date)`,
  },
  {
    name: 'paid_in_full',
    statement: 'What buyers paid is price and freight (instalment interest and rounding aside)',
    impact: 'reality',
    distrust: 'what is owed to sellers',
    sql: `
      select abs(payment_cents - price_cents - freight_cents) as amount_cents, order_id as sample
      from dwh.fct_orders
      where items > 0 and abs(payment_cents - price_cents - freight_cents) > 1`,
  },
  {
    name: 'handed_over_before_delivered',
    statement: 'An order is handed to the carrier before it is delivered',
    impact: 'reality',
    distrust: 'the days of carrier cost and commission',
    sql: `
      select freight_cents as amount_cents, order_id as sample
      from dwh.fct_orders
      where delivered_at < handed_over_at`,
  },
])
