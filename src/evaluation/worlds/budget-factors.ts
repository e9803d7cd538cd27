import { normal } from '../../random/distributions.js'
import type { Stream } from '../../random/stream.js'
import type { Demand } from './demand.js'
import { channelId } from './draw-truth.js'
import { between, integerBetween, Luck } from './luck.js'
import { HORIZON_DAYS, WARM_UP_DAYS, type WorldPlan, type WorldTruth } from './world.js'

const DAYS = WARM_UP_DAYS + HORIZON_DAYS

/** What each channel's budget is multiplied with on each day, warm-up first. */
export function budgetFactors(plan: WorldPlan, truth: WorldTruth, demand: Demand): Float64Array[] {
  return truth.channels.map((_, c) => {
    const stream = new Luck(truth.seed, channelId(c)).of(`plan ${plan}`)
    const factors = new Float64Array(DAYS).fill(1)
    if (plan === 'varied') fillSteps(factors, stream)
    if (plan === 'flights') fillFlights(factors, stream)
    if (plan === 'jittered') fillWeeks(factors, stream)
    if (plan === 'anticipating') fillAnticipation(factors, stream, demand)
    return factors
  })
}

function fillSteps(factors: Float64Array, stream: Stream): void {
  for (let t = 0; t < DAYS; ) {
    const days = integerBetween(stream, 14, 43)
    factors.fill(Math.exp(-0.08 + 0.4 * normal(stream)), t, t + days)
    t += days
  }
}

function fillFlights(factors: Float64Array, stream: Stream): void {
  factors.fill(0)
  for (let t = -Math.floor(between(stream, 0, 20)); t < DAYS; ) {
    const on = integerBetween(stream, 14, 42)
    const off = integerBetween(stream, 7, 22)
    const factor = 1.4 * Math.exp(0.2 * normal(stream))
    factors.fill(factor, Math.max(t, 0), Math.max(t + on, 0))
    t += on + off
  }
}

function fillWeeks(factors: Float64Array, stream: Stream): void {
  for (let t = 0; t < DAYS; t += 7) {
    factors.fill(Math.exp(-0.03 + 0.3 * normal(stream)), t, t + 7)
  }
}

function fillAnticipation(factors: Float64Array, stream: Stream, demand: Demand): void {
  const { unseen, known, trend } = demand
  for (let t = 0; t < DAYS; t++) {
    factors[t] = Math.exp(1.2 * unseen[t]! + 0.8 * known[t]! + trend[t]! + 0.05 * normal(stream))
  }
}
