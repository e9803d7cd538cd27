import type { Grade, PlanStatus } from '../../decisions/data.js'
import type { Advice } from '../../decisions/optimum/optimum.js'
import type { WorldPlan } from '../worlds/index.js'

/** Mean and intervals of one estimate, orders of the horizon. */
export interface Estimate {
  readonly mean: number
  readonly low50: number
  readonly high50: number
  readonly low90: number
  readonly high90: number
}

/** A plan that was chosen, judged by the truth. All but pBetter in multiples of the horizon's spend. */
export interface PlanScore {
  /** True profit less today's. */
  readonly gain: number
  /** The same of the plan that perfect knowledge chooses. */
  readonly oracle: number
  /** What was expected of it. */
  readonly expected: number
  /** What pooled returns expect of it. */
  readonly prudent: number
  readonly pBetter: number
  readonly advice: Advice
}

export const methods = ['fit', 'iid', 'ols', 'bridge', 'last_touch'] as const
/** Ours, and what else one might do: without unseen demand, regression on clicks, attribution taken as causal. */
export type Method = (typeof methods)[number]

/** What one method said of one world. */
export interface MethodScore {
  readonly method: Method
  /** With one lift test a channel. */
  readonly tests: boolean
  readonly channels: readonly (Estimate & { readonly grade?: Grade })[]
  readonly total: Estimate
  readonly free: PlanScore
  readonly same: PlanScore
}

/** One test of one channel: what its result was worth, in a year's profit over a year's spend. */
export interface TestValue {
  readonly evsi: number
  /** Mean over repetitions of the true profit of the plan after the test less that of the plan before. */
  readonly realised: number
  readonly sd: number
  readonly spend: number
}

/** Everything that is known of one world. */
export interface WorldScore {
  readonly seed: number
  readonly plan: WorldPlan
  readonly harvesting: boolean
  readonly status: PlanStatus
  /** True incremental orders by channel, contribution of an order and spend of the horizon in cents. */
  readonly truth: readonly number[]
  readonly spendCents: readonly number[]
  readonly contributionCents: number
  readonly methods: readonly MethodScore[]
  /** By channel; empty where tests were not tried. */
  readonly testValues: readonly TestValue[]
  readonly evpi: number
  /** True profit of the oracle's plan less that of the plan without tests. */
  readonly leftToGain: number
}
