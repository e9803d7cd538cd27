import { lawsOf, sameCents, uniqueRows } from '../law.js'

/** The books balance, close in time, and say what the facts say. */
export const journalLaws = lawsOf('finance', [
  {
    name: 'journal_entries_balance',
    statement: 'Every entry of the journal sums to zero',
    distrust: 'profit by recognition date, cash and balances',
    sql: `
      select abs(sum(amount_cents)) as amount_cents, entry_id as sample
      from finance.journal_lines
      group by entry_id
      having sum(amount_cents) <> 0`,
  },
  {
    name: 'journal_lines_unique',
    statement: 'An entry moves an account once',
    distrust: 'profit by recognition date, cash and balances',
    sql: uniqueRows('finance.journal_lines', ['entry_id', 'account'], 'amount_cents'),
  },
  {
    name: 'journal_entries_have_one_day',
    statement: 'The lines of an entry stand on its one day, inside the horizon',
    distrust: 'profit by recognition date',
    sql: `
      select sum(abs(j.amount_cents)) as amount_cents, j.entry_id as sample
      from finance.journal_lines as j
      cross join finance.verdict as v
      where cast(j.entry_date as varchar) <> substr(j.entry_id, 1, 10)
        or j.entry_date < v.first_date
        or j.entry_date > v.last_date
      group by j.entry_id`,
  },
  {
    name: 'trial_balance_is_zero',
    statement: 'All accounts sum to zero at every date',
    distrust: 'profit by recognition date, cash and balances',
    sql: `
      select abs(sum(amount_cents)) as amount_cents, cast(entry_date as varchar) as sample
      from finance.journal_lines
      group by entry_date
      having sum(amount_cents) <> 0`,
  },
  {
    name: 'trial_balance_is_the_journal',
    statement: 'The balances of a month are the journal up to its end, and open as the last closed',
    distrust: 'balances',
    impact: 'figure',
    sql: `
      select abs(t.closing_cents - j.cents) + abs(t.opening_cents - t.closed_cents) as amount_cents,
        concat(t.account, ' ', t.month) as sample
      from (
        select *, lag(closing_cents, 1, 0) over (partition by account order by month)
          as closed_cents
        from finance.trial_balance
      ) as t
      inner join (
        select m.account, m.month, sum(l.amount_cents) as cents
        from finance.trial_balance as m
        inner join finance.journal_lines as l
          on l.account = m.account and cast(date_trunc('month', l.entry_date) as date) <= m.month
        group by m.account, m.month
      ) as j on j.account = t.account and j.month = t.month
      where t.closing_cents <> j.cents
        or t.opening_cents <> t.closed_cents
        or t.closing_cents <> t.opening_cents + t.debit_cents - t.credit_cents`,
  },
  {
    name: 'accounts_are_the_facts',
    statement: 'Marketing accounts hold what lots, releases and orders say',
    distrust: 'marketing cost and marketing assets',
    sql: sameCents(
      ['account'],
      `select account, amount_cents as cents
       from finance.journal_lines
       where account in ('marketing_in_flight', 'click_inventory', 'acquisition_cost',
         'marketing_decayed', 'marketing_expired', 'marketing_no_response')`,
      `select 'marketing_in_flight' as account, cost_cents as cents
       from market.spend_release
       where release_date > (select max(date) from market.fct_marketing_daily)
       union all
       select 'click_inventory' as account, live_cents as cents from attribution.click_lots
       union all
       select 'acquisition_cost' as account, cost_cents as cents
       from attribution.bridge_order_clicks
       union all
       select 'marketing_decayed' as account, decayed_cents as cents from attribution.click_lots
       union all
       select 'marketing_expired' as account, expired_cents as cents from attribution.click_lots
       union all
       select 'marketing_no_response' as account, released_cost_cents as cents
       from market.fct_marketing_daily where clicks = 0`,
    ),
  },
  {
    name: 'spend_is_paid',
    statement: 'The spend of a channel and day leaves the cash of that day',
    distrust: 'the cash result',
    sql: sameCents(
      ['channel', 'date'],
      'select channel, date, spend_cents as cents from market.fct_marketing_daily',
      `select party as channel, entry_date as date, -amount_cents as cents
       from finance.journal_lines where event = 'marketing_spent' and account = 'cash'`,
    ),
  },
  {
    name: 'buyers_paid_what_they_paid',
    statement: 'What buyers paid into the journal is what approved orders were paid',
    distrust: 'cash and what is owed to sellers',
    sql: sameCents(
      ['date'],
      `select entry_date as date, amount_cents as cents
       from finance.journal_lines where event = 'buyer_paid' and account = 'cash'`,
      `select e.approval_date as date, sum(p.payment_cents) as cents
       from finance.fct_order_events as e
       inner join dwh.fct_payments as p on p.order_id = e.order_id
       where e.approval_date <= (select last_date from finance.verdict)
       group by e.approval_date`,
    ),
  },
  {
    name: 'pnl_is_the_journal',
    statement: 'The recognised profit of a day is what the journal’s accounts of profit say',
    distrust: 'profit by recognition date',
    sql: sameCents(
      ['date'],
      'select date, operating_result_cents as cents from finance.pnl_daily',
      `select entry_date as date, -sum(amount_cents) as cents
       from finance.journal_lines
       where account not in ('cash', 'marketing_in_flight', 'click_inventory',
         'deferred_subscription', 'seller_payable')
       group by entry_date`,
    ),
  },
  {
    name: 'cash_is_bridged',
    statement: 'Every day: cash result = profit - change of marketing assets + change of deferred',
    distrust: 'the cash result',
    sql: `
      select abs(operating_result_cents - in_flight_change_cents - click_inventory_change_cents
          + deferred_change_cents - cash_result_cents)
          + abs(cash_result_cents + seller_payable_change_cents - cash_change_cents)
          as amount_cents, cast(date as varchar) as sample
      from finance.pnl_daily
      where cash_result_cents <> operating_result_cents - in_flight_change_cents
          - click_inventory_change_cents + deferred_change_cents
        or cash_change_cents <> cash_result_cents + seller_payable_change_cents`,
  },
])
