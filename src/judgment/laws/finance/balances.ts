import { balanceAccounts } from '../../../schema/finance/accounts.js'
import { profitLines } from '../../../schema/finance/profit-lines.js'
import { lawsOf } from '../../law.js'
import { monthOf, number, sameRows } from '../../sql.js'
import { days, months } from '../../working/calendar.js'
import { expectedOrders } from '../../working/orders.js'
import { expectedSettlements } from '../../working/settlements.js'
import { anticipation, overdue } from './items.js'

const profitAccounts = profitLines.map(({ account }) => `'${account}'`).join(', ')
const assets = balanceAccounts
  .flatMap(({ id, side }) => (side === 'asset' ? [`'${id}'`] : []))
  .join(', ')
const keptLines = profitLines
  .filter(({ contra }) => contra === 'seller_payable')
  .map(({ id }) => `'${id}'`)
  .join(', ')

const isOverdue = `o.overdue_date is not null and coalesce(o.delivery_date > l.day, true)`
const isProvided = `(select value from assumed where id = 'finance.undelivered_rule') = 'provision'`

/** What of an order is held for its seller on the last day, by what became of it. */
const held = `(
  with last as (select max(date) as day from expected_days),
  kept as (
    select r.order_id,
      coalesce(sum(r.amount_cents) filter (r.line in (${keptLines}) and r.recognition_date <= l.day), 0)
        as so_far,
      coalesce(sum(r.amount_cents) filter (r.line in (${keptLines})), 0) as at_last,
      coalesce(sum(r.amount_cents) filter (
        r.line in (${keptLines}) and r.recognition_date <= e.overdue_date), 0) as when_overdue,
      coalesce(sum(r.amount_cents) filter (r.line = 'carrier_cost' and r.recognition_date <= l.day), 0)
        as carrier
    from finance.fct_recognition as r cross join last as l
    inner join expected_orders as e on e.order_id = r.order_id
    group by r.order_id
  ),
  open as (
    select
      case when o.end_date is not null then 'ended' when o.delivery_date <= l.day then 'delivered'
        when o.hand_over_date <= l.day then 'on its way' else 'not handed over' end as state,
      l.day - coalesce(o.approval_date, o.purchase_date) as age,
      o.payment_cents * (
        case when o.approval_date <= l.day then 1 else 0 end
        - case when o.approval_date is not null and o.end_date <= l.day then 1 else 0 end
      ) - coalesce(k.so_far, 0)
      - case when o.end_date is null
          and o.delivery_date + cast(${number('finance.payout_delay_days')} as integer) <= l.day
          then o.payment_cents - coalesce(k.at_last, 0) else 0 end
        - case when ${isOverdue} then o.payment_cents - coalesce(k.when_overdue, 0) else 0 end as cents,
      case when ${isOverdue} and ${isProvided} then o.payment_cents - coalesce(k.when_overdue, 0)
        else 0 end as provided,
      coalesce(k.carrier, 0) as carrier
    from expected_orders as o
    left join kept as k on k.order_id = o.order_id
    cross join last as l
  )
  select state, (select max(start) from (values (0), (31), (61), (91), (181)) as ages (start)
      where start <= greatest(age, 0)) as from_days,
    count(*) as orders, sum(cents) as payable_cents, sum(provided) as provided_cents,
    sum(case when state = 'on its way' then carrier else 0 end) as lost_carrier_cents
  from open where cents <> 0 or provided <> 0
  group by 1, 2)`

/** The journal with every account of profit under the name of equity. */
const sides = `
  select ${monthOf('entry_date')} as month, amount_cents,
    case when account in (${profitAccounts}) then 'equity' else account end as account,
    case when account in (${profitAccounts}) then 'equity'
      when account in (${assets}) then 'asset' else 'liability' end as side
  from finance.journal_lines`

/** Flows by one period of time, between what it opened and closed with. */
const flows = (period: 'date' | 'month', spine: string) => `(
  with moves as (
    select ${period === 'date' ? 'entry_date' : monthOf('entry_date')} as ${period}, event,
      sum(amount_cents) as cents
    from finance.journal_lines where account = 'cash' group by 1, 2
  ),
  nets as (
    select s.${period}, coalesce(sum(m.cents), 0) as net
    from ${spine} as s left join moves as m on m.${period} = s.${period} group by s.${period}
  ),
  closing as (select *, sum(net) over (order by ${period}) as cents from nets)
  select s.${period}, e.event as flow, coalesce(m.cents, 0) as amount_cents
  from ${spine} as s cross join (select distinct event from moves) as e
  left join moves as m on m.${period} = s.${period} and m.event = e.event
  union all
  select ${period}, 'opening', cents - net from closing
  union all
  select ${period}, 'closing', cents from closing)`

const profitOf = profitLines.map(({ id, account }) => `('${account}', '${id}')`).join(', ')

