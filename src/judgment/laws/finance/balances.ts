import { profitLines } from '../../../schema/finance/profit-lines.js'
import { lawsOf } from '../../law.js'
import { monthOf, number, sameRows } from '../../sql.js'
import { days, months } from '../../working/calendar.js'
import { expectedOrders } from '../../working/orders.js'

const profitAccounts = profitLines.map(({ account }) => `'${account}'`).join(', ')
const keptLines = profitLines
  .filter(({ contra }) => contra === 'seller_payable')
  .map(({ id }) => `'${id}'`)
  .join(', ')

/** What of an order is held for its seller on the last day, by what became of it. */
const held = `(
  with last as (select max(date) as day from expected_days),
  kept as (
    select r.order_id,
      coalesce(sum(r.amount_cents) filter (r.line in (${keptLines}) and r.recognition_date <= l.day), 0)
        as so_far,
      coalesce(sum(r.amount_cents) filter (r.line in (${keptLines})), 0) as at_last,
      coalesce(sum(r.amount_cents) filter (r.line = 'carrier_cost' and r.recognition_date <= l.day), 0)
        as carrier
    from finance.fct_recognition as r cross join last as l
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
          then o.payment_cents - coalesce(k.at_last, 0) else 0 end as cents,
      coalesce(k.carrier, 0) as carrier
    from expected_orders as o
    left join kept as k on k.order_id = o.order_id
    cross join last as l
  )
  select state, (select max(start) from (values (0), (31), (61), (91), (181)) as ages (start)
      where start <= greatest(age, 0)) as from_days,
    count(*) as orders, sum(cents) as payable_cents,
    sum(case when state = 'on its way' then carrier else 0 end) as lost_carrier_cents
  from open where cents <> 0
  group by 1, 2)`

/** The journal with every account of profit under the name of equity. */
const sides = `
  select ${monthOf('entry_date')} as month, amount_cents,
    case when account in (${profitAccounts}) then 'equity' else account end as account,
    case when account in (${profitAccounts}) then 'equity'
      when account in ('cash', 'marketing_in_flight', 'click_inventory') then 'asset'
      else 'liability' end as side
  from finance.journal_lines`

const cashMoves = `
  select ${monthOf('entry_date')} as month, event, amount_cents
  from finance.journal_lines where account = 'cash'`

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
      expected: `(
        with moves as (${cashMoves}),
        flows as (
          select m.month, e.event as flow,
            coalesce(sum(c.amount_cents) filter (c.month = m.month), 0) as amount_cents
          from expected_months as m
          cross join (select distinct event from moves) as e
          left join moves as c on c.event = e.event
          group by m.month, e.event
        )
        select * from flows
        union all
        select m.month, 'opening', coalesce(sum(c.amount_cents) filter (c.month < m.month), 0)
        from expected_months as m left join moves as c on true group by m.month
        union all
        select m.month, 'closing', coalesce(sum(c.amount_cents) filter (c.month <= m.month), 0)
        from expected_months as m left join moves as c on true group by m.month)`,
    }),
    fault: {
      victim: `select month, abs(amount_cents) as cents from finance.cash_flow
        where flow = 'buyer_paid' and amount_cents <> 0 order by month limit 1`,
      breaks: `update finance.cash_flow set amount_cents = 0
        where month = cast(:month as date) and flow = 'buyer_paid'`,
    },
  },
  {
    name: 'payable_aging',
    statement:
      'What is held for sellers, by what became of the order and by age, is what buyers paid less what was kept and paid out',
    distrust: 'what is owed to sellers and how old it is',
    needs: ['finance.payout_delay_days'],
    uses: [days, expectedOrders],
    sql: sameRows({
      key: ['state', 'from_days'],
      cents: ['payable_cents', 'lost_carrier_cents'],
      counts: ['orders'],
      published: 'finance.payable_aging',
      expected: held,
    }),
    fault: {
      victim: `select state, from_days, payable_cents as cents from finance.payable_aging
        where payable_cents > lost_carrier_cents order by payable_cents desc limit 1`,
      breaks: `delete from finance.payable_aging
        where state = :state and from_days = :from_days`,
    },
  },
])
