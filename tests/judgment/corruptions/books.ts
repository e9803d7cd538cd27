import { corruptionsOf } from './corruption.js'

const entry = 'entry_id = :entry_id and account = :account'

/** Lies of the books. */
export const bookCorruptions = corruptionsOf('finance', [
  {
    what: 'a duplicated journal line',
    pick: `select entry_id, account, abs(amount_cents) as stake from journal_lines
           order by entry_id, account limit 1`,
    sql: `insert into journal_lines select * from journal_lines where ${entry}`,
    law: 'finance.journal_lines_unique',
  },
  {
    what: 'a cent moved in the journal',
    pick: 'select entry_id, account, 1 as stake from journal_lines order by entry_id limit 1',
    sql: `update journal_lines set amount_cents = amount_cents + 1 where ${entry}`,
    law: 'finance.journal_entries_balance',
  },
  {
    what: 'a journal entry shifted to the next day',
    pick: `select entry_id, sum(abs(amount_cents)) as stake from journal_lines
           group by entry_id order by entry_id limit 1`,
    sql: 'update journal_lines set entry_date = entry_date + 1 where entry_id = :entry_id',
    law: 'finance.journal_entries_have_one_day',
  },
  {
    what: 'a payment to a channel left out of the books, both sides',
    pick: `select entry_id, amount_cents as stake from journal_lines
           where event = 'marketing_spent' and account = 'marketing_in_flight'
           order by entry_id limit 1`,
    sql: 'delete from journal_lines where entry_id = :entry_id',
    law: 'finance.spend_is_paid',
  },
  {
    what: 'a write-off that balances and never happened',
    pick: `select entry_id, 2 * 300 as stake from journal_lines
           where event = 'clicks_decayed' order by entry_id limit 1`,
    sql: `update journal_lines set amount_cents = amount_cents + 300
          where entry_id = :entry_id and account = 'marketing_decayed';
          update journal_lines set amount_cents = amount_cents - 300
          where entry_id = :entry_id and account = 'click_inventory'`,
    law: 'finance.accounts_are_the_facts',
  },
  {
    what: 'recognised profit that the journal does not know',
    pick: 'select cast(min(date) as varchar) as date, 64 as stake from pnl_daily',
    sql: 'update pnl_daily set operating_result_cents = operating_result_cents + 64 where date = :date',
    law: 'finance.pnl_is_the_journal',
  },
  {
    what: 'cash that the bridge does not explain',
    pick: 'select cast(min(date) as varchar) as date, 2 * 90 as stake from pnl_daily',
    sql: 'update pnl_daily set cash_result_cents = cash_result_cents + 90 where date = :date',
    law: 'finance.cash_is_bridged',
  },
  {
    what: 'a seller billed before its first sale',
    pick: `select seller_id, cast(min(month) as varchar) as month, 4990 as stake
           from fct_subscriptions where plan = 'starter'
           group by seller_id order by month, seller_id limit 1`,
    sql: `insert into fct_subscriptions
          select seller_id, cast(date_trunc('month', month - 1) as date), plan,
            0, billed_cents, recognised_cents, mrr_cents, 'new', mrr_cents
          from fct_subscriptions where seller_id = :seller_id and month = :month`,
    law: 'finance.no_bill_before_a_sale',
  },
  {
    what: 'churn that nobody sees',
    pick: `select cast(month as varchar) as month, -churn_cents as stake from mrr_bridge
           where churn_cents < 0 order by month limit 1`,
    sql: 'update mrr_bridge set churn_cents = 0 where month = :month',
    law: 'finance.mrr_bridge_closes',
  },
  {
    what: 'revenue that is neither earned nor deferred',
    pick: `select seller_id, cast(month as varchar) as month, 2 * 7 as stake
           from fct_subscriptions where recognised_cents > 7 order by seller_id, month limit 1`,
    sql: `update fct_subscriptions set recognised_cents = recognised_cents - 7
          where seller_id = :seller_id and month = :month`,
    law: 'finance.billed_is_earned_or_deferred',
  },
  {
    what: 'a balance carried over wrongly',
    pick: `select cast(max(month) as varchar) as month, 2 * 11 as stake from trial_balance`,
    sql: `update trial_balance set closing_cents = closing_cents + 11
          where month = :month and account in ('cash', 'seller_payable')`,
    law: 'finance.trial_balance_is_the_journal',
  },
])
