import type { Workbench } from '../../workbench/index.js'

/** What a channel's customers bring and cost; `all` is every customer. */
export interface LifetimeValue {
  readonly channel: string
  readonly new_customers: number
  readonly complete_bps: number | null
  readonly ltv_12m_cents: number | null
  readonly loaded_cac_cents: number | null
  readonly ltv_to_cac_bps: number | null
  readonly payback_months: number | null
}

/** How recurring revenue moved in a month, and how well subscriptions lasted. */
export interface SubscriptionMonth {
  readonly month: Date
  readonly opening_cents: number
  readonly new_cents: number
  readonly reactivation_cents: number
  readonly expansion_cents: number
  readonly contraction_cents: number
  readonly churn_cents: number
  readonly closing_cents: number
  readonly closing_subscribers: number
  readonly arpa_cents: number | null
  readonly logo_churn_bps: number | null
  readonly revenue_churn_bps: number | null
  readonly nrr_bps: number | null
  readonly grr_bps: number | null
  readonly quick_ratio_bps: number | null
}

/** How many customers of a month's cohort ordered again so many months later. */
export interface RetentionCell {
  /** YYYY-MM of the first order. */
  readonly cohort: string
  readonly months_since: number
  readonly customers: number
  readonly retention_bps: number
}

/** What became of customers and subscriptions. */
export interface Growth {
  readonly lifetimes: readonly LifetimeValue[]
  /** None where no seller ever subscribed. */
  readonly subscriptions: readonly SubscriptionMonth[]
  /** Month 0 left out. */
  readonly retention: readonly RetentionCell[]
}

export const LIFETIME_SQL = `
  select channel, new_customers, complete_bps, ltv_12m_cents, loaded_cac_cents, ltv_to_cac_bps,
    payback_months
  from finance.lifetime_value
  order by channel <> 'all', new_customers desc, channel`

export const SUBSCRIPTIONS_SQL = `
  select m.month, m.opening_cents, m.new_cents, m.reactivation_cents, m.expansion_cents,
    m.contraction_cents, m.churn_cents, m.closing_cents, s.closing_subscribers, s.arpa_cents,
    s.logo_churn_bps, s.revenue_churn_bps, s.nrr_bps, s.grr_bps, s.quick_ratio_bps
  from finance.mrr_bridge as m
  inner join finance.subscription_metrics as s on s.month = m.month
  order by m.month`

/** Months after the first order that the statement shows. */
export const MONTHS_SHOWN = 12

export const RETENTION_SQL = `
  select strftime(cohort_month, '%Y-%m') as cohort, months_since, customers, retention_bps
  from finance.retention
  where months_since between 1 and ${MONTHS_SHOWN}
  order by cohort_month, months_since`

export async function readGrowth(workbench: Workbench): Promise<Growth> {
  const months = await workbench.rows<SubscriptionMonth>(SUBSCRIPTIONS_SQL)
  return {
    lifetimes: await workbench.rows(LIFETIME_SQL),
    subscriptions: months.some((row) => row.closing_cents || row.opening_cents) ? months : [],
    retention: await workbench.rows(RETENTION_SQL),
  }
}
