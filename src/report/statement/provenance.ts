import { inWords } from '../../format/index.js'
import { headRows } from '../head.js'
import { judgmentSentence } from '../judgment.js'
import { horizonWords } from '../sentences.js'
import { accountName } from './cash.js'
import { placeOf, type SectionMaker } from './document.js'
import { EVENTS_SQL, entriesSql } from './ledger.js'
import type { Statement } from './statement.js'
import { basedTable } from './table-basis.js'

/** From each line to its rule and account, from each account to its entries, and an entry of each event. */
export const ledgerDetail: SectionMaker = (statement) => ({
  id: 'ledger',
  title: 'Where each line comes from',
  sentences: [
    `Every entry of an account: causeway sql "${entriesSql('commission')}", with its own name in place of commission.`,
  ],
  tables: [ruleTable(statement), accountTable(statement), exampleTable(statement)],
})

function ruleTable({ ledger }: Statement) {
  const moved = new Set(ledger.events.map(({ account }) => account))
  return {
    caption: 'The rule of each line, and the account that holds it',
    rows: ledger.rules.map((row) => ({
      ...row,
      place: placeOf('line', row.line),
      ...(moved.has(row.account) ? { at: placeOf('account', row.account) } : {}),
      account: inWords(row.account),
      section: inWords(row.section),
    })),
    columns: {
      name: 'Line',
      account: 'Account',
      section: 'First total',
      rule: 'Rule',
      rests_on: 'Made from',
    },
    basis: 'A line rests on the weakest of what it is made from.',
    sql: 'select * from finance.profit_lines order by line_no',
    links: 'account',
  }
}

function accountTable(statement: Statement) {
  return basedTable(statement, 'journal_lines', {
    caption: 'The books by account and event, debit positive',
    rows: placed(statement, statement.ledger.events, 'account').map((row) => ({
      ...row,
      at: placeOf('event', row.event),
      happened: inWords(row.event),
      question: entriesSql(row.account),
    })),
    columns: {
      name: 'Account',
      happened: 'What happened',
      entries: 'Entries',
      first_date: 'First',
      last_date: 'Last',
      amount_cents: 'Amount',
      question: 'Its entries',
    },
    sql: EVENTS_SQL,
    links: 'happened',
  })
}

function exampleTable(statement: Statement) {
  return basedTable(statement, 'journal_lines', {
    caption: 'The largest entry of each event; every entry sums to zero',
    rows: placed(statement, statement.ledger.examples, 'event'),
    columns: {
      entry_id: 'Entry',
      entry_date: 'Day',
      name: 'Account',
      amount_cents: 'Amount',
      source: 'By',
    },
    sql: 'select * from finance.journal_lines order by entry_date, entry_id',
  })
}

/** Rows by the name of their account; the first of each account or event is the place that links lead to. */
function placed<T extends { readonly account: string; readonly event: string }>(
  statement: Statement,
  rows: readonly T[],
  kind: 'account' | 'event',
) {
  return rows.map((row, i) => ({
    ...row,
    ...(rows[i - 1]?.[kind] === row[kind] ? {} : { place: placeOf(kind, row[kind]) }),
    name: accountName(statement, row.account),
  }))
}

export const judgmentDetail: SectionMaker = ({ judgment }) => {
  const stages = [...new Set(judgment.laws.map(({ stage }) => stage))].map((name) => {
    const of = judgment.laws.filter(({ stage }) => stage === name)
    return `${name} ${of.filter(({ violations }) => violations === 0).length} of ${of.length}`
  })
  const broken = judgment.laws.filter(({ violations }) => violations > 0)
  const table = {
    caption: 'Laws that are broken',
    rows: broken.map((law) => ({ ...law, example: law.sample.split('; ')[0] })),
    columns: {
      severity: 'Severity',
      law_id: 'Law',
      violations: 'Violations',
      amount_cents: 'At stake',
      example: 'For example',
      statement: 'What must hold',
    },
    basis: 'Money at stake rests on what the law compares; a law adds up again on another path.',
    sql: 'select * from judgment.laws where violations > 0',
  }
  return {
    id: 'judgment',
    title: 'Judgment',
    sentences: [judgmentSentence(judgment), `Laws that hold: ${stages.join(', ')}.`],
    tables: broken.length === 0 ? [] : [table],
  }
}

export const runDetail: SectionMaker = (statement) => {
  const { head, notes, comparisons } = statement
  return {
    id: 'run',
    title: 'What the run was made from',
    sentences: [...notes.map((note) => note.statement), ...comparisons.problems],
    tables: [
      {
        caption: 'The run',
        rows: headRows(head, horizonWords(statement)).map(({ name, values }) => ({
          name,
          value: values.join('; '),
        })),
        columns: { name: 'What', value: 'Which' },
        basis: 'With the same files, seed and assumptions every figure comes out again.',
        sql: '',
      },
      {
        caption: 'The files',
        rows: head.files,
        columns: { file_name: 'File', rows_loaded: 'Rows', sha256: 'SHA-256' },
        basis: 'Every row of a file is loaded or reported.',
        sql: 'select * from raw.load_manifest order by file_name',
      },
    ],
  }
}
