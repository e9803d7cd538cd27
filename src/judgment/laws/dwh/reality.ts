import { changed } from '../../fault.js'
import { type LawDeclaration, lawsOf } from '../../law.js'

const ORDERS = 'dwh.fct_orders'

const reality = { impact: 'reality', figure: 'gmv', needs: [] } as const

/** A defect of some orders, with the money of those orders at stake. */
function ofOrders(
  name: string,
  statement: string,
  distrust: string,
  where: string,
  cents: string,
  fault: LawDeclaration['fault'],
): LawDeclaration {
  return {
    ...reality,
    name,
    statement,
    distrust,
    sql: `select ${cents} as amount_cents, order_id as sample from ${ORDERS} where ${where}`,
    fault,
  }
}

const order = (set: string, where: string, cents = 'price_cents + freight_cents') =>
  changed(ORDERS, ['order_id'], set, { cents, where })
const paid =
  'price_cents > 0 and freight_cents > 0 and handed_over_at > approved_at and delivered_at > handed_over_at'

/** Defects of the data that declared rules deal with, each by the money it touches. */
export const realityLaws = lawsOf('dwh', [
  ofOrders(
    'paid_in_full',
    'What buyers paid is price and freight (instalment interest and rounding aside), unless the order came to nothing and nothing was paid',
    'what is owed to sellers',
    `items > 0 and abs(payment_cents - price_cents - freight_cents) > 1
      and not (payment_cents = 0 and order_status in ('created', 'canceled', 'unavailable'))`,
    'abs(payment_cents - price_cents - freight_cents)',
    order(
      'payment_cents = payment_cents + 100',
      'items > 0 and payment_cents = price_cents + freight_cents',
      '100',
    ),
  ),
  ofOrders(
    'handed_over_before_delivered',
    'An order is handed to the carrier before it is delivered',
    'the days of carrier cost and commission',
    'delivered_at < handed_over_at',
    'freight_cents',
    order('delivered_at = handed_over_at - interval 1 hour', paid, 'freight_cents'),
  ),
  ofOrders(
    'delivered_has_its_day',
    'A delivered order has the day of its delivery',
    'the days of commission and freight',
    `order_status = 'delivered' and delivered_at is null`,
    'price_cents + freight_cents',
    order('delivered_at = null', `order_status = 'delivered' and ${paid}`),
  ),
  ofOrders(
    'persons_are_known',
    'The customers file names the person of an order',
    'new customers, CAC and profit by state',
    `customer_unique_id = 'unknown'`,
    'price_cents + freight_cents',
    order("customer_unique_id = 'unknown'", `customer_unique_id <> 'unknown'`),
  ),
  ofOrders(
    'purchase_comes_first',
    'An order is approved, handed over and delivered on the day of its purchase or later',
    'the days of recognition',
    'least(approved_at, handed_over_at, delivered_at) < purchase_date',
    'price_cents + freight_cents',
    order('approved_at = purchased_at - interval 2 day', paid),
  ),
  ofOrders(
    'statuses_are_declared',
    'The status of an order is one that is declared (finance.statuses)',
    'what an order earns and costs',
    `not exists (select 1 from assumed as a
      where a.id = concat('finance.statuses.', order_status, '.implies'))`,
    'price_cents + freight_cents',
    order("order_status = 'vanished'", `order_status = 'delivered' and ${paid}`),
  ),
  ofOrders(
    'payments_buy_something',
    'An order that was paid has items, unless it came to nothing and is paid back',
    'what is owed to buyers and sellers',
    `items = 0 and payment_cents > 0 and order_status not in ('canceled', 'unavailable')`,
    'payment_cents',
    order(
      'items = 0',
      `items > 0 and payment_cents > 0 and order_status = 'delivered'`,
      'payment_cents',
    ),
  ),
  {
    ...reality,
    name: 'payment_types_are_declared',
    statement: 'The type of a payment is one that is declared (finance.payment_types)',
    distrust: 'payment fees',
    sql: `
      select payment_cents as amount_cents, concat(order_id, ' ', payment_type) as sample
      from dwh.fct_payments as p
      where not exists (select 1 from assumed as a
        where a.id = concat('finance.payment_types.', p.payment_type, '.fee_bps'))`,
    fault: changed(
      'dwh.fct_payments',
      ['order_id', 'payment_sequential'],
      "payment_type = 'shells'",
      { cents: 'payment_cents', where: "payment_type = 'credit_card' and payment_cents > 0" },
    ),
  },
  {
    ...reality,
    name: 'files_can_be_read',
    statement:
      'What the files hold can be read: no text that is no date, no key that stands twice or is nowhere',
    distrust: 'what rests on the values that were left out',
    unit: 'rows',
    sql: `
      select 0 as amount_cents, concat(table_name, ': ', statement, ': ', violations) as sample
      from dwh.integrity_checks
      where violations > 0 and severity = 'warning' and table_name like 'raw.%'`,
    fault: {
      victim: 'select 1 as rows',
      breaks: `insert into dwh.integrity_checks values ('castable_raw_orders_x', 'raw.orders',
        'castable', 'x can be read as timestamp', 3, 'warning', 'one')`,
    },
  },
  ...(['seller', 'product'] as const).map((side) => ({
    ...reality,
    name: `${side}s_are_known`,
    statement: `The ${side}s file knows the ${side} of an item`,
    distrust: side === 'seller' ? 'commission and subscriptions' : 'profit by category',
    sql: `
      select price_cents as amount_cents, concat(order_id, ' ', order_item_id) as sample
      from dwh.fct_order_items where ${side}_id = 'unknown'`,
    fault: changed('dwh.fct_order_items', ['order_id', 'order_item_id'], `${side}_id = 'unknown'`, {
      cents: 'price_cents',
      where: `${side}_id <> 'unknown' and price_cents > 0`,
    }),
  })),
  {
    ...reality,
    name: 'parts_have_their_order',
    statement: 'The orders file knows the order of an item and of a payment',
    distrust: 'GMV, cash and everything by day',
    sql: `
      select p.cents as amount_cents, p.order_id as sample
      from (
        select order_id, price_cents as cents from dwh.fct_order_items
        union all
        select order_id, payment_cents from dwh.fct_payments
      ) as p
      left join ${ORDERS} as o on o.order_id = p.order_id
      where o.order_id is null`,
    fault: changed('dwh.fct_order_items', ['order_id', 'order_item_id'], "order_id = 'lost'", {
      cents: 'price_cents',
      where: 'price_cents > 0',
    }),
  },
])
