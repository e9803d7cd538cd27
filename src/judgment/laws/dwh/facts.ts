import { changed, emptied } from '../../fault.js'
import { money, sameNumber, sameTime, word, zip } from '../../file-text.js'
import { lawsOf } from '../../law.js'
import { uniqueKey } from './unique-key.js'

const ORDERS = 'dwh.fct_orders'
const ITEMS = 'dwh.fct_order_items'
const PAYMENTS = 'dwh.fct_payments'

const times: Readonly<Record<string, string>> = {
  purchased_at: 'order_purchase_timestamp',
  approved_at: 'order_approved_at',
  handed_over_at: 'order_delivered_carrier_date',
  delivered_at: 'order_delivered_customer_date',
  estimated_delivery_at: 'order_estimated_delivery_date',
}
const sameTimes = Object.entries(times).map(([time, text]) => sameTime(`o.${time}`, `r.${text}`))

/** What the parts of an order add up to. */
const amountsOfParts = ['price', 'freight', 'payment']

const order = (set: string, where = 'true') =>
  changed(ORDERS, ['order_id'], set, {
    cents: 'price_cents + freight_cents',
    where: `${where} and price_cents > 0`,
  })

/** The facts of the warehouse are the text of the files, cell by cell. */
export const factLaws = lawsOf('dwh', [
  uniqueKey(ORDERS, ['order_id'], 'price_cents', 'An order stands once'),
  uniqueKey(ITEMS, ['order_id', 'order_item_id'], 'price_cents', 'An item stands once'),
  uniqueKey(PAYMENTS, ['order_id', 'payment_sequential'], 'payment_cents', 'A payment stands once'),
  {
    name: 'orders_are_the_file',
    figure: 'gmv',
    statement:
      'Every order of the file is there and no other, with its status, its customer and the five times as they are written',
    distrust: 'orders, the days of recognition and everything after them',
    needs: [],
    sql: `
      select coalesce(o.price_cents + o.freight_cents, 0) as amount_cents,
        coalesce(o.order_id, r.order_id) as sample
      from ${ORDERS} as o
      full outer join raw.orders as r on r.order_id = o.order_id
      where o.order_id is null or r.order_id is null
        or o.order_status <> ${word('r.order_status')}
        or o.customer_id <> coalesce(nullif(r.customer_id, ''), 'unknown')
        or o.purchase_date is distinct from cast(o.purchased_at as date)
        or not (${sameTimes.join('\n          and ')})`,
    fault: order('approved_at = approved_at + interval 1 second', 'approved_at is not null'),
  },
  {
    name: 'customers_of_orders',
    figure: 'gmv',
    statement:
      'An order belongs to the person and the zip prefix that the customers file names for it',
    distrust: 'new customers, CAC and profit by state',
    needs: [],
    sql: `
      select o.price_cents + o.freight_cents as amount_cents, o.order_id as sample
      from ${ORDERS} as o
      left join (
        select customer_id, min(nullif(customer_unique_id, '')) as person,
          min(nullif(${zip('customer_zip_code_prefix')}, 'unknown')) as zip_code_prefix
        from raw.customers group by customer_id
      ) as c on c.customer_id = o.customer_id
      where o.customer_unique_id <> coalesce(c.person, 'unknown')
        or o.zip_code_prefix <> coalesce(c.zip_code_prefix, 'unknown')`,
    fault: order("customer_unique_id = 'somebody'"),
  },
  {
    name: 'date_keys',
    figure: 'gmv',
    statement:
      'The five date keys of an order are its days, -1 where one is not known, 0 where it has not come',
    distrust: 'joins to the calendar',
    needs: [],
    sql: `
      select price_cents + freight_cents as amount_cents, order_id as sample
      from (
        select o.*, (select max(date) from dwh.dim_date) as last_date,
          (select min(date) from dwh.dim_date) as first_date
        from ${ORDERS} as o
      ) as o
      where ${Object.keys(times)
        .map(
          (time) =>
            `${time.replace('_at', '_date_key').replace('purchased', 'purchase')} is distinct from ${dateKey(time)}`,
        )
        .join('\n        or ')}`,
    fault: order('delivered_date_key = -2'),
  },
  {
    name: 'new_customers_are_new_once',
    unit: 'rows',
    statement:
      'A person is new with the first of its orders and never again; who is unknown is never new',
    distrust: 'new customers and CAC',
    needs: [],
    sql: `
      with firsts as (
        select customer_unique_id, arg_min(order_id, row(purchased_at, order_id)) as order_id
        from ${ORDERS} where customer_unique_id <> 'unknown' group by customer_unique_id
      )
      select 0 as amount_cents, coalesce(o.order_id, f.order_id) as sample
      from (select order_id from ${ORDERS} where is_new_customer) as o
      full outer join firsts as f on f.order_id = o.order_id
      where o.order_id is null or f.order_id is null`,
    fault: changed(ORDERS, ['order_id'], 'is_new_customer = false', { where: 'is_new_customer' }),
  },
  {
    name: 'orders_are_their_parts',
    figure: 'gmv',
    statement:
      'The items, price, freight and payments of an order are those of the files, to the cent',
    distrust: 'GMV, cash and what is owed to sellers',
    needs: [],
    sql: `
      with sold as (
        select order_id, count(*) as items, sum(${money('price')}) as price,
          sum(${money('freight_value')}) as freight
        from raw.order_items group by order_id
      ),
      paid as (
        select order_id, sum(${money('payment_value')}) as payment
        from raw.order_payments group by order_id
      )
      select greatest(${amountsOfParts
        .map((name) => `abs(coalesce(o.${name}_cents, 0) - coalesce(${name}, 0))`)
        .join(', ')}) as amount_cents, o.order_id as sample
      from ${ORDERS} as o
      left join sold on sold.order_id = o.order_id
      left join paid on paid.order_id = o.order_id
      where o.items is distinct from coalesce(sold.items, 0)
        or ${amountsOfParts
          .map((name) => `o.${name}_cents is distinct from coalesce(${name}, 0)`)
          .join('\n        or ')}`,
    fault: emptied(ORDERS, ['order_id'], 'payment_cents'),
  },
  {
    name: 'items_are_the_file',
    figure: 'gmv',
    statement:
      'Every item of the file is there and no other, with its seller, product, price, freight and limit, on the day, in the status and of the person of its order',
    distrust: 'GMV and everything after it',
    needs: [],
    sql: `
      select greatest(abs(coalesce(i.price_cents, 0) - coalesce(r.price, 0)),
          abs(coalesce(i.freight_cents, 0) - coalesce(r.freight, 0)),
          coalesce(i.price_cents, 0)) as amount_cents,
        concat(coalesce(i.order_id, r.order_id), ' ', coalesce(i.order_item_id, r.item_no)) as sample
      from ${ITEMS} as i
      full outer join (
        select * exclude (price), cast(cast(order_item_id as double) as integer) as item_no, ${money('price')} as price,
          ${money('freight_value')} as freight
        from raw.order_items as r
      ) as r on r.order_id = i.order_id and r.item_no = i.order_item_id
      left join ${ORDERS} as o on o.order_id = i.order_id
      left join raw.sellers as s on s.seller_id = r.seller_id
      left join raw.products as p on p.product_id = r.product_id
      where i.order_id is null or r.order_id is null
        or i.price_cents <> r.price or i.freight_cents <> r.freight or i.cost_cents is not null
        or i.seller_id <> coalesce(nullif(s.seller_id, ''), 'unknown')
        or i.product_id <> coalesce(nullif(p.product_id, ''), 'unknown')
        or i.purchase_date is distinct from o.purchase_date
        or i.order_status <> coalesce(o.order_status, 'unknown')
        or i.customer_unique_id <> coalesce(o.customer_unique_id, 'unknown')
        or not ${sameTime('i.shipping_limit_at', 'r.shipping_limit_date')}`,
    fault: changed(ITEMS, ['order_id', 'order_item_id'], "seller_id = 'somebody'", {
      cents: 'price_cents',
      where: 'price_cents > 0',
    }),
  },
  {
    name: 'payments_are_the_file',
    statement:
      'Every payment of the file is there and no other, with its type, instalments and value',
    distrust: 'payment fees, cash and what is owed to sellers',
    figure: 'gmv',
    needs: [],
    sql: `
      select greatest(abs(coalesce(p.payment_cents, 0) - coalesce(r.value, 0)),
          coalesce(p.payment_cents, 0)) as amount_cents,
        concat(coalesce(p.order_id, r.order_id), ' ', coalesce(p.payment_sequential, r.nth)) as sample
      from ${PAYMENTS} as p
      full outer join (
        select *, cast(cast(payment_sequential as double) as integer) as nth,
          ${money('payment_value')} as value
        from raw.order_payments
      ) as r on r.order_id = p.order_id and r.nth = p.payment_sequential
      left join ${ORDERS} as o on o.order_id = p.order_id
      where p.order_id is null or r.order_id is null or p.payment_cents <> r.value
        or p.payment_type <> ${word('r.payment_type')}
        or p.purchase_date is distinct from o.purchase_date
        or not ${sameNumber('p.installments', 'r.payment_installments')}`,
    fault: changed(PAYMENTS, ['order_id', 'payment_sequential'], "payment_type = 'shells'", {
      cents: 'payment_cents',
      where: 'payment_cents > 0',
    }),
  },
  {
    name: 'reviews_are_the_file',
    unit: 'rows',
    statement: 'Every review of the file is there and no other, as it was written',
    distrust: 'reviews',
    needs: [],
    sql: `
      select 0 as amount_cents, concat(coalesce(v.review_id, r.review_id), ' ',
        coalesce(v.order_id, r.order_id)) as sample
      from dwh.fct_reviews as v
      full outer join raw.order_reviews as r
        on r.review_id = v.review_id and r.order_id = v.order_id
      left join ${ORDERS} as o on o.order_id = v.order_id
      where v.review_id is null or r.review_id is null
        or v.comment_title is distinct from nullif(trim(r.review_comment_title), '')
        or v.comment_message is distinct from nullif(trim(r.review_comment_message), '')
        or v.purchase_date is distinct from o.purchase_date
        or not (${sameNumber('v.review_score', 'r.review_score')}
          and ${sameTime('v.created_at', 'r.review_creation_date')}
          and ${sameTime('v.answered_at', 'r.review_answer_timestamp')})`,
    fault: changed(
      'dwh.fct_reviews',
      ['review_id', 'order_id'],
      'review_score = review_score + 1',
      {},
    ),
  },
])

/** What the key of a time must be: its day, or why there is none. */
function dateKey(time: string): string {
  const notYet: Readonly<Record<string, string>> = {
    approved_at: `order_status in ('created', 'canceled', 'unavailable')`,
    handed_over_at: `order_status not in ('shipped', 'delivered')`,
    delivered_at: `order_status <> 'delivered'`,
  }
  return `case
    when cast(${time} as date) between first_date and last_date
      then year(${time}) * 10000 + month(${time}) * 100 + day(${time})
    when ${time} is null and ${notYet[time] ?? 'false'} then 0 else -1 end`
}
