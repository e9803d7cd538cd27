import { inWords, type Notation } from '../format/index.js'
import {
  captionHtml,
  htmlTable,
  htmlText,
  noticeHtml,
  panels,
  renderFigure,
  waterfall,
} from '../notebook/index.js'
import type { Workbench } from '../workbench/index.js'
import { basisSentences } from './basis.js'
import { headSentence } from './head.js'
import { judgmentSentence } from './judgment.js'
import { cacDefinitions, horizonWords, lawSentence, verdictSentences } from './sentences.js'
import type { Statement } from './statement.js'
import { heldSentences, metricSentences, statutorySentences } from './statement-metrics.js'
import { basisTables, headTables } from './statement-tables.js'
import { dailyProfit, profitWaterfall } from './views.js'

const STYLE = `
  body { font: 15px/1.5 Helvetica, Arial, sans-serif; color: #1f2328; max-width: 1080px;
    margin: 2rem auto; padding: 0 1rem; }
  h1 { font-size: 1.6rem; } h2 { font-size: 1.15rem; margin-top: 2rem; }
  table { border-collapse: collapse; font-variant-numeric: tabular-nums; font-size: 13px; }
  caption { text-align: left; font-weight: bold; padding: .4rem 0; }
  th, td { padding: .25rem .6rem; border-bottom: 1px solid #e4e7ea; vertical-align: top; }
  td[align='right'] { white-space: nowrap; }
  .wide { overflow-x: auto; } svg { max-width: 100%; height: auto; }
  blockquote { margin: 1rem 0; padding: .2rem 1rem; border-left: 3px solid #59636e; }`

/** The one-page statement as a page of HTML that needs nothing else. */
export async function statementHtml(statement: Statement, workbench: Workbench): Promise<string> {
  const sections = [
    `<h1>Statement of ${horizonWords(statement)}</h1>`,
    `<p>${htmlText(headSentence(statement.head))}</p>`,
    ...[...verdictSentences(statement), ...basisSentences(statement)].map(
      (sentence) => `<p>${htmlText(sentence)}</p>`,
    ),
    noticeHtml(
      statement.judgment.consistent ? 'good' : 'problem',
      judgmentSentence(statement.judgment),
    ),
    ...statement.notes.map(({ severity, statement: words }) =>
      noticeHtml(severity === 'warning' ? 'warning' : 'note', words),
    ),
    '<h2>Profit and loss</h2>',
    wide(profitTable(statement)),
    ...(await figures(workbench, statement.notation)),
    wide(monthTable(statement)),
    '<h2>Where the marketing money went</h2>',
    `<p>${htmlText(lawSentence(statement))}</p>`,
    `<p>${htmlText(statutorySentences(statement).join(' '))}</p>`,
    wide(channelTable(statement)),
    ...metricSentences(statement).map((sentence) => `<p>${htmlText(sentence)}</p>`),
    definitions(),
    '<h2>Balances, subscriptions, losses</h2>',
    ...balanceTables(statement).map(wide),
    `<p>${htmlText(heldSentences(statement).join(' '))}</p>`,
    wide(heldTable(statement)),
    '<h2>What the figures rest on</h2>',
    ...basisTables(statement).map(wide),
    '<h2>Judgment</h2>',
    wide(lawsTable(statement)),
    '<h2>What the run was made from</h2>',
    ...headTables(statement).map(wide),
  ]
  return page(`Statement of ${horizonWords(statement)}`, sections.join('\n'))
}

const wide = (table: string) => `<div class="wide">${table}</div>`

function page(title: string, body: string): string {
  return [
    '<!doctype html>',
    '<html lang="en">',
    `<head><meta charset="utf-8"><meta name="viewport" content="width=device-width">`,
    `<title>${title}</title><style>${STYLE}</style></head>`,
    `<body>\n${body}\n</body>`,
    '</html>\n',
  ].join('\n')
}

