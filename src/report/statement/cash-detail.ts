import { inWords } from '../../format/index.js'
import { sum } from '../../numbers.js'
import { accountName, cashSentences } from './cash.js'
import { BRIDGE_SQL, CASH_MONTHS_SQL, FLOWS_SQL, RECEIVABLES_SQL } from './cash-flow.js'
import { placeOf, type SectionMaker, type StatementTable } from './document.js'
import type { Statement } from './statement.js'
import { basedTable } from './table-basis.js'

export const cashDetail: SectionMaker = (statement) => ({
  id: 'cash-detail',
  title: 'Cash',
  sentences: cashSentences(statement),
  tables: [
    flowTable(statement),
    monthTable(statement),
    bridgeTable(statement),
    ...receivableTable(statement),
  ],
})

function flowTable(statement: Statement): StatementTable {
  const closing = statement.balances.find(({ account }) => account === 'cash')?.closing_cents ?? 0
  return basedTable(statement, 'cash_flow', {
    caption: 'What each kind of entry moved in cash (IAS 7.18, direct), from an empty account',
    rows: [
      ...statement.flows.map(({ event, amount_cents }) => ({
        name: inWords(event),
        at: placeOf('event', event),
        amount_cents,
      })),
      { name: 'In the account at the close', amount_cents: closing },
    ],
    columns: { name: 'Cash', amount_cents: 'Over the horizon' },
    sql: FLOWS_SQL,
    links: 'name',
    totalRow: true,
  })
}

function monthTable(statement: Statement): StatementTable {
  return basedTable(statement, 'cash_flow', {
    caption: 'Month by month: opening + in + out = closing',
    rows: statement.cash.months,
    columns: {
      month: 'Month',
      opening_cents: 'Opening',
      in_cents: 'In',
      out_cents: 'Out',
      closing_cents: 'Closing',
    },
    sql: CASH_MONTHS_SQL,
  })
}

function bridgeTable(statement: Statement): StatementTable {
  const { bridge } = statement.cash
  const isLine = new Set(statement.ledger.rules.map(({ line }) => line))
  return basedTable(statement, 'cash_bridge', {
    caption:
      'From the result recognised to cash (IAS 7.18, indirect): lines of profit, then what balances kept or left',
    rows: [
      ...bridge.map(({ kind, line, amount_cents }) => ({
        name:
          kind === 'profit'
            ? inWords(line)
            : `Change of ${accountName(statement, line).toLowerCase()}`,
        at: placeOf(isLine.has(line) ? 'line' : 'account', line),
        amount_cents,
      })),
      { name: 'Cash', amount_cents: sum(bridge.map(({ amount_cents }) => amount_cents)) },
    ],
    columns: { name: 'Result to cash', amount_cents: 'Over the horizon' },
    sql: BRIDGE_SQL,
    links: 'name',
    totalRow: true,
  })
}

function receivableTable(statement: Statement): StatementTable[] {
  const { receivables } = statement.cash
  if (receivables.length === 0) return []
  const owed = sum(receivables.map(({ receivable_cents }) => receivable_cents))
  const table = basedTable(statement, 'receivables', {
    caption: 'What acquirers owe at the close, by the month when it is due',
    rows: [
      ...receivables.map((row) => ({ ...row, name: inWords(row.payment_type) })),
      { name: 'Acquirer receivable', due_month: null, receivable_cents: owed },
    ],
    columns: { name: 'Receivable', due_month: 'Due', receivable_cents: 'Owed' },
    sql: RECEIVABLES_SQL,
    totalRow: true,
  })
  return [table]
}
