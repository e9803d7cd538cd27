import { CASH, EVERYTHING, SALES } from '../basis.js'
import { type ArtifactSchema, cents, count, day, integer, text } from '../column.js'

/** The books. */
export const journalTables = {
  journal_lines: {
    about:
      'What one entry (one event of one segment on one day) does to one account: debits positive, credits negative.',
    grain: ['entry_id', 'account'],
    restsOn: EVERYTHING,
    columns: {
      entry_id: text('The entry: its day, event and segment, joined by colons.'),
      entry_date: day('The day on which it is booked.'),
      event: text("What happened, e.g. 'commission_earned'."),
      segment: text('Whom it belongs to: a channel, direct, or a subscription plan.'),
      account: text('The account.'),
      amount_cents: cents('Debit positive, credit negative; an entry sums to 0.'),
      source: text('The table that says so.'),
    },
  },
  trial_balance: {
    about: 'One account in one month (month = its first day); balances debit positive.',
    grain: ['month', 'account'],
    restsOn: EVERYTHING,
    columns: {
      month: day('First day of the month.'),
      account: text('The account.'),
      opening_cents: cents('Balance when the month began.'),
      debit_cents: cents('Debits of the month.'),
      credit_cents: cents('Credits of the month, as a positive amount.'),
      closing_cents: cents('Balance when the month ended: opening + debits - credits.'),
    },
  },
  balance_sheet: {
    about: 'One account, or the equity, when one month closes; the rows of a month sum to zero.',
    grain: ['month', 'account'],
    restsOn: EVERYTHING,
    columns: {
      month: day('The month.'),
      account: text("The account; 'equity' is all results up to then."),
      side: text("'asset', 'liability' or 'equity'."),
      closing_cents: cents('Its balance at the end of the month, debit positive.'),
    },
  },
  cash_flow_daily: {
    about:
      'What one kind of entry moved in cash on one day, and what the day opened and closed with.',
    grain: ['date', 'flow'],
    restsOn: CASH,
    columns: {
      date: day('The day.'),
      flow: text("The kind of entry, 'opening' or 'closing'."),
      amount_cents: cents('Cash in positive, cash out negative.'),
    },
  },
  cash_flow: {
    about:
      'What one kind of entry moved in cash in one month, and what the month opened and closed with.',
    grain: ['month', 'flow'],
    restsOn: CASH,
    columns: {
      month: day('The month.'),
      flow: text("The kind of entry, 'opening' or 'closing'."),
      amount_cents: cents('Cash in positive, cash out negative.'),
    },
  },
  cash_bridge: {
    about:
      'From the result of one month to its cash, by the indirect method: every line of the profit and loss and the change of every balance but cash; the rows of a month sum to the change of its cash.',
    grain: ['month', 'line'],
    restsOn: EVERYTHING,
    columns: {
      month: day('The month.'),
      kind: text("'profit': a line of the profit and loss; 'change': a balance that moved."),
      line: text('The line, or the account whose balance moved.'),
      amount_cents: cents('As it adds to cash: revenue and what is owed more positive.'),
    },
  },
  receivables: {
    about:
      'What acquirers owe when the books close, by how it was paid and the month in which it is due.',
    grain: ['payment_type', 'due_month'],
    restsOn: ['payments', 'rates'],
    columns: {
      payment_type: text("How it was paid, e.g. 'credit_card'."),
      due_month: day('First day of the month in which it is due.'),
      receivable_cents: cents('What is still to come, less the fees that are taken off it.'),
    },
  },
  payable_aging: {
    about:
      'What is held for sellers when the books close, by what became of the orders and by their age; what of it the rule for undelivered orders made owed to buyers.',
    grain: ['state', 'from_days'],
    restsOn: SALES,
    columns: {
      state: text("'delivered', 'on its way', 'not handed over' or 'ended'."),
      from_days: integer('Age from which on, since the payment: 0, 31, 61, 91 or 181.', {
        unit: 'days',
      }),
      orders: count('Orders with an open balance.'),
      payable_cents: cents('What is held for their sellers.'),
      provided_cents: cents('What is owed to their buyers instead, and not paid back.'),
      lost_carrier_cents: cents('What the carrier cost of those on their way.'),
    },
  },
} satisfies ArtifactSchema
