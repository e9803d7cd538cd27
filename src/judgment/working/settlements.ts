import { number } from '../sql.js'
import { expectedOrders, paymentCosts } from './orders.js'
import type { WorkingTable } from './working-table.js'

const whole = (id: string) => `cast(${number(id)} as integer)`

/** One part of one payment that an acquirer owes: when it is due, and what the acquirer takes off it. */
export const expectedSettlements: WorkingTable = {
  name: 'expected_settlements',
  uses: [expectedOrders, paymentCosts],
  select: `
    with payments as (
      select o.order_no, o.channel, o.approval_date, o.end_date, p.payment_type, p.parts, p.wait,
        coalesce(o.payment_fee_day, o.payment_fee_back) as fee_date,
        case when o.approval_date is null then 0 else p.payment_cents end as payment,
        case when coalesce(o.payment_fee_day, o.payment_fee_back) is null then 0
          else p.fee_cents + p.ahead_cents + p.called_back_cents end as fee,
        unnest(generate_series(1, p.parts)) as nth
      from expected_payment_costs as p
      inner join expected_orders as o on o.order_id = p.order_id
    )
    select order_no, channel, payment_type, approval_date, end_date, fee_date,
      coalesce(approval_date, fee_date)
        + cast(wait + (nth - 1) * ${whole('finance.instalment_days')} as integer) as due_date,
      (payment + parts - nth) // parts as payment_cents, (fee + parts - nth) // parts as fee_cents
    from payments
    where coalesce(approval_date, fee_date) is not null`,
}

/**
 * What acquirers settle: each part when it is due, unless its order ended before. What was settled of an
 * order goes back on the day it ends, with the fee that stands.
 */
export const settlementPostings: WorkingTable = {
  name: 'expected_settlement_postings',
  uses: [expectedSettlements],
  select: `
    select 'payment_settled' as event, due_date as entry_date, channel as segment,
      sum(payment_cents - fee_cents) as cents
    from expected_settlements where due_date < coalesce(end_date, due_date + 1) group by 2, 3
    union all
    select 'payment_settled_reversed', s.end_date, s.channel,
      -s.cents - case when o.refund_day is null then 0 else o.fee_kept_cents end
        - case when o.payment_fee_day is null then 0
          else o.fee_cents + o.ahead_cents + o.called_back_cents end
    from (
      select order_no, end_date, channel,
        coalesce(sum(payment_cents - fee_cents) filter (where due_date < end_date), 0) as cents
      from expected_settlements where end_date is not null group by order_no, end_date, channel
    ) as s
    inner join expected_orders as o on o.order_no = s.order_no`,
}
