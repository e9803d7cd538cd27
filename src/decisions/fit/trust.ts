import { mean } from '../../numbers.js'
import type { ChannelSeries, DecisionData, PlanStatus } from '../data.js'
import { designOf } from './design.js'
import { cholesky, crossProducts, dot, solveLower, solveUpper } from './linear.js'

const OWN_AT_LEAST = 0.05
const TOGETHER_AT_MOST = 0.25

/** What a plan of spend lets one learn, measured before any fit. */
export interface PlanTrust {
  /** Of the whole plan: the weakest of its channels. */
  readonly status: PlanStatus
  readonly channels: readonly ChannelTrust[]
  /**
   * Mean correlation of what the calendar and past orders don't explain, over pairs of channels whose budgets vary on
   * their own: what is left of the others is rounding.
   */
  readonly together: number
}

export interface ChannelTrust {
  readonly channel: string
  readonly status: PlanStatus
  /** Standard deviation of log spend that calendar, trend and past orders don't explain. */
  readonly ownVariation: number
}

/**
 * How the plan was made. Log spend of each channel is regressed on trend, calendar and the log of
 * trailing orders; what is left is the channel's own variation, and budgets whose own variation
 * moves together follow something that the data don't show. Where one channel alone varies that can't be measured: it
 * is what is declared of it, and taken for the worst where nothing is.
 */
export function planTrust(data: DecisionData): PlanTrust {
  const residuals = spendResiduals(data)
  const own = residuals.map((residual) => Math.sqrt(dot(residual, residual) / residual.length))
  const varied = residuals.filter((_, c) => own[c]! >= OWN_AT_LEAST)
  const together = meanCorrelation(varied)
  const status = (ownVariation: number): PlanStatus => {
    if (data.spendSource === 'assumed') return 'assumed'
    if (data.declaredPlan === 'follows_unseen') return 'follows_unseen'
    if (ownVariation < OWN_AT_LEAST) return 'follows_past_orders'
    if (varied.length === 1) return data.declaredPlan ?? 'follows_unseen'
    return together > TOGETHER_AT_MOST ? 'follows_unseen' : 'own'
  }
  const channels = data.channels.map(({ id }, c) => ({
    channel: id,
    status: status(own[c]!),
    ownVariation: own[c]!,
  }))
  return { status: weakest(channels.map((channel) => channel.status)), channels, together }
}

/** Whether the series of orders may tell what media caused. */
export function seriesSpeaks({ status }: PlanTrust): boolean {
  return status === 'own' || status === 'follows_past_orders'
}

function weakest(statuses: readonly PlanStatus[]): PlanStatus {
  const order: readonly PlanStatus[] = ['assumed', 'follows_unseen', 'follows_past_orders', 'own']
  return order.find((status) => statuses.includes(status)) ?? 'assumed'
}

const TINY = 1e-9

function spendResiduals(data: DecisionData): Float64Array[] {
  const columns = [...designOf(data).columns, logTrailingOrders(data)]
  const n = columns.length
  const products = crossProducts(columns)
  for (let i = 0; i < n; i++) products[i * n + i]! += TINY
  const factor = cholesky(products, n)
  return data.channels.map((channel) => {
    const log = logSpend(channel)
    const right = Float64Array.from(columns, (column) => dot(column, log))
    const effects = solveUpper(factor, solveLower(factor, right))
    return log.map((value, t) => value - columns.reduce((s, x, i) => s + x[t]! * effects[i]!, 0))
  })
}

const TRAILING_DAYS = 28

/** Log of the mean of the 28 days (4 weeks) before each period; their first mean stands before. */
function logTrailingOrders({ orders, grain }: DecisionData): Float64Array {
  const span = grain === 'day' ? TRAILING_DAYS : TRAILING_DAYS / 7
  const first = mean(orders.subarray(0, span))
  const padded = new Float64Array(span + orders.length).fill(first)
  padded.set(orders, span)
  return orders.map((_, t) => Math.log(Math.max(mean(padded.subarray(t, t + span)), 1)))
}

/** Spend below this share of the mean counts as this share: a log needs a floor. */
const SPEND_FLOOR = 0.05

function logSpend({ spend }: ChannelSeries): Float64Array {
  const spent = spend.filter((amount) => amount > 0)
  const threshold = SPEND_FLOOR * mean(spent)
  const floor = SPEND_FLOOR * mean(spend)
  if (!(floor > 0)) return new Float64Array(spend.length)
  return spend.map((amount) => Math.log(amount > threshold ? Math.max(amount, floor) : floor))
}

function meanCorrelation(residuals: readonly Float64Array[]): number {
  let total = 0
  let pairs = 0
  for (let i = 0; i < residuals.length; i++) {
    for (let j = 0; j < i; j++) {
      total += correlation(residuals[i]!, residuals[j]!)
      pairs++
    }
  }
  return pairs === 0 ? 0 : total / pairs
}

/** Of two series with mean 0, as residuals beside an intercept have. */
function correlation(a: Float64Array, b: Float64Array): number {
  const scale = Math.sqrt(dot(a, a) * dot(b, b))
  return scale > 0 ? dot(a, b) / scale : 0
}
