import { accountsOf } from '../../accounts.js'
import { changed, emptied, twice } from '../../fault.js'
import { profitLines } from '../../known-lines.js'
import { lawsOf } from '../../law.js'
import {
  itemColumns,
  lineColumns,
  selectTotals,
  totalColumns,
  totals,
  totalsOf,
} from '../../profit-lines.js'
import { long, sameCents, sameRows } from '../../sql.js'
import { days } from '../../working/calendar.js'
import { dailyCosts } from '../../working/daily-costs.js'
import { profitFacts, wasted } from '../../working/order-results.js'

const asItself = (columns: readonly string[]) =>
  Object.fromEntries(columns.map((name) => [name, name]))

/** Accounts and what they add to which column of the recognised profit and loss. */
const recognised: readonly (readonly [column: string, account: string, sign: number])[] = [
  ...profitLines.map(({ id, account, sign }) => [`${id}_cents`, account, -sign] as const),
  ...totals.flatMap(({ column, lines }) =>
    profitLines
      .filter(({ id }) => lines.includes(`${id}_cents`))
      .map(({ account }) => [column, account, -1] as const),
  ),
  ['in_flight_change_cents', 'marketing_in_flight', 1],
  ['click_inventory_change_cents', 'click_inventory', 1],
  ...accountsOf('deferred').map((account) => ['deferred_change_cents', account, -1] as const),
  ...accountsOf('receivable').map((account) => ['receivable_change_cents', account, 1] as const),
  ...accountsOf('owed').map((account) => ['owed_change_cents', account, -1] as const),
  ...accountsOf('held').map((account) => ['seller_payable_change_cents', account, -1] as const),
  ['cash_change_cents', 'cash', 1],
  ...accountsOf('cash', 'held').map((account) => ['cash_result_cents', account, 1] as const),
  ...accountsOf('cash', 'held', 'receivable', 'owed').map(
    (account) => ['cash_at_once_cents', account, 1] as const,
  ),
]

const eachDay = (table: string) => `
  select coalesce(max(abs(operating_result_cents)), 0) as amount_cents, cast(date as varchar) as sample
  from (
    select date, operating_result_cents, 1 as held from ${table}
    union all
    select date, 0, -1 from expected_days
  ) as sides
  group by date having sum(held) <> 0`

const factColumns = ['gmv_cents', ...itemColumns]

/** A day's sum of what each of its items and orders has, null where one has nothing to add. */
const dailyFacts = `(
  select date, ${factColumns
    .map((name) => `case when count(*) = count(${name}) then sum(${name}) end as ${name}`)
    .join(', ')}
  from profit_facts group by date) as daily`

const cohortFacts = `
  ${long(dailyFacts, ['date'], {
    ...asItself(factColumns),
    ...totalsOf(itemColumns),
  })}
  union all
  ${long('wasted_daily', ['date'], {
    marketing_decayed_cents: 'decayed_cents',
    marketing_expired_cents: 'expired_cents',
    marketing_no_response_cents: 'no_response_cents',
    ...Object.fromEntries(
      totalColumns.map((name) => [name, '-decayed_cents - expired_cents - no_response_cents']),
    ),
  })}
  union all
  select entry_date, line, -amount_cents
  from finance.journal_lines
  cross join (values ('subscription_revenue_cents'), ${totalColumns.map((name) => `('${name}')`).join(', ')})
    as lines (line)
  where account = 'subscription_revenue'
  union all
  select date, concat(line, '_cents'), cents from daily_costs
  union all
  select date, 'operating_result_cents', -cents from daily_costs`

const sums = lineColumns.map((name) => `sum(${name}) as ${name}`).join(', ')

