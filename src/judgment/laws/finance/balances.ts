import { assets } from '../../accounts.js'
import { changed } from '../../fault.js'
import { profitLines } from '../../known-lines.js'
import { type LawDeclaration, lawsOf } from '../../law.js'
import { monthOf, sameRows } from '../../sql.js'
import { days, months } from '../../working/calendar.js'
import type { WorkingTable } from '../../working/working-table.js'

const profitAccounts = profitLines.map(({ account }) => `'${account}'`).join(', ')
const owned = assets.map((account) => `'${account}'`).join(', ')

/** The journal with every account of profit under the name of equity. */
const sides = `
  select ${monthOf('entry_date')} as month, amount_cents,
    case when account in (${profitAccounts}) then 'equity' else account end as account,
    case when account in (${profitAccounts}) then 'equity'
      when account in (${owned}) then 'asset' else 'liability' end as side
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

const flowLaw = (
  period: 'date' | 'month',
  table: 'cash_flow' | 'cash_flow_daily',
  spine: WorkingTable,
): LawDeclaration => ({
  name: table,
  statement: `A ${period === 'date' ? 'day' : 'month'}’s cash flows are what moved the cash account, between what it opened and closed with`,
  distrust: 'the cash flow statement',
  needs: [],
  uses: [spine],
  sql: sameRows({
    key: [period, 'flow'],
    cents: ['amount_cents'],
    published: `finance.${table}`,
    expected: flows(period, spine.name),
  }),
  fault: {
    victim: `select ${period}, abs(amount_cents) as cents from finance.${table}
      where flow = 'payment_settled' and amount_cents <> 0 order by ${period} limit 1`,
    breaks: `update finance.${table} set amount_cents = 0
      where ${period} = cast(:${period} as date) and flow = 'payment_settled'`,
  },
})

/** What is owned and owed when a month closes, and how cash came to what it is. */
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
        with sides as (
          select month, account, side, sum(amount_cents) as amount_cents
          from (${sides}) as lines group by month, account, side
        )
        select m.month, a.account, a.side,
          coalesce(sum(s.amount_cents) filter (where s.month <= m.month), 0) as closing_cents
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
  flowLaw('month', 'cash_flow', months),
  flowLaw('date', 'cash_flow_daily', days),
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
    fault: changed('finance.cash_bridge', ['month', 'line'], 'amount_cents = 0', {
      cents: '2 * abs(amount_cents)',
      where: "kind = 'change' and amount_cents <> 0",
    }),
  },
])
