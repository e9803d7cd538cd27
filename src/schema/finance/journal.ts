import { EVERYTHING } from '../basis.js'
import { type ArtifactSchema, cents, day, text } from '../column.js'

/** The books. */
export const journalTables: ArtifactSchema = {
  journal_lines: {
    about:
      'What one entry (one event of one party on one day) does to one account: debits positive, credits negative.',
    grain: ['entry_id', 'account'],
    restsOn: EVERYTHING,
    columns: {
      entry_id: text('The entry: its day, event and party, joined by colons.'),
      entry_date: day('The day on which it is booked.'),
      event: text("What happened, e.g. 'commission_earned'."),
      party: text('Whom it belongs to: a channel, direct, or a subscription plan.'),
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
}
