import { gone } from '../../fault.js'
import { lawsOf } from '../../law.js'
import { monthOf, number, sameRows } from '../../sql.js'
import { days } from '../../working/calendar.js'
import { orderTotals } from '../../working/order-totals.js'
import { expectedSettlements } from '../../working/settlements.js'
import { anticipation, overdue } from './line-needs.js'

const isOverdue = `o.overdue_date is not null and coalesce(o.delivery_date > l.day, true)`
const isProvided = `(select value from assumed where id = 'finance.undelivered_rule') = 'provision'`

/** What of an order is held for its seller on the last day, by what became of it. */
const held = `(
  with last as (select max(date) as day from expected_days),
  open as (
    select
      case when o.end_date is not null then 'ended' when o.delivery_date <= l.day then 'delivered'
        when o.hand_over_date <= l.day then 'on its way' else 'not handed over' end as state,
      l.day - coalesce(o.approval_date, o.purchase_date) as age,
      o.payment_cents * (
        case when o.approval_date <= l.day then 1 else 0 end
        - case when o.approval_date is not null and o.end_date <= l.day then 1 else 0 end
      ) - o.kept_so_far_cents
      - case when o.end_date is null
          and o.delivery_date + cast(${number('finance.payout_delay_days')} as integer) <= l.day
          then o.payment_cents - o.kept_cents else 0 end
        - case when ${isOverdue} then o.overdue_cents else 0 end as cents,
      case when ${isOverdue} and ${isProvided} then o.overdue_cents else 0 end as provided,
      o.carrier_so_far_cents as carrier
    from expected_order_totals as o
    cross join last as l
  )
  select state, (select max(start) from (values (0), (31), (61), (91), (181)) as ages (start)
      where start <= greatest(age, 0)) as from_days,
    count(*) as orders, sum(cents) as payable_cents, sum(provided) as provided_cents,
    sum(case when state = 'on its way' then carrier else 0 end) as lost_carrier_cents
  from open where cents <> 0 or provided <> 0
  group by 1, 2)`

/** What is to come from acquirers and is held for sellers when the books close, part by part. */
export const openItemLaws = lawsOf('finance', [
  {
    name: 'receivables',
    statement:
      'What acquirers owe when the books close, by type of payment and month, is every part of a payment that was approved and is not due yet, less fees, and together the account',
    distrust: 'receivables',
    needs: anticipation,
    uses: [days, expectedSettlements],
    sql: `
      with last as (select max(date) as day from expected_days),
      open as (
        select s.payment_type, ${monthOf('s.due_date')} as due_month,
          s.payment_cents * (case when s.approval_date <= l.day then 1 else 0 end)
            - s.fee_cents * (case when s.fee_date <= l.day then 1 else 0 end)
            - (s.payment_cents - s.fee_cents)
              * (case when least(s.due_date, s.end_date) <= l.day then 1 else 0 end) as cents
        from expected_settlements as s cross join last as l
      )
      ${sameRows({
        key: ['payment_type', 'due_month'],
        cents: ['receivable_cents'],
        published: 'finance.receivables',
        expected: `(
          select payment_type, due_month, sum(cents) as receivable_cents
          from open group by 1, 2 having sum(cents) <> 0)`,
      })}
      union all
      select abs(sum(cents)) as amount_cents, 'all' as sample
      from (
        select receivable_cents as cents from finance.receivables
        union all
        select -amount_cents from finance.journal_lines where account = 'acquirer_receivable'
      ) as sides
      having sum(cents) <> 0`,
    fault: gone('finance.receivables', ['payment_type', 'due_month'], {
      cents: '2 * receivable_cents',
    }),
  },
  {
    name: 'payable_aging',
    statement:
      'What is held for sellers, by what became of the order and by age, is what buyers paid less what was kept, paid out and made owed to buyers, and together the account',
    distrust: 'what is owed to sellers and how old it is',
    needs: ['finance.payout_delay_days', ...overdue],
    uses: [days, orderTotals],
    sql: `
      ${sameRows({
        key: ['state', 'from_days'],
        cents: ['payable_cents', 'provided_cents', 'lost_carrier_cents'],
        counts: ['orders'],
        published: 'finance.payable_aging',
        expected: held,
      })}
      union all
      select abs(sum(cents)) as amount_cents, account as sample
      from (
        select 'seller_payable' as account, payable_cents as cents from finance.payable_aging
        union all
        select 'refund_liability', provided_cents from finance.payable_aging
        union all
        select account, amount_cents from finance.journal_lines
        where account in ('seller_payable', 'refund_liability')
      ) as sides
      group by account having sum(cents) <> 0`,
    fault: gone('finance.payable_aging', ['state', 'from_days'], {
      cents: '2 * payable_cents',
      where: 'payable_cents > lost_carrier_cents',
    }),
  },
])
