import { sum } from '../../numbers.js'
import { bases, CASH, weakest } from '../../schema/basis.js'
import {
  profitLines,
  type Section,
  sectionNumber,
  sections,
} from '../../schema/finance/profit-lines.js'
import { basisSentences } from '../basis.js'
import { judgmentSentence } from '../judgment.js'
import { verdictSentences } from '../sentences.js'
import { assumedAmounts } from './assumed.js'
import { accountName, cashSentences } from './cash.js'
import { placeOf, type StatementSection } from './document.js'
import { statutorySentences } from './metrics.js'
import { BALANCES_SQL, CHANNELS_SQL, LINES_SQL, type Statement } from './statement.js'
import { basedTable, groundsBasis } from './table-basis.js'

/** The first page: the answer and all that it takes to weigh it. Headings of the detail are the same. */
export function firstPage(statement: Statement): StatementSection[] {
  return [
    answer(statement),
    channels(statement),
    profit(statement),
    balance(statement),
    cash(statement),
    assumed(statement),
  ]
}

function answer(statement: Statement): StatementSection {
  const sentences = [
    ...verdictSentences(statement),
    judgmentSentence(statement.judgment),
    ...basisSentences(statement),
  ]
  return { id: 'answer', title: 'Answer', sentences, tables: [] }
}

/** The totals of the profit and loss: each holds its section and all before it. */
function profit(statement: Statement): StatementSection {
  const columns = {
    name: 'Profit and loss',
    cohort_cents: 'By purchase',
    recognised_cents: 'Recognised',
    cash_cents: 'In cash',
    basis: 'Rests on',
  }
  const table = {
    caption: 'Totals, each with all lines before it',
    rows: (Object.keys(sections) as Section[]).flatMap((section) => totalOf(statement, section)),
    columns,
    basis: '',
    sql: LINES_SQL,
    links: 'name',
  }
  const own = groundsBasis(statement, CASH)
  const sentences =
    own === statement.lines.at(-1)!.basis
      ? []
      : [`The last amount in cash rests on: ${own}. Spend is paid whatever its clicks led to.`]
  return { id: 'profit', title: 'Profit and loss', sentences, tables: [table] }
}

type Amount = 'cohort_cents' | 'recognised_cents' | 'cash_cents'

function totalOf({ lines }: Statement, section: Section) {
  const number = Object.keys(sections).indexOf(section) + 1
  const published = lines.find(({ line }) => line === section)
  const upTo = profitLines.filter((line) => sectionNumber(line) <= number)
  const parts = lines.filter(({ line }) => upTo.some(({ id }) => id === line))
  const isLast = section === 'contribution_after_marketing' || section === 'operating_result'
  if (isLast && !published) return []
  const total = (amount: Amount) =>
    published ? published[amount] : sum(parts.map((row) => row[amount]))
  return [
    {
      at: 'profit-detail',
      name: sections[section],
      cohort_cents: total('cohort_cents'),
      recognised_cents: total('recognised_cents'),
      cash_cents: total('cash_cents'),
      basis: published?.basis ?? weakest(parts.flatMap(({ basis }) => basis ?? [])),
    },
  ]
}

function channels(statement: Statement): StatementSection {
  const causes = statement.decisions?.channels ?? []
  const table = basedTable(statement, 'channel_verdict', {
    caption:
      causes.length > 0
        ? 'By attribution; the last column by what a channel caused'
        : 'By attribution, not by what a channel caused',
    rows: statement.channels.map((row) => ({
      ...row,
      at: 'channels-detail',
      p_pays_bps: causes.find(({ channel }) => channel === row.channel)?.p_pays_bps ?? null,
    })),
    columns: {
      channel: 'Verdict by channel',
      spend_cents: 'Spend',
      waste_cents: 'Waste',
      orders: 'Orders',
      new_customers: 'New',
      paid_cac_cents: 'Paid CAC',
      result_cents: 'Result',
      ...(causes.length > 0 && { p_pays_bps: 'P(pays for itself)' }),
    },
    sql: CHANNELS_SQL,
    links: 'channel',
  })
  return { id: 'channels', title: 'Verdict by channel', sentences: [], tables: [table] }
}

function balance(statement: Statement): StatementSection {
  const rows = statement.balances
    .filter(({ closing_cents }) => closing_cents !== 0)
    .map(({ account, closing_cents }) => ({
      at: account === 'equity' ? 'balance-detail' : placeOf('account', account),
      name: accountName(statement, account),
      closing_cents,
    }))
  const table = basedTable(statement, 'balance_sheet', {
    caption: 'When the books close, debit positive; the rows sum to zero',
    rows,
    columns: { name: 'Balance', closing_cents: 'At the close' },
    sql: BALANCES_SQL,
    links: 'name',
  })
  const [, statutory] = statutorySentences(statement)
  return { id: 'balance', title: 'Balance', sentences: [statutory!], tables: [table] }
}

function cash(statement: Statement): StatementSection {
  const [own, result] = [groundsBasis(statement, CASH), statement.lines.at(-1)!.basis!]
  const basis =
    own === result
      ? `Rests on: ${own}.`
      : `Rests on: ${own} for what came in, went out and is left, ${result} for the result and its timing.`
  return {
    id: 'cash',
    title: 'Cash',
    sentences: [...cashSentences(statement), basis],
    tables: [],
  }
}

function assumed(statement: Statement): StatementSection {
  const rows = assumedAmounts(statement)
    .sort((a, b) => bases.indexOf(a.basis) - bases.indexOf(b.basis))
    .map((row) => ({ ...row, at: 'basis-detail', lines: row.lines.length }))
  const table = {
    caption: 'The lines of the result that are made from each, whole',
    rows,
    columns: {
      assumed: 'What is assumed',
      basis: 'How',
      lines: 'Lines',
      adds_cents: 'They add',
      takes_cents: 'They take',
    },
    basis: 'A line that is made from several stands in each.',
    sql: 'select * from judgment.basis',
    links: 'assumed',
  }
  return { id: 'assumed', title: 'What is assumed', sentences: [], tables: [table] }
}
