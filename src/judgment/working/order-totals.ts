import { type OrderLine, orderLines } from '../order-lines.js'
import { number } from '../sql.js'
import { days } from './calendar.js'
import { expectedItems, standingCents } from './items.js'
import { expectedOrders, orderWholes } from './orders.js'
import type { WorkingTable } from './working-table.js'

const kept = (cents: (line: OrderLine) => string) =>
  orderLines
    .filter(({ against }) => against === 'seller_payable')
    .map((line) => `${line.isRevenue ? '+' : '-'} ${cents(line)}`)
    .join(' ')

/** What the marketplace keeps of the money it holds for sellers, of one item. */
const keptFromSellers = kept(standingCents)

/** The same, as far as it was booked when its order was overdue. */
const keptWhenOverdue = kept(
  ({ id, dates }) => `case when ${dates}_day <= overdue_date then ${id}_all else 0 end`,
)

/** What is booked by the last day of what a line of an item comes to, and not taken back by then. */
const soFar = ({ id, dates }: OrderLine) =>
  `case when coalesce(${dates}_day, ${dates}_back) <= last_day then ${id}_all else 0 end
    - case when ${dates}_back is not null and end_date <= last_day then ${id}_all else 0 end`

const carrier = orderLines.find(({ id }) => id === 'carrier_cost')!

/** One order: what is kept of what was paid for it, in the end and so far, of all its items. */
export const orderTotals: WorkingTable = {
  name: 'expected_order_totals',
  uses: [days, expectedOrders, expectedItems],
  select: `
    with sums as (
      select order_no,
        cast(sum(${keptFromSellers}) as bigint) as kept_cents,
        cast(sum(${keptWhenOverdue}) as bigint) as kept_when_overdue_cents,
        cast(sum(${kept((line) => `(${soFar(line)})`)}) as bigint) as kept_so_far_cents,
        cast(sum(${soFar(carrier)}) as bigint) as carrier_so_far_cents
      from expected_items cross join (select max(date) as last_day from expected_days) as horizon
      group by order_no
    )
    select o.channel, o.purchase_date, o.payment_cents, o.approval_date, o.hand_over_date,
      o.delivery_date, o.end_date, o.overdue_date,
      coalesce(s.kept_cents, 0) as kept_cents, coalesce(s.kept_so_far_cents, 0) as kept_so_far_cents,
      coalesce(s.carrier_so_far_cents, 0) as carrier_so_far_cents,
      o.payment_cents - coalesce(s.kept_when_overdue_cents, 0) as overdue_cents
    from expected_orders as o
    left join sums as s on s.order_no = o.order_no`,
}

/** A line is booked for the orders that it arises for as a whole, else for their items. */
const booked = orderLines.flatMap(({ id, dates, event }) => {
  const whole = orderWholes[id]
  const [cents, table] = whole ? [whole, 'expected_orders'] : [`${id}_all`, 'expected_items']
  const back = whole ? 'coalesce(end_date, delivery_date)' : 'end_date'
  return [
    `select '${event}' as event, coalesce(${dates}_day, ${dates}_back) as entry_date,
      channel as segment, sum(${cents}) as cents
    from ${table} where coalesce(${dates}_day, ${dates}_back) is not null group by 2, 3`,
    `select '${event}_reversed' as event, ${back} as entry_date, channel as segment,
      -sum(${cents}) as cents
    from ${table} where ${dates}_back is not null group by 2, 3`,
  ]
})

const isRefunded = `(select value from assumed where id = 'finance.undelivered_rule') = 'refund'`

const overdue = ['refund_owed', 'buyer_refunded'].flatMap((event) => {
  const where = `overdue_date is not null and ${event === 'refund_owed' ? 'true' : isRefunded}`
  return [
    `select '${event}' as event, overdue_date as entry_date, channel as segment,
      sum(overdue_cents) as cents from expected_order_totals where ${where} group by 2, 3`,
    `select '${event}_reversed' as event, delivery_date as entry_date, channel as segment,
      -sum(overdue_cents) as cents
    from expected_order_totals where ${where} and delivery_date is not null group by 2, 3`,
  ]
})

const refundCosts = `
  with due as (
    select * from expected_orders where end_date is not null or ${isRefunded}
  )
  select 'refund_cost_paid' as event, coalesce(refund_cost_day, refund_cost_back) as entry_date,
    channel as segment, refund_cents as cents
  from due where coalesce(refund_cost_day, refund_cost_back) is not null
  union all
  select 'refund_cost_paid', coalesce(end_date, delivery_date), channel, -refund_cents
  from due where refund_cost_back is not null`

const paid = [
  `select 'buyer_paid' as event, approval_date as entry_date, channel as segment,
    sum(payment_cents) as cents
  from expected_order_totals where approval_date is not null group by 2, 3`,
  `select 'buyer_paid_reversed' as event, end_date as entry_date, channel as segment,
    -sum(payment_cents) as cents
  from expected_order_totals where approval_date is not null and end_date is not null group by 2, 3`,
  `select 'seller_paid' as event,
    delivery_date + cast(${number('finance.payout_delay_days')} as integer) as entry_date,
    channel as segment, sum(payment_cents - kept_cents) as cents
  from expected_order_totals where delivery_date is not null and end_date is null group by 2, 3`,
]

/** What orders post, by event, day and channel: those after the horizon too. */
export const orderPostings: WorkingTable = {
  name: 'expected_order_postings',
  uses: [expectedOrders, expectedItems, orderTotals],
  select: [...booked, ...paid, ...overdue, `select * from (${refundCosts}) as refunds`].join(
    '\nunion all\n',
  ),
}
