import { datedLines, type OrderLine, orderLines } from '../order-lines.js'
import { declaredOf, number, share } from '../sql.js'
import { days } from './calendar.js'
import type { WorkingTable } from './working-table.js'

const ruleNames = [...new Set(orderLines.map(({ rule }) => rule))]

/** One status and what it lets stand, a row each. */
const statusRules = declaredOf(
  'finance.statuses',
  'order_status',
  ['implies', 'is_ended', ...ruleNames],
  'varchar',
)

/** One payment: what the acquirer takes, for paying ahead too, in how many parts and when it comes. */
export const paymentCosts: WorkingTable = {
  name: 'expected_payment_costs',
  uses: [],
  select: `
    with types as (${declaredOf('finance.payment_types', 'payment_type', ['fee_bps', 'fee_cents', 'chargeback_bps', 'settlement_days'])}),
    declared as (
      select p.order_id, p.payment_type, p.payment_cents,
        ${share('p.payment_cents', 't.fee_bps')} + t.fee_cents as fee_cents,
        ${share('p.payment_cents', 't.chargeback_bps')} as called_back_cents,
        greatest(p.installments, 1) as instalments, t.settlement_days as usual_days,
        least(t.settlement_days, ${number('finance.anticipated_days')}) as soonest_days,
        (select value from assumed where id = 'finance.instalments') = 'anticipated' as is_ahead
      from dwh.fct_payments as p
      left join types as t on t.payment_type = p.payment_type
    )
    select order_id, payment_type, payment_cents, fee_cents, called_back_cents,
      case when is_ahead then 1 else instalments end as parts,
      case when is_ahead then soonest_days else usual_days end as wait,
      case when is_ahead then (payment_cents * ${number('finance.anticipation_bps')}
        * (usual_days - soonest_days + usual_days - soonest_days
          + (instalments - 1) * ${number('finance.instalment_days')}) + 300000) // 600000
        else 0 end as ahead_cents
    from declared`,
}

/** What arises once for an order and belongs to it where it has no items: columns of {@link expectedOrders}. */
export const orderWholes: Readonly<Record<string, string>> = {
  payment_fee: 'fee_cents',
  anticipation_fee: 'ahead_cents',
  chargeback: 'called_back_cents',
  kept_fee: 'fee_kept_cents',
  refund_cost: 'refund_cents',
}

const fees = `
  select order_id, cast(sum(fee_cents) as bigint) as fee_cents,
    cast(sum(ahead_cents) as bigint) as ahead_cents,
    cast(sum(called_back_cents) as bigint) as called_back_cents
  from expected_payment_costs
  group by order_id`

const onItsEvent = (rule: string) =>
  `case ${rule} when 'approval' then approval_date when 'hand_over' then hand_over_date
    when 'delivery' then delivery_date when 'end' then end_date end`

const late = `cast(${number('finance.undelivered_days')} as integer)`

/** The day on which a line of an order stands, null where it does not. */
const day = ({ id, rule, onlyLate }: OrderLine) =>
  `case when ${onlyLate ? 'is_late' : 'true'} then ${
    id === 'refund_cost'
      ? `coalesce(${onItsEvent(`r_${rule}`)}, case when delivery_date is null then overdue_date end)`
      : onItsEvent(`r_${rule}`)
  } end`

/** The day on which an order that came to nothing booked a line that does not stand. */
const dayBack = (line: OrderLine) =>
  `case when end_date is not null ${line.onlyLate ? 'and is_late' : ''}
    and ${line.dates}_day is null then ${onItsEvent(`usual.${line.rule}`)}
    ${line.id === 'refund_cost' ? 'when delivery_date is not null then overdue_date' : ''} end`

/**
 * One order: what happened to it and when, on which day its lines of a rule stand (`..._day`) or were
 * booked until its end, or its delivery after all, took it back (`..._back`), and what arises once for it.
 */
export const expectedOrders: WorkingTable = {
  name: 'expected_orders',
  uses: [days, paymentCosts],
  select: `
    with rules as (${statusRules}),
    reached as (
      select o.*, row_number() over () as order_no, r.is_ended, cast(o.approved_at as date) as approved,
        cast(o.handed_over_at as date) as handed_over, cast(o.delivered_at as date) as delivered,
        cast(o.estimated_delivery_at as date) as estimated,
        case r.implies when 'approval' then 1 when 'hand_over' then 2 when 'delivery' then 3
          else 0 end as steps,
        ${ruleNames.map((rule) => `r.${rule} as r_${rule}`).join(', ')}
      from dwh.fct_orders as o
      left join rules as r on r.order_status = o.order_status
    ),
    happened as (
      select *,
        case when approved is not null or steps >= 1
          then greatest(purchase_date, coalesce(approved, purchase_date)) end as approval_date,
        case when handed_over is not null or steps >= 2
          then greatest(purchase_date, coalesce(handed_over, delivered, approved, purchase_date))
          end as hand_over_date,
        case when delivered is not null or steps >= 3
          then greatest(purchase_date, coalesce(delivered, estimated, handed_over, purchase_date))
          end as delivery_date,
        coalesce(delivered > estimated + cast(${number('finance.sla_grace_days')} as integer), false)
          as is_late
      from reached
    ),
    ended as (
      select *, case when is_ended = 'true'
        then greatest(purchase_date, approval_date, hand_over_date, delivery_date)
          + cast(${number('finance.refund_delay_days')} as integer) end as end_date
      from happened
    ),
 overdue as (
      select *, case when (select value from assumed where id = 'finance.undelivered_rule') <> 'none'
        and end_date is null and coalesce(delivery_date > approval_date + ${late}, true)
        and approval_date + ${late} <= (select max(date) from expected_days)
        then approval_date + ${late} end as overdue_date
      from ended
    ),
    standing as (
      select *, ${datedLines.map((line) => `${day(line)} as ${line.dates}_day`).join(',\n        ')}
      from overdue
    )
    select s.order_no, s.order_id, s.purchase_date, s.order_status, s.customer_unique_id, s.items,
      coalesce(a.channel, 'direct') as channel,
      coalesce(a.acquisition_cost_cents, 0) as acquisition_cents, s.payment_cents,
      s.approval_date, s.hand_over_date, s.delivery_date, s.end_date, s.is_late, s.overdue_date,
      ${datedLines.map((line) => `s.${line.dates}_day, ${dayBack(line)} as ${line.dates}_back`).join(',\n      ')},
      coalesce(f.fee_cents, 0) as fee_cents, coalesce(f.ahead_cents, 0) as ahead_cents,
      coalesce(f.called_back_cents, 0) as called_back_cents,
      case when s.approval_date is null then 0 else
        coalesce(${share('f.fee_cents', number('finance.kept_fee_bps'))}, 0) end as fee_kept_cents,
      case when s.approval_date is null then 0 else ${number('finance.refund_cost_cents')} end
        as refund_cents,
      case when weekday(s.purchase_date) in (0, 6) then ${number('finance.weekend_operations_bps')}
        else 10000 end as operations_bps
    from standing as s
    left join attribution.fct_order_attribution as a on a.order_id = s.order_id
    left join (${fees}) as f on f.order_id = s.order_id
    left join rules as usual on usual.order_status = 'delivered'`,
}
