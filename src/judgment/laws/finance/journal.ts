import { changed, emptied } from '../../fault.js'
import { type LawDeclaration, lawsOf } from '../../law.js'
import { orderLines } from '../../order-lines.js'
import { sameRows } from '../../sql.js'
import { months } from '../../working/calendar.js'
import { events, journalDifferences } from '../../working/journal.js'
import { anticipation, overdue, standing } from './line-needs.js'

const JOURNAL = 'finance.journal_lines'

/** The first entry of an event, in the account that it debits; an entry moves two accounts. */
const oneEntry = (event: string) => `
  select entry_id, 2 * max(abs(amount_cents)) as cents from ${JOURNAL}
  where event = '${event}' group by entry_id order by entry_id limit 1`

/** A law of some events: their entries stand on their day, with their amount, and no others do. */
function postings(
  name: string,
  told: readonly string[],
  law: Pick<LawDeclaration, 'statement' | 'distrust' | 'needs'> &
    Partial<Pick<LawDeclaration, 'figure'>>,
): LawDeclaration {
  return {
    ...law,
    name,
    uses: [journalDifferences],
    sql: `
      select amount_cents, sample from journal_differences
      where event in (${told.map((event) => `'${event}'`).join(', ')})`,
    fault: {
      victim: oneEntry(told[0]!),
      breaks: `delete from ${JOURNAL} where entry_id = :entry_id`,
    },
  }
}

const market = { figure: 'spend', needs: [] } as const