/** What is owned, owed and held when the books close, and how cash came to what it is. */
export const balanceLaws = lawsOf('finance', [
  {
    name: 'balance_sheet',
    statement: 'What is owned, owed and earned when a month closes is the journal up to its end',
    distrust: 'the balance sheet',
    needs: [],
    uses: [months],
    sql: sameRows({
      key: ['month', 'account', 'side'],
      cents: ['closing_cents'],
      published: 'finance.balance_sheet',
      expected: `(
        with sides as (${sides})
        select m.month, a.account, a.side,
          coalesce(sum(s.amount_cents) filter (s.month <= m.month), 0) as closing_cents
        from expected_months as m
        cross join (select distinct account, side from sides) as a
        left join sides as s on s.account = a.account
        group by m.month, a.account, a.side)`,
    }),
    fault: {
      victim: `select max(month) as month, 77 as cents from finance.balance_sheet`,
      breaks: `update finance.balance_sheet set closing_cents = closing_cents + 77
        where month = cast(:month as date) and account = 'equity'`,
    },
  },
  {
    name: 'cash_flow',
    statement:
      'A month’s cash flows are what moved the cash account, between what it opened and closed with',
    distrust: 'the cash flow statement',
    needs: [],
    uses: [months],
    sql: sameRows({
      key: ['month', 'flow'],
      cents: ['amount_cents'],
      published: 'finance.cash_flow',
      expected: flows('month', 'expected_months'),
    }),
    fault: {
      victim: `select month, abs(amount_cents) as cents from finance.cash_flow
        where flow = 'payment_settled' and amount_cents <> 0 order by month limit 1`,
      breaks: `update finance.cash_flow set amount_cents = 0
        where month = cast(:month as date) and flow = 'payment_settled'`,
    },
  },
  {
    name: 'cash_flow_daily',
    statement:
      'A day’s cash flows are what moved the cash account, between what it opened and closed with',
    distrust: 'the cash flow statement',
    needs: [],
    uses: [days],
    sql: sameRows({
      key: ['date', 'flow'],
      cents: ['amount_cents'],
      published: 'finance.cash_flow_daily',
      expected: flows('date', 'expected_days'),
    }),
    fault: {
      victim: `select date, abs(amount_cents) as cents from finance.cash_flow_daily
        where flow = 'payment_settled' and amount_cents <> 0 order by date limit 1`,
      breaks: `update finance.cash_flow_daily set amount_cents = 0
        where date = cast(:date as date) and flow = 'payment_settled'`,
    },
  },
  {
    name: 'cash_bridge',
    statement:
      'From the result of a month to its cash: every line of profit and every balance as the journal moved it, and together what the cash account moved',
    distrust: 'the bridge from profit to cash',
    needs: [],
    uses: [months],
    sql: `
      with moved as (
        select ${monthOf('entry_date')} as month, account, sum(amount_cents) as cents
        from finance.journal_lines group by 1, 2
      ),
      wanted as (
        select s.month, case when l.line is null then 'change' else 'profit' end as kind,
          coalesce(l.line, a.account) as line, -coalesce(m.cents, 0) as amount_cents
        from expected_months as s
        cross join (select distinct account from moved where account <> 'cash') as a
        left join moved as m on m.month = s.month and m.account = a.account
        left join (values ${profitOf}) as l (account, line) on l.account = a.account
      )
      ${sameRows({
        key: ['month', 'kind', 'line'],
        cents: ['amount_cents'],
        published: 'finance.cash_bridge',
        expected: 'wanted',
      })}
      union all
      select abs(sum(cents)) as amount_cents, concat('cash of ', month) as sample
      from (
        select month, amount_cents as cents from finance.cash_bridge
        union all
        select month, -cents from moved where account = 'cash'
      ) as sides
      group by month having sum(cents) <> 0`,
    fault: {
      victim: `select month, line, 2 * abs(amount_cents) as cents from finance.cash_bridge
        where kind = 'change' and amount_cents <> 0 order by month, line limit 1`,
      breaks: `update finance.cash_bridge set amount_cents = 0
        where month = cast(:month as date) and line = :line`,
    },
  },
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
    fault: {
      victim: `select payment_type, due_month, 2 * receivable_cents as cents from finance.receivables
        order by receivable_cents desc limit 1`,
      breaks: `delete from finance.receivables
        where payment_type = :payment_type and due_month = cast(:due_month as date)`,
    },
  },
  {
    name: 'payable_aging',
    statement:
      'What is held for sellers, by what became of the order and by age, is what buyers paid less what was kept, paid out and made owed to buyers, and together the account',
    distrust: 'what is owed to sellers and how old it is',
    needs: ['finance.payout_delay_days', ...overdue],
    uses: [days, expectedOrders],
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
    fault: {
      victim: `select state, from_days, 2 * payable_cents as cents from finance.payable_aging
        where payable_cents > lost_carrier_cents order by payable_cents desc limit 1`,
      breaks: `delete from finance.payable_aging
        where state = :state and from_days = :from_days`,
    },
  },
])
