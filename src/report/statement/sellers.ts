import { sum } from '../../numbers.js'
import type { Workbench } from '../../workbench/index.js'
import type { SectionMaker, StatementTable } from './document.js'
import type { Statement } from './statement.js'
import { basedTable } from './table-basis.js'

/** What became of some leads; `group` is what they are counted by. */
export interface LeadCounts {
  readonly group: string
  readonly leads: number
  readonly won: number
  readonly won_bps: number
  readonly selling: number
  readonly close_days: number
  readonly average_close_days: number | null
}

/** What the sellers won in one month brought and cost. */
export interface SellerCohort {
  readonly closing_month: Date
  readonly won_sellers: number
  readonly selling_sellers: number
  readonly gmv_cents: number
  readonly revenue_cents: number
  readonly contribution_cents: number
  readonly revenue_per_seller_cents: number | null
  readonly contribution_per_seller_cents: number | null
  readonly winning_cost_cents: number | null
  readonly cac_cents: number | null
}

/** How sellers were won, where files tell of leads. */
export interface SellerSide {
  readonly origins: readonly LeadCounts[]
  readonly months: readonly LeadCounts[]
  readonly cohorts: readonly SellerCohort[]
}

const funnelSql = (group: string, order: string) => `
  select ${group} as "group", cast(sum(leads) as bigint) as leads,
    cast(sum(won) as bigint) as won, bps_or_null(sum(won), sum(leads)) as won_bps,
    cast(sum(selling) as bigint) as selling, cast(sum(close_days) as bigint) as close_days,
    ratio_or_null(sum(close_days), sum(won)) as average_close_days
  from finance.lead_funnel group by 1 order by ${order}`
const ORIGINS = funnelSql('origin', 'leads desc, 1')
const MONTHS = funnelSql(`coalesce(strftime(contact_month, '%Y-%m'), 'unknown')`, '1')
const COHORTS = 'select * from finance.won_seller_cohorts order by closing_month'

/** Reads the seller side of a run; null where no file tells of leads. */
export async function readSellerSide(workbench: Workbench): Promise<SellerSide | null> {
  if (workbench.record?.artifacts.finance?.rows.lead_funnel === undefined) return null
  return {
    origins: await workbench.rows(ORIGINS),
    months: await workbench.rows(MONTHS),
    cohorts: await workbench.rows(COHORTS),
  }
}

/** The funnel of leads and what won sellers brought; one line where there are none. */
export const sellersDetail: SectionMaker = (statement) => {
  const frame = { id: 'sellers', title: 'Sellers won' }
  if (statement.sellers === null) {
    const note = statement.notes.find(({ note_id }) => note_id === 'no_leads')
    return note && { ...frame, sentences: [note.statement], tables: [] }
  }
  const { origins, months } = statement.sellers
  return {
    ...frame,
    sentences: sellerSentences(statement),
    tables: [
      funnelTable('Origin', 'Leads by where they came from', origins, ORIGINS),
      funnelTable('First contact', 'Leads by month of first contact', months, MONTHS),
      cohortTable(statement),
    ],
  }
}

function sellerSentences({ sellers, notation }: Statement): string[] {
  const { origins, cohorts } = sellers!
  const { number, rate, money } = notation
  const [leads, won] = [sum(origins.map((row) => row.leads)), sum(origins.map((row) => row.won))]
  const days = sum(origins.map((row) => row.close_days))
  const wonSellers = sum(cohorts.map((row) => row.won_sellers))
  const contribution = sum(cohorts.map((row) => row.contribution_cents))
  const cost = cohorts.filter((row) => row.winning_cost_cents !== null)
  const share = leads === 0 ? '' : ` (${rate(Math.round((won * 10_000) / leads))})`
  const close = won === 0 ? '' : `; a deal took ${number(Math.round(days / won))} days on average`
  const selling = sum(origins.map((row) => row.selling))
  const spent = sum(cost.map((row) => row.winning_cost_cents!))
  const each = (cents: number) => money.exact(wonSellers === 0 ? 0 : Math.round(cents / wonSellers))
  return [
    `Of ${number(leads)} leads ${number(won)} were won${share}${close}. ${number(selling)} of them ever sold.`,
    `Sellers won brought a contribution of ${money.exact(contribution)} since their deals, ${each(contribution)} each.`,
    cost.length === 0
      ? 'What winning them cost is not declared (finance.fixed_costs.*.wins_sellers), so there is no CAC per seller.'
      : `Winning them cost ${money.exact(spent)} as declared: a CAC of ${each(spent)} per seller.`,
  ]
}

function funnelTable(
  header: string,
  caption: string,
  rows: readonly LeadCounts[],
  sql: string,
): StatementTable {
  const columns = {
    group: header,
    leads: 'Leads',
    won: 'Won',
    won_bps: 'Of leads',
    selling: 'Ever sold',
    average_close_days: 'Days to the deal',
  }
  return { caption, rows, columns, basis: 'Rests on: observed.', sql }
}

function cohortTable(statement: Statement): StatementTable {
  return basedTable(statement, 'won_seller_cohorts', {
    caption:
      'Sellers by the month of their deal: what they brought since, with their subscriptions',
    rows: statement.sellers!.cohorts,
    columns: {
      closing_month: 'Won in',
      won_sellers: 'Sellers',
      selling_sellers: 'Sold since',
      gmv_cents: 'GMV',
      revenue_cents: 'Revenue',
      contribution_cents: 'Contribution',
      revenue_per_seller_cents: 'Revenue each',
      contribution_per_seller_cents: 'Contribution each',
      cac_cents: 'CAC',
    },
    sql: COHORTS,
  })
}