/** The books balance, and every posting stands if and only if its event happened. */
export const journalLaws = lawsOf('finance', [
  {
    name: 'journal_entries_balance',
    statement: 'Every entry of the journal sums to zero',
    distrust: 'profit by recognition date, cash and balances',
    needs: [],
    sql: `
      select abs(sum(amount_cents)) as amount_cents, entry_id as sample
      from ${JOURNAL} group by entry_id having sum(amount_cents) <> 0`,
    fault: changed(JOURNAL, ['entry_id', 'account'], 'amount_cents = amount_cents + 1', {
      cents: '1',
      where: "account = 'cash'",
    }),
  },
  ...orderLines.map(({ id, rule, event, words }) =>
    postings(`${id}_is_booked`, [event, `${event}_reversed`], {
      statement: `${words}: booked on the day of its event, and taken back when an order comes to nothing`,
      distrust: `${words.toLowerCase()} by recognition date`,
      needs: [...standing(rule), 'finance.statuses.*.is_ended'],
    }),
  ),
  postings('buyers_pay', ['buyer_paid', 'buyer_paid_reversed'], {
    statement:
      'What buyers paid is owed by the acquirer from its approval on, and no more when the order ends',
    distrust: 'receivables and what is owed to sellers',
    needs: standing('commission'),
  }),
  postings('payments_are_settled', ['payment_settled', 'payment_settled_reversed'], {
    statement:
      'Payments come in by the terms of their type, one instalment after the other or all ahead, less fees; what an order settled goes back when it ends',
    distrust: 'the cash result and receivables',
    needs: [...standing('payment_fee'), ...anticipation],
  }),
  postings(
    'overdue_orders_are_provided_for',
    ['refund_owed', 'refund_owed_reversed', 'buyer_refunded', 'buyer_refunded_reversed'],
    {
      statement:
        'What is held for an order that is paid and not delivered so long is owed or paid to the buyer by the declared rule, and taken back when it is delivered',
      distrust: 'what is owed to sellers and to buyers, and cash',
      needs: [...standing('commission'), ...overdue],
    },
  ),
  postings('refund_costs_are_paid', ['refund_cost_paid'], {
    statement:
      'The cost of a refund is paid when the refund is, and stays provided for when it is not',
    distrust: 'the cash result and provisions',
    needs: [...standing('refund'), 'finance.refund_cost_cents', ...overdue],
  }),
  postings('carriers_are_paid', ['carrier_paid'], {
    statement: 'Carriers are paid what they are owed, so long after the hand-over',
    distrust: 'the cash result and what is owed to carriers',
    needs: [...standing('carrier'), 'finance.carrier_terms_days'],
  }),
  postings('advertising_is_paid', ['advertising_paid'], {
    statement: 'Advertising is paid so long after its day',
    distrust: 'the cash result and what is owed for advertising',
    needs: ['finance.advertising_terms_days'],
  }),
  postings('sellers_are_paid', ['seller_paid'], {
    statement:
      'Sellers are paid what buyers paid less commission and freight, so long after delivery, for orders that stand',
    distrust: 'cash and what is owed to sellers',
    needs: [...standing('commission'), ...standing('freight'), 'finance.payout_delay_days'],
  }),
  postings('spend_is_booked', ['marketing_spent'], {
    ...market,
    statement: 'The spend of a channel and day is owed from that day on and is in flight',
    distrust: 'the cash result and marketing assets',
  }),
  postings('clicks_are_booked', ['clicks_born', 'no_response'], {
    ...market,
    statement: 'Money in flight becomes clicks on the day it is released, or finds no response',
    distrust: 'marketing assets and waste',
  }),
  postings('consumption_is_booked', ['clicks_consumed'], {
    ...market,
    statement: 'Clicks become acquisition cost on the day an order uses them',
    distrust: 'acquisition cost and marketing assets',
  }),
  postings('losses_are_booked', ['clicks_decayed', 'clicks_expired'], {
    ...market,
    statement: 'Clicks are written off on the day they decay or expire',
    distrust: 'waste and marketing assets',
  }),
  postings('subscriptions_are_booked', ['subscription_billed', 'subscription_earned'], {
    statement: 'A subscription is billed on the 1st and earned day by day',
    distrust: 'subscription and deferred revenue',
    needs: [],
  }),
  postings('taxes_and_fixed_costs_are_booked', ['fixed_cost', 'subscription_tax'], {
    statement:
      'Fixed costs are paid day by day as declared, and the declared tax on what each plan earns in a day',
    distrust: 'the operating result',
    needs: ['finance.subscription_tax_bps'],
  }),
  {
    name: 'nothing_else_is_booked',
    statement: 'The journal tells of no other event',
    distrust: 'profit by recognition date, cash and balances',
    needs: [],
    uses: [journalDifferences],
    sql: `
      select amount_cents, sample from journal_differences
      where event not in (${events.map((event) => `'${event}'`).join(', ')})`,
    fault: {
      victim: `select min(entry_date) as entry_date, 100000000 as cents from ${JOURNAL}`,
      breaks: `insert into ${JOURNAL} values (concat(:entry_date, ':gift:direct'),
        cast(:entry_date as date), 'gift', 'direct', 'cash', 100000000, 'nobody')`,
    },
  },
  {
    name: 'trial_balance',
    statement:
      'Every account and month: it opens with all that was booked before, and closes with what the month adds',
    distrust: 'balances',
    needs: [],
    uses: [months],
    sql: sameRows({
      key: ['month', 'account'],
      cents: ['opening_cents', 'debit_cents', 'credit_cents', 'closing_cents'],
      published: 'finance.trial_balance',
      expected: `(
        with moved as (
          select account, year(entry_date) * 12 + month(entry_date) as month_no,
            sum(greatest(amount_cents, 0)) as debits, sum(greatest(-amount_cents, 0)) as credits
          from ${JOURNAL} group by 1, 2
        )
        select m.month, a.account,
          sum(case when v.month_no < m.month_no then v.debits - v.credits else 0 end) as opening_cents,
          sum(case when v.month_no = m.month_no then v.debits else 0 end) as debit_cents,
          sum(case when v.month_no = m.month_no then v.credits else 0 end) as credit_cents,
          sum(case when v.month_no <= m.month_no then v.debits - v.credits else 0 end) as closing_cents
        from expected_months as m
        cross join (select distinct account from moved) as a
        inner join moved as v on v.account = a.account
        group by m.month, a.account)`,
    }),
    fault: emptied('finance.trial_balance', ['month', 'account'], 'closing_cents'),
  },
])
