import type { Workbench } from '../workbench/index.js'

const LINES = [
  'commission',
  'freight',
  'payment_fee',
  'carrier',
  'operations',
  'sla_penalty',
] as const

/** The event on which each line of an order in one status stands, or 'never'. */
export type StatusRule = Readonly<Record<'order_status' | (typeof LINES)[number], string>>

/** What each order status earns and costs, and when: the declared matrix, a row each. */
export function statusMatrix({ assumptions }: Workbench): StatusRule[] {
  return assumptions.members('finance.statuses').map((order_status) => {
    const events = LINES.map((line) => [
      line,
      assumptions.text(`finance.statuses.${order_status}.${line}`).replace('_', ' '),
    ])
    return { order_status, ...Object.fromEntries(events) }
  })
}

/** One step from GMV to net profit, or a total on the way. */
export interface WaterfallStep {
  readonly step: string
  readonly amount_cents: number
  readonly is_total: boolean
}

/** From what buyers ordered to what the business keeps, by purchase cohort. */
export async function profitWaterfall(workbench: Workbench): Promise<WaterfallStep[]> {
  const [sums] = await workbench.rows<Record<string, number>>(
    `select sum(gmv_cents) as gmv, sum(commission_cents) as commission,
       sum(freight_billed_cents) as freight, sum(subscription_revenue_cents) as subscriptions,
       sum(payment_fee_cents) as fees, sum(carrier_cost_cents) as carrier,
       sum(operations_cost_cents) as operations, sum(sla_penalty_cents) as penalties,
       sum(acquisition_cost_cents) as acquisition, sum(marketing_decayed_cents) as decayed,
       sum(marketing_expired_cents) as expired, sum(marketing_no_response_cents) as no_response,
       sum(net_profit_cents) as net
     from finance.pnl_cohort_daily`,
  )
  const s = sums!
  const total = (step: string, cents: number) => ({ step, amount_cents: cents, is_total: true })
  const change = (step: string, cents: number) => ({ step, amount_cents: cents, is_total: false })
  return [
    total('GMV', s.gmv!),
    change('Left to sellers, or never delivered', s.commission! - s.gmv!),
    total('Commission', s.commission!),
    change('Freight billed', s.freight!),
    change('Subscriptions', s.subscriptions!),
    change('Payment fees', -s.fees!),
    change('Carrier', -s.carrier!),
    change('Operations', -s.operations!),
    change('Late-delivery penalties', -s.penalties!),
    change('Acquisition cost', -s.acquisition!),
    change('Clicks decayed', -s.decayed!),
    change('Clicks expired', -s.expired!),
    change('No response', -s.no_response!),
    total('Net profit', s.net!),
  ]
}

/** The profit of one day and of all days up to it. */
export interface ProfitDay {
  readonly date: Date
  readonly net_profit_cents: number
  readonly cumulated_cents: number
}

/**
 * The daily profit and its running sum.
 *
 * @param basis `cohort`: by purchase day; `recognition`: by the day it is recognised
 */
export async function dailyProfit(
  workbench: Workbench,
  basis: 'cohort' | 'recognition' = 'cohort',
): Promise<ProfitDay[]> {
  const table = basis === 'cohort' ? 'finance.pnl_cohort_daily' : 'finance.pnl_daily'
  return workbench.rows(
    `select date, net_profit_cents,
       cast(sum(net_profit_cents) over (order by date) as bigint) as cumulated_cents
     from ${table} order by date`,
  )
}