/** Profit and loss: every line of every day, and every way of cutting it. */
export const profitLaws = lawsOf('finance', [
  {
    name: 'cohort_days',
    statement: 'The profit and loss by purchase day has every day of the horizon once',
    distrust: 'profit by purchase day',
    needs: [],
    uses: [days],
    sql: eachDay('finance.pnl_cohort_daily'),
    fault: twice('finance.pnl_cohort_daily', ['date'], {
      cents: 'abs(operating_result_cents)',
      where: 'operating_result_cents <> 0',
    }),
  },
  {
    name: 'recognised_days',
    statement: 'The profit and loss by recognition date has every day of the horizon once',
    distrust: 'profit by recognition date',
    needs: [],
    uses: [days],
    sql: eachDay('finance.pnl_daily'),
    fault: twice('finance.pnl_daily', ['date'], {
      cents: 'abs(operating_result_cents)',
      where: 'operating_result_cents <> 0',
    }),
  },
  {
    name: 'cohort_lines_are_facts',
    statement:
      'Every line of a purchase day is what its orders come to, the marketing it lost and the subscriptions it earned',
    distrust: 'profit by purchase day',
    needs: ['finance.subscription_tax_bps'],
    uses: [profitFacts, wasted, dailyCosts],
    sql: sameCents(
      ['date', 'line'],
      long(
        'finance.pnl_cohort_daily',
        ['date'],
        asItself(['gmv_cents', ...lineColumns, ...totalColumns]),
      ),
      cohortFacts,
    ),
    fault: emptied('finance.pnl_cohort_daily', ['date'], 'carrier_cost_cents'),
  },
  {
    name: 'cohort_counts',
    unit: 'rows',
    statement: 'The orders and items of a purchase day are those of the warehouse',
    distrust: 'orders and items by day',
    needs: [],
    sql: `
      select 0 as amount_cents, concat(date, ' ', line) as sample
      from (
        ${long('finance.pnl_cohort_daily', ['date'], asItself(['orders', 'items']))}
        union all
        select purchase_date, 'orders', -1 from dwh.fct_orders
        union all
        select purchase_date, 'items', -1 from dwh.fct_order_items where purchase_date is not null
      ) as sides
      group by date, line having sum(cents) <> 0`,
    fault: changed('finance.pnl_cohort_daily', ['date'], 'items = items + 1', {}),
  },
  {
    name: 'recognised_lines_are_the_journal',
    statement:
      'Every line of a day, its cash result and the bridge between them are what the accounts of the journal moved',
    distrust: 'profit by recognition date and the cash result',
    needs: [],
    sql: sameCents(
      ['date', 'line'],
      long(
        'finance.pnl_daily',
        ['date'],
        asItself([...new Set(recognised.map(([column]) => column))]),
      ),
      `select j.entry_date as date, m.line, m.sign * j.amount_cents as cents
       from finance.journal_lines as j
       inner join (values ${recognised.map(([column, account, sign]) => `('${column}', '${account}', ${sign})`).join(', ')})
         as m (line, account, sign) on m.account = j.account`,
    ),
    fault: emptied('finance.pnl_daily', ['date'], 'cash_result_cents'),
  },
  {
    name: 'periods_are_their_days',
    statement: 'A month, quarter or year is the sum of its days, by cohort and by recognition',
    distrust: 'profit by month, quarter and year',
    needs: [],
    sql: sameRows({
      key: ['basis', 'period', 'start_date', 'orders', 'gmv_cents', 'cash_result_cents'],
      cents: [...lineColumns, ...totalColumns],
      published: 'finance.pnl_periods',
      expected: `(
        with cohort_and_recognised as (
          select 'cohort' as basis, date, orders, gmv_cents, null as cash_result_cents,
            ${lineColumns.join(', ')} from finance.pnl_cohort_daily
          union all
          select 'recognition', date, null, null, cash_result_cents,
            ${lineColumns.join(', ')} from finance.pnl_daily
        ),
        spans (period, months) as (values ('month', 1), ('quarter', 3), ('year', 12)),
        summed as (
          select basis, period,
            make_date(year(date), month(date) - (month(date) - 1) % months, 1) as start_date,
            sum(orders) as orders, sum(gmv_cents) as gmv_cents,
            sum(cash_result_cents) as cash_result_cents, ${sums}
          from cohort_and_recognised cross join spans group by 1, 2, 3
        )
        select *, ${selectTotals(lineColumns)} from summed)`,
    }),
    fault: emptied(
      'finance.pnl_periods',
      ['start_date', 'basis', 'period'],
      'operating_result_cents',
      "basis = 'cohort' and period = 'month'",
    ),
  },
])
