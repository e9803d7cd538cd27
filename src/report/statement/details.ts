import { inWords } from '../../format/index.js'
import { lawSentence } from '../sentences.js'
import { assumedAmounts } from './assumed.js'
import { accountName, sellsOwnGoods } from './cash.js'
import { placeOf, type SectionMaker, type StatementTable } from './document.js'
import { heldSentences, statutorySentences } from './metrics.js'
import { MONTHS_SQL, monthGrounds } from './months.js'
import { BALANCES_SQL, CHANNELS_SQL, LINES_SQL, type Statement } from './statement.js'
import { basedTable } from './table-basis.js'

export const profitDetail: SectionMaker = (statement) => {
  const columns = {
    name: 'Profit and loss',
    cohort_cents: 'By purchase',
    unrecognised_cents: 'Not yet',
    recognised_cents: 'Recognised',
    timing_cents: 'Timing',
    cash_cents: 'In cash',
    basis: 'Rests on',
  }
  const isLine = new Set(statement.ledger.rules.map(({ line }) => line))
  const rows = statement.lines.map((row) => ({
    ...row,
    name: inWords(row.line),
    ...(isLine.has(row.line) ? { at: placeOf('line', row.line) } : {}),
  }))
  return {
    id: 'profit-detail',
    title: 'Profit and loss',
    sentences: [
      'By purchase less what is not yet recognised is recognised; with timing it is in cash.',
    ],
    tables: [
      {
        caption: 'Three ways to the same result',
        rows,
        columns,
        basis: 'Rests on: by line, in its last column.',
        sql: LINES_SQL,
        links: 'name',
        totalRow: true,
      },
      monthTable(statement),
    ],
  }
}

function monthTable(statement: Statement): StatementTable {
  return basedTable(
    statement,
    'pnl_periods',
    {
      caption: 'By month of purchase',
      rows: statement.months,
      columns: {
        month: 'Month',
        orders: 'Orders',
        gmv_cents: 'GMV',
        revenue_cents: 'Revenue',
        fulfilment_cents: 'Fulfilment',
        acquisition_cost_cents: 'Acquisition',
        waste_cents: 'Waste',
        contribution_after_marketing_cents: 'Contribution',
      },
      sql: MONTHS_SQL,
    },
    monthGrounds,
  )
}

export const channelsDetail: SectionMaker = (statement) => {
  return {
    id: 'channels-detail',
    title: 'Verdict by channel',
    sentences: [lawSentence(statement), ...statutorySentences(statement)],
    tables: [
      basedTable(statement, 'channel_verdict', {
        caption: 'What became of the money, and of the orders that came by the channel',
        rows: statement.channels,
        columns: {
          channel: 'Channel',
          spend_cents: 'Spend',
          acquisition_cost_cents: 'Acquisition',
          waste_cents: 'Waste',
          waste_bps: 'Of spend',
          orders: 'Orders',
          new_customers: 'New',
          cost_per_order_cents: 'Per order',
          paid_cac_cents: 'Paid CAC',
          consumed_cac_cents: 'Consumed',
          loaded_cac_cents: 'Loaded',
          contribution_2_cents: 'Contribution 2',
          result_cents: 'Result',
        },
        sql: CHANNELS_SQL,
      }),
    ],
  }
}

export const balanceDetail: SectionMaker = (statement) => {
  const held = sellsOwnGoods(statement) ? 'Prepaid by buyers' : 'Held for sellers'
  return {
    id: 'balance-detail',
    title: 'Balance',
    sentences: [...statutorySentences(statement), ...heldSentences(statement)],
    tables: [
      basedTable(statement, 'balance_sheet', {
        caption: 'When the books close, debit positive; the rows sum to zero',
        rows: statement.balances.map((row) => ({
          ...row,
          name: accountName(statement, row.account),
          ...(row.account === 'equity' ? {} : { at: placeOf('account', row.account) }),
        })),
        columns: { name: 'Balance', closing_cents: 'At the close' },
        sql: BALANCES_SQL,
        links: 'name',
      }),
      basedTable(statement, 'payable_aging', {
        caption: `${held} when the books close, by age since the payment`,
        rows: statement.held,
        columns: {
          state: held,
          from_days: 'From day',
          orders: 'Orders',
          payable_cents: 'Held',
          lost_carrier_cents: 'Carrier cost, not delivered',
        },
        sql: 'select * from finance.payable_aging order by state, from_days',
      }),
    ],
  }
}

export const basisDetail: SectionMaker = (statement) => {
  const { grounds, figures } = statement.basis
  const { nameOf } = statement.notation
  const linesOf = assumedAmounts(statement).map(
    ({ assumed, lines }) => `${assumed}: ${lines.map(inWords).join(', ')}.`,
  )
  return {
    id: 'basis-detail',
    title: 'What is assumed',
    sentences: linesOf,
    tables: [
      {
        caption: 'What money is made from at the bottom',
        rows: grounds,
        columns: { name: 'Ground', basis: 'Basis in this run' },
        basis:
          'Spend, clicks and costs of goods by the files of the run; the others are the same in every run.',
        sql: 'select * from judgment.grounds',
      },
      {
        caption: 'Every figure of the answer',
        rows: figures.map((row) => ({ ...row, name: figureName(row.figure, nameOf) })),
        columns: {
          name: 'Figure',
          amount_cents: 'Amount',
          basis: 'Basis',
          rests_on: 'Made from',
        },
        basis: 'A figure rests on the weakest of what it is made from.',
        sql: 'select * from judgment.basis',
      },
    ],
  }
}

/** `channel.email_marketing.waste_cents` is Email: Waste. */
function figureName(figure: string, nameOf: (id: string) => string): string {
  const parts = figure.split('.').slice(1)
  return parts.map((part) => nameOf(part.replace(/_cents$/, ''))).join(': ')
}
