import { changed, emptied } from '../../fault.js'
import { lawsOf } from '../../law.js'
import { sameRows } from '../../sql.js'
import { exportItems, exportOrders, exportPersons, moments } from '../../working/export-lines.js'

const ORDERS = 'dwh.fct_orders'
const ITEMS = 'dwh.fct_order_items'
const PAYMENTS = 'dwh.fct_payments'

const flat = { figure: 'gmv', files: 'export' } as const
const said = ['order_status', 'customer_id', ...moments]

const order = (set: string, where = 'true') =>
  changed(ORDERS, ['order_id'], set, {
    cents: 'price_cents + freight_cents',
    where: `${where} and price_cents > 0`,
  })

/** The facts of the warehouse are the text of a flat export, cell by cell. */
export const exportLaws = lawsOf('dwh', [
  {
    ...flat,
    name: 'orders_are_the_export',
    statement:
      'Every order of the export is there and no other, with its status, its person and its moments as written, deliveries that it does not tell as declared',
    distrust: 'orders, the days of recognition and everything after them',
    needs: ['dwh.hand_over_days', 'dwh.delivery_days'],
    uses: [exportOrders],
    sql: `
      select coalesce(o.price_cents + o.freight_cents, 0) as amount_cents,
        coalesce(o.order_id, e.order_id) as sample
      from ${ORDERS} as o
      full outer join export_orders as e on e.order_id = o.order_id
      where o.order_id is null or e.order_id is null
        or o.customer_unique_id is distinct from o.customer_id
        or o.purchase_date is distinct from cast(o.purchased_at as date)
        or ${said.map((name) => `o.${name} is distinct from e.${name}`).join('\n        or ')}`,
    fault: order('approved_at = approved_at + interval 1 second', 'approved_at is not null'),
  },
  {
    ...flat,
    name: 'amounts_are_the_export',
    statement:
      'Price, freight and payments of an order are what its lines of the export come to, to the cent',
    distrust: 'GMV, cash and what is owed to sellers',
    needs: [],
    uses: [exportOrders],
    sql: `
      select greatest(abs(coalesce(o.price_cents, 0) - e.price_cents),
          abs(coalesce(o.freight_cents, 0) - e.freight_cents),
          abs(coalesce(o.payment_cents, 0) - e.payment_cents)) as amount_cents, o.order_id as sample
      from ${ORDERS} as o
      inner join export_orders as e on e.order_id = o.order_id
      where ${['items', 'price_cents', 'freight_cents', 'payment_cents']
        .map((name) => `o.${name} is distinct from e.${name}`)
        .join(' or ')}`,
    fault: emptied(ORDERS, ['order_id'], 'payment_cents'),
  },
  {
    ...flat,
    name: 'items_are_the_export',
    statement:
      'Every line of the export that sells something is an item, with its product, its seller, what it cost where a file tells, and its share of what its order came to, on the day, in the status and of the person of its order',
    distrust: 'GMV and everything after it',
    needs: [],
    uses: [exportItems],
    sql: sameRows({
      key: [
        ...['order_id', 'order_item_id', 'product_id', 'seller_id', 'purchase_date'],
        ...['order_status', 'customer_unique_id', 'shipping_limit_at', 'cost_cents'],
      ],
      cents: ['price_cents', 'freight_cents'],
      published: ITEMS,
      expected: `(
        select i.*, o.purchase_date, o.order_status, o.customer_unique_id,
          cast(null as timestamp) as shipping_limit_at
        from export_items as i left join ${ORDERS} as o on o.order_id = i.order_id)`,
    }),
    fault: emptied(ITEMS, ['order_id', 'order_item_id'], 'price_cents'),
  },
  {
    ...flat,
    name: 'payments_are_the_export',
    statement: 'An order that was paid has one payment, of the type that the export names',
    distrust: 'payment fees, cash and what is owed to sellers',
    needs: [],
    uses: [exportOrders],
    sql: sameRows({
      key: ['order_id', 'payment_sequential', 'payment_type', 'installments', 'purchase_date'],
      cents: ['payment_cents'],
      published: PAYMENTS,
      expected: `(
        select e.order_id, 1 as payment_sequential, e.payment_type, 1 as installments,
          o.purchase_date, e.payment_cents
        from export_orders as e inner join ${ORDERS} as o on o.order_id = e.order_id
        where e.is_paid)`,
    }),
    fault: emptied(PAYMENTS, ['order_id'], 'payment_cents'),
  },
  {
    ...flat,
    name: 'persons_are_the_export',
    unit: 'rows',
    statement:
      'Every person of the export is there once, with the address of the latest order that tells one, its first day and its orders; orders carry that address',
    distrust: 'profit by state, cohorts and CAC',
    needs: [],
    uses: [exportPersons],
    sql: `
      ${sameRows({
        key: [
          ...['customer_unique_id', 'first_purchase_date', 'orders'],
          ...['zip_code_prefix', 'city', 'state'],
        ],
        published: 'dwh.dim_customer',
        expected: `(
        with bought as (
          select customer_unique_id, min(purchase_date) as first_purchase_date, count(*) as orders
          from ${ORDERS} group by customer_unique_id
        )
        select p.person as customer_unique_id, b.first_purchase_date,
          coalesce(b.orders, 0) as orders, p.zip_code_prefix, p.city, p.state
        from export_persons as p left join bought as b on b.customer_unique_id = p.person)`,
      })}
      union all
      select 0, o.order_id
      from ${ORDERS} as o left join export_persons as p on p.person = o.customer_unique_id
      where o.zip_code_prefix is distinct from p.zip_code_prefix`,
    fault: changed('dwh.dim_customer', ['customer_unique_id'], "state = 'XX'", {
      rows: 2,
      where: "customer_unique_id <> 'unknown'",
    }),
  },
])
