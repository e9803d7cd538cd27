import { counted } from '../../format/words.js'
import type { Workbench } from '../../workbench/index.js'
import { heldWords } from './cash.js'
import type { Statement } from './statement.js'

/** The ratios that a marketplace is read by, over the horizon; null where there is nothing to divide by. */
export interface KeyMetrics {
  readonly aov_cents: number | null
  readonly take_rate_bps: number | null
  readonly margin_of_gmv_bps: number | null
  readonly margin_of_revenue_bps: number | null
  readonly blended_cac_cents: number | null
  readonly paid_cac_cents: number | null
  readonly repeat_rate_bps: number | null
  /** Contribution of twelve months by customer and by cost, of complete cohorts, and their share. */
  readonly ltv_12m_cents: number | null
  readonly ltv_to_cac_bps: number | null
  readonly payback_months: number | null
  readonly complete_bps: number | null
}

/** What is held for sellers of orders in one state and of one age. */
export interface HeldForSellers {
  readonly state: string
  readonly from_days: number
  readonly orders: number
  readonly payable_cents: number
  readonly provided_cents: number
  readonly lost_carrier_cents: number
}

export async function readKeyMetrics(workbench: Workbench): Promise<KeyMetrics> {
  const [metrics] = await workbench.rows<KeyMetrics>(
    `select k.aov_cents, k.take_rate_bps, k.margin_of_gmv_bps, k.margin_of_revenue_bps,
       k.blended_cac_cents, k.paid_cac_cents, k.repeat_rate_bps,
       l.ltv_12m_cents, l.ltv_to_cac_bps, l.payback_months, l.complete_bps
     from finance.key_metrics as k
     left join finance.lifetime_value as l on l.channel = 'all'
     where k.period = 'horizon'`,
  )
  return metrics!
}

export function readHeldForSellers(workbench: Workbench): Promise<HeldForSellers[]> {
  return workbench.rows('select * from finance.payable_aging order by state, from_days')
}

/** Order value, take rate, margins, and what a customer brings against what it costs. */
export function metricSentences({ metrics, notation }: Statement): string[] {
  const { money, rate } = notation
  const cents = (value: number | null) => (value === null ? 'none' : money.exact(value))
  const share = (value: number | null) => (value === null ? 'none' : rate(value))
  const ltv =
    metrics.ltv_12m_cents === null
      ? 'No cohort of customers is complete over twelve months, so there is no lifetime value.'
      : `A customer of a complete cohort (${share(metrics.complete_bps)} of customers) brought in ${cents(metrics.ltv_12m_cents)} in twelve months, ${share(metrics.ltv_to_cac_bps)} of what it cost to win; ${payback(metrics.payback_months)}.`
  return [
    `Order value ${cents(metrics.aov_cents)}; take rate ${share(metrics.take_rate_bps)}; contribution after marketing ${share(metrics.margin_of_gmv_bps)} of GMV, ${share(metrics.margin_of_revenue_bps)} of revenue; repeat rate ${share(metrics.repeat_rate_bps)}.`,
    `Blended CAC ${cents(metrics.blended_cac_cents)}; paid CAC of all paid channels ${cents(metrics.paid_cac_cents)}.`,
    ltv,
  ]
}

function payback(months: number | null): string {
  if (months === null) return 'that is not earned back within what is seen'
  return months === 0
    ? 'that is earned back within the first month'
    : `that is earned back after ${counted(months, 'month')}`
}

/** What is held for sellers of orders that never arrived, and how much of it is old. */
export function heldSentences(statement: Statement): string[] {
  const { held, flows, notation } = statement
  const sum = (
    of: readonly HeldForSellers[],
    column: 'payable_cents' | 'provided_cents' | 'lost_carrier_cents',
  ) => of.reduce((total, row) => total + row[column], 0)
  const open = held.filter(({ state }) => state !== 'delivered')
  const old = open.filter(({ from_days }) => from_days > 90)
  const { exact } = notation.money
  const owed = sum(held, 'provided_cents')
  const paid = -flows
    .filter(({ event }) => event.startsWith('buyer_refunded'))
    .reduce((total, { amount_cents }) => total + amount_cents, 0)
  const back = owed
    ? `another ${exact(owed)} is owed back to buyers by the declared rule`
    : `another ${exact(paid)} was paid back to buyers by the declared rule`
  return [
    `Of ${exact(sum(held, 'payable_cents'))} ${heldWords(statement)}, ${exact(sum(open, 'payable_cents'))} is for orders that were paid and not delivered.`,
    `Older than 90 days is ${exact(sum(old, 'payable_cents'))} of it; ${owed || paid ? back : 'nothing of it is provided for, refunded or released'}.`,
    `Carriers of orders on their way cost ${exact(sum(open, 'lost_carrier_cents'))}${paid ? ', those paid back apart' : ''}.`,
  ]
}

/** The same result where advertising is an expense when incurred, as statutory accounts have it. */
export function statutorySentences({ verdict, notation }: Statement): string[] {
  const { contribution_after_marketing_cents, live_cents, in_flight_cents } = verdict
  const assets = live_cents + in_flight_cents
  const { exact } = notation.money
  return [
    `Live clicks and money in flight, ${exact(assets)}, are assets in management accounts only.`,
    `Statutory accounts expense advertising when incurred (IAS 38.69, ASC 720-35): the contribution after marketing is then ${exact(contribution_after_marketing_cents - assets)}.`,
  ]
}
