import type { InventoryRange } from '../../decisions/index.js'
import type { Row, SqlSource } from '../../engine/index.js'
import { withRange } from './ranges.js'

/** Order items by contribution after acquisition cost, and a range that leaves out 1% on each side. */
export async function contributionByItem(
  source: SqlSource,
): Promise<{ readonly rows: Row[]; readonly range: [number, number] }> {
  const rows = await source.rows(`
    select from_cents as contribution_3_cents, subjects from finance.contribution_distribution
    where subject = 'item' order by from_cents`)
  const [ends] = await source.rows<{ low: number | null; high: number | null }>(`
    select quantile_disc(contribution_3_cents, 0.01) as low,
      quantile_disc(contribution_3_cents, 0.99) as high
    from finance.fct_unit_economics`)
  const widest = Math.max(1, Math.abs(ends?.low ?? 0), Math.abs(ends?.high ?? 0))
  return { rows, range: [-widest, widest] }
}

/** The accounts at the close of the last month, debit positive, those that hold the most first. */
export function closingBalances(source: SqlSource): Promise<Row[]> {
  return source.rows(`
    select account, closing_cents, opening_cents, debit_cents, credit_cents
    from finance.trial_balance
    where month = (select max(month) from finance.trial_balance)
    order by abs(closing_cents) desc, account`)
}

/** Money of each channel that met no order: clicks decayed, clicks expired, no response; with the range of their sum. */
export async function wasteByChannel(
  source: SqlSource,
  ranges: readonly InventoryRange[] = [],
): Promise<Row[]> {
  const waste = await source.rows(`
    select channel, sum(decayed_cents)::bigint as decayed_cents,
      sum(expired_cents)::bigint as expired_cents,
      sum(no_response_cents)::bigint as no_response_cents
    from finance.waste_statement group by channel having sum(spend_cents) > 0 order by channel`)
  return withRange(waste, ranges, 'waste_cents')
}

/** What winning customers cost each channel, and what their first twelve months brought. */
export function acquisitionCohorts(source: SqlSource): Promise<Row[]> {
  return source.rows(`
    select channel, sum(contribution_12m_cents)::bigint as contribution_12m_cents,
      sum(loaded_cost_cents)::bigint as loaded_cost_cents,
      sum(new_customers)::bigint as new_customers, count(*) as cohorts,
      count(payback_months) as cohorts_paid_back,
      count(*) filter (is_complete) as cohorts_with_12_months
    from finance.acquisition_cohorts group by channel order by loaded_cost_cents desc, channel`)
}

/** Monthly recurring revenue: what came, what went, and where each month closed; no month where nobody ever subscribed. */
export function recurringRevenue(source: SqlSource): Promise<Row[]> {
  return source.rows(`
    select month, new_cents, reactivation_cents, expansion_cents, contraction_cents, churn_cents,
      closing_cents
    from finance.mrr_bridge
    where exists (select 1 from finance.mrr_bridge where new_cents > 0) order by month`)
}