function profitTable(statement: Statement): string {
  const lines = statement.lines.map((row) => ({ ...row, line: inWords(row.line) }))
  return htmlTable(lines, statement.notation, {
    caption: 'Three ways to the same result',
    columns: {
      line: 'Line',
      cohort_cents: 'By purchase',
      unrecognised_cents: 'Not yet recognised',
      recognised_cents: 'Recognised',
      timing_cents: 'Timing',
      cash_cents: 'In cash',
      basis: 'Rests on',
    },
    totalRow: true,
  })
}

function monthTable({ months, notation }: Statement): string {
  return htmlTable(months, notation, { caption: 'By month of purchase', maxRows: months.length })
}

function channelTable({ channels, notation }: Statement): string {
  return htmlTable(channels, notation, {
    caption: 'By channel',
    columns: {
      channel: 'Channel',
      spend_cents: 'Spend',
      acquisition_cost_cents: 'Acquisition',
      waste_cents: 'Waste',
      waste_bps: 'Of spend',
      saturation_loss_cents: 'Beside it: lost to saturation',
      orders: 'Orders',
      new_customers: 'New customers',
      cost_per_order_cents: 'Cost per order',
      paid_cac_cents: 'Paid CAC',
      consumed_cac_cents: 'Consumed CAC',
      loaded_cac_cents: 'Loaded CAC',
      result_cents: 'Result',
    },
  })
}

function definitions(): string {
  const items = Object.entries(cacDefinitions).map(
    ([name, words]) => `<dt><b>${name}</b></dt><dd>${words}</dd>`,
  )
  return `<dl>${items.join('')}</dl>`
}

function balanceTables({ balances, subscriptions, losses, notation }: Statement): string[] {
  const accounts = balances.map((row) => ({ ...row, account: inWords(row.account) }))
  return [
    htmlTable(accounts, notation, { caption: 'Balances when the books close, debit positive' }),
    htmlTable([subscriptions], notation, {
      columns: { subscribers: 'Subscribing sellers', closing_cents: 'MRR at the close' },
    }),
    htmlTable(losses, notation, {
      caption: 'Who loses money after acquisition cost',
      columns: {
        subject: 'Of',
        subjects: 'All',
        losing: 'Losing',
        losing_bps: 'Share',
        loss_cents: 'Losses',
        gain_cents: 'Gains of the others',
      },
    }),
  ]
}

function heldTable({ held, notation }: Statement): string {
  return htmlTable(held, notation, {
    caption: 'Held for sellers when the books close, by age since the payment',
    columns: {
      state: 'Orders',
      from_days: 'From (days)',
      orders: 'Number',
      payable_cents: 'Held',
      lost_carrier_cents: 'Carrier cost, not delivered',
    },
    maxRows: held.length,
  })
}

function lawsTable({ judgment, notation }: Statement): string {
  const laws = judgment.laws.map((law) => ({
    ...law,
    result: law.violations === 0 ? 'holds' : law.severity,
  }))
  return htmlTable(laws, notation, {
    caption: 'Every law, what broke it and what is at stake',
    columns: {
      law_id: 'Law',
      statement: 'What must hold',
      violations: 'Violations',
      amount_cents: 'At stake',
      result: 'Result',
    },
    maxRows: laws.length,
  })
}

async function figures(workbench: Workbench, notation: Notation): Promise<string[]> {
  const steps = await profitWaterfall(workbench)
  const days = await dailyProfit(workbench)
  const fall = 'From what buyers ordered to what the business keeps.'
  const run = 'Contribution after marketing by purchase day, and its running sum.'
  return [
    await renderFigure(
      waterfall({ data: steps, step: 'step', value: 'amount_cents', total: 'is_total' })(notation),
      { number: 1, caption: fall },
    ),
    captionHtml(1, fall),
    await renderFigure(
      panels({
        data: days,
        x: 'date',
        panels: [
          { y: 'contribution_after_marketing_cents', mark: 'bar', title: 'Daily' },
          { y: 'cumulated_cents', title: 'Cumulated' },
        ],
      })(notation),
      { number: 2, caption: run },
    ),
    captionHtml(2, run),
  ]
}
