import type { ArtifactSchema } from '../column.js'

/** The books. */
export const journalTables: ArtifactSchema = {
  journal_lines: {
    about:
      'What one entry (one event of one party on one day) does to one account: debits positive, credits negative.',
    grain: ['entry_id', 'account'],
    columns: {
      entry_id: 'VARCHAR',
      entry_date: 'DATE',
      event: 'VARCHAR',
      party: 'VARCHAR',
      account: 'VARCHAR',
      amount_cents: 'BIGINT',
      source: 'VARCHAR',
    },
  },
  trial_balance: {
    about: 'One account in one month (month = its first day); balances debit positive.',
    grain: ['month', 'account'],
    columns: {
      month: 'DATE',
      account: 'VARCHAR',
      opening_cents: 'BIGINT',
      debit_cents: 'BIGINT',
      credit_cents: 'BIGINT',
      closing_cents: 'BIGINT',
    },
  },
}
