import { orderLines } from '../order-lines.js'
import { number } from '../sql.js'
import { expectedItems } from './items.js'
import { expectedOrders, orderWholes } from './orders.js'
import type { WorkingTable } from './working-table.js'

/** What the marketplace keeps of the money it holds for sellers, of one item. */
const keptFromSellers = orderLines
  .filter(({ against }) => against === 'seller_payable')
  .map(({ column, isRevenue }) => `${isRevenue ? '+' : '-'} ${column}`)
  .join(' ')

/** One order: what each of its lines comes to, its items and itself together. */
const orderTotals: WorkingTable = {
  name: 'expected_order_totals',
  uses: [expectedOrders, expectedItems],
  select: `
    with sums as (
      select order_id, ${orderLines.map(({ id }) => `sum(${id}_all) as ${id}_cents`).join(', ')},
        sum(${keptFromSellers}) as kept_cents
      from expected_items
      group by order_id
    )
    select o.*,
      ${orderLines
        .map(
          ({ id }) =>
            `coalesce(s.${id}_cents, ${orderWholes[id] ? `o.${orderWholes[id]}` : '0'}) as ${id}_cents`,
        )
        .join(',\n      ')},
      coalesce(s.kept_cents, 0) as kept_cents
    from expected_orders as o
    left join sums as s on s.order_id = o.order_id`,
}

const booked = orderLines.flatMap(({ id, event }) => [
  `select '${event}' as event, coalesce(${id}_day, ${id}_back) as entry_date, channel as segment,
    sum(${id}_cents) as cents
  from expected_order_totals where coalesce(${id}_day, ${id}_back) is not null group by 2, 3`,
  `select '${event}_reversed' as event, end_date as entry_date, channel as segment,
    -sum(${id}_cents) as cents
  from expected_order_totals where ${id}_back is not null group by 2, 3`,
])

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
  uses: [orderTotals],
  select: [...booked, ...paid].join('\nunion all\n'),
}
