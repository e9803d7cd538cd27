import { counted, inWords } from '../../format/words.js'
import { cacDefinitions } from '../sentences.js'
import { sellsOwnGoods } from './cash.js'
import type { SectionMaker, StatementTable } from './document.js'
import { LIFETIME_SQL, MONTHS_SHOWN, RETENTION_SQL, SUBSCRIPTIONS_SQL } from './growth.js'
import { metricSentences } from './metrics.js'
import { LOSSES_SQL, type Statement } from './statement.js'
import { basedTable, groundsBasis } from './table-basis.js'

/** What customers cost and bring, whether they come back, and how subscriptions last. */
export const customersDetail: SectionMaker = (statement) => {
  const meanings = Object.entries(cacDefinitions).map(([name, words]) => `${name}: ${words}.`)
  return {
    id: 'customers',
    title: 'Customers and subscriptions',
    sentences: [...metricSentences(statement), ...meanings, ...subscriptionSentence(statement)],
    tables: [
      lifetimeTable(statement),
      ...retentionTable(statement),
      ...subscriptionTables(statement),
      lossTable(statement),
    ],
  }
}

/** Nothing of a business that sells its own goods: it has no sellers. */
function subscriptionSentence(statement: Statement): string[] {
  const { growth, notation } = statement
  const last = growth.subscriptions.at(-1)
  if (!last) return sellsOwnGoods(statement) ? [] : ['No seller pays for a plan.']
  const { money, rate } = notation
  const share = (bps: number | null) => (bps === null ? 'none' : rate(bps))
  const arpa = last.arpa_cents === null ? '' : `, ${money.exact(last.arpa_cents)} each (ARPA)`
  const count = last.closing_subscribers
  const who = `${counted(count, 'seller')} ${count === 1 ? 'subscribes' : 'subscribe'}`
  return [
    `${who} for ${money.exact(last.closing_cents)} a month${arpa}, at declared prices; of what the last month opened with, logo churn ${share(last.logo_churn_bps)}, revenue churn ${share(last.revenue_churn_bps)}, NRR ${share(last.nrr_bps)}, GRR ${share(last.grr_bps)}.`,
  ]
}

function lifetimeTable(statement: Statement): StatementTable {
  const { nameOf } = statement.notation
  return basedTable(statement, 'lifetime_value', {
    caption:
      'What a customer brings in twelve months, of complete cohorts, and months until it is earned back',
    rows: statement.growth.lifetimes.map((row) => ({
      ...row,
      name: row.channel === 'all' ? 'All customers' : nameOf(row.channel),
    })),
    columns: {
      name: 'Won by',
      new_customers: 'New',
      complete_bps: 'Complete',
      ltv_12m_cents: 'LTV, 12 months',
      loaded_cac_cents: 'Loaded CAC',
      ltv_to_cac_bps: 'LTV / CAC',
      payback_months: 'Payback, months',
    },
    sql: LIFETIME_SQL,
  })
}

function retentionTable(statement: Statement): StatementTable[] {
  const cells = statement.growth.retention
  const months = Array.from({ length: MONTHS_SHOWN }, (_, i) => i + 1).filter((month) =>
    cells.some(({ months_since }) => months_since === month),
  )
  if (months.length === 0) return []
  const cohorts = [...new Map(cells.map(({ cohort, customers }) => [cohort, customers]))]
  const rows = cohorts.map(([cohort, customers]) => ({
    cohort,
    customers,
    ...Object.fromEntries(
      cells
        .filter((cell) => cell.cohort === cohort)
        .map(({ months_since, retention_bps }) => [`after_${months_since}_bps`, retention_bps]),
    ),
  }))
  const columns = Object.fromEntries(months.map((month) => [`after_${month}_bps`, String(month)]))
  return [
    {
      caption:
        'Share of the customers of each month of first orders who ordered again so many months later',
      rows: rows.map((row) => ({
        ...Object.fromEntries(months.map((m) => [`after_${m}_bps`, null])),
        ...row,
      })),
      columns: { cohort: 'Cohort', customers: 'Customers', ...columns },
      basis: `Rests on: ${groundsBasis(statement, ['orders'])}.`,
      sql: RETENTION_SQL,
    },
  ]
}

function subscriptionTables(statement: Statement): StatementTable[] {
  const rows = statement.growth.subscriptions
  if (rows.length === 0) return []
  const bridge = {
    caption:
      'MRR from month to month: opening + new + reactivation + expansion - contraction - churn = closing',
    rows,
    columns: {
      month: 'MRR',
      opening_cents: 'Opening',
      new_cents: 'New',
      reactivation_cents: 'Reactivation',
      expansion_cents: 'Expansion',
      contraction_cents: 'Contraction',
      churn_cents: 'Churn',
      closing_cents: 'Closing',
    },
    sql: SUBSCRIPTIONS_SQL,
  }
  const lasting = {
    caption:
      'How subscriptions last, of what the month opened with; quick ratio: MRR won by MRR lost',
    rows,
    columns: {
      month: 'Month',
      closing_subscribers: 'Subscribers',
      arpa_cents: 'ARPA',
      logo_churn_bps: 'Logo churn',
      revenue_churn_bps: 'Revenue churn',
      nrr_bps: 'NRR',
      grr_bps: 'GRR',
      quick_ratio_bps: 'Quick ratio',
    },
    sql: SUBSCRIPTIONS_SQL,
  }
  return [
    basedTable(statement, 'mrr_bridge', bridge),
    basedTable(statement, 'subscription_metrics', lasting),
  ]
}

function lossTable(statement: Statement): StatementTable {
  return basedTable(statement, 'loss_shares', {
    caption: 'After acquisition cost',
    rows: statement.losses
      .filter(({ subject }) => subject !== 'seller' || !sellsOwnGoods(statement))
      .map((row) => ({ ...row, name: inWords(row.subject) })),
    columns: {
      name: 'Who loses money',
      subjects: 'All',
      losing: 'Losing',
      losing_bps: 'Share',
      loss_cents: 'Losses',
      gain_cents: 'Gains of the others',
    },
    sql: LOSSES_SQL,
  })
}
