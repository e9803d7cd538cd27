/** How the budgets of a world were set; the names of the ways that a decision can be learned from, or not. */
export const worldPlans = ['varied', 'flights', 'pct', 'jittered', 'anticipating'] as const

/**
 * - `varied`: budgets of their own, changed every two to six weeks
 * - `flights`: each channel switched on and off by itself
 * - `pct`: a percentage of the last 28 days' orders
 * - `jittered`: the same, times a weekly factor of chance (log sd 0.3)
 * - `anticipating`: budgets that follow demand which nobody but the planner sees
 */
export type WorldPlan = (typeof worldPlans)[number]

/** Days simulated before the horizon, so that memory is full when it begins. */
export const WARM_UP_DAYS = 60
/** Days of the horizon. */
export const HORIZON_DAYS = 730
/** First day of the horizon, days since 1970-01-01: 2016-09-01. */
export const FIRST_DAY = 17_045

/** What one channel of a world truly is. */
export interface ChannelTruth {
  /** Mean daily spend before the plan moves it, cents. */
  readonly spendCents: number
  /** Share of exposure that remains a day later. */
  readonly decay: number
  /** Exposure (cents of spend, remembered) at which half of the most clicks come. */
  readonly halfCents: number
  /** Expected clicks a day at endless exposure, on a mean day. */
  readonly mostClicks: number
  /** Clicks that come with one order caused. */
  readonly clicksPerOrder: number
  /** Sd of the day's chance in the log of clicks. */
  readonly volatility: number
  /** Power of the known season in clicks. */
  readonly followsSeason: number
  /** Power of unseen demand in clicks. */
  readonly followsDemand: number
}

/** What a whole world truly is, whatever its plan and its luck by day. */
export interface WorldTruth {
  readonly seed: number
  /** Orders on a mean day that no advertising causes. */
  readonly level: number
  /** Share of all orders that media cause, about. */
  readonly mediaShare: number
  readonly trend: { readonly slope: number; readonly wave: number; readonly years: number }
  /** Log factor of each weekday, mean 0. */
  readonly weekday: readonly number[]
  /** Coefficients of {@link yearHarmonics}. */
  readonly season: readonly number[]
  /** Coefficients of {@link eventColumns}. */
  readonly events: readonly number[]
  /** Lag-one correlation of unseen demand. */
  readonly persistence: number
  /** Sd of unseen demand, logs. */
  readonly demandSd: number
  /** Sd of the shock of the day, which clicks feel as well, logs. */
  readonly shockSd: number
  /** Variance of orders over their mean. */
  readonly overdispersion: number
  /** Contribution of an order before marketing, cents. */
  readonly contributionCents: number
  readonly channels: readonly ChannelTruth[]
}

/** One world: what an analyst has, and beside it the truth. Series run over the horizon. */
export interface World {
  readonly seed: number
  readonly plan: WorldPlan
  readonly truth: WorldTruth
  /** By channel, warm-up first: WARM_UP_DAYS + HORIZON_DAYS whole cents. */
  readonly spendCents: readonly Float64Array[]
  /** By channel and day of the horizon. */
  readonly clicks: readonly Float64Array[]
  readonly orders: Float64Array
  /** Orders that each channel caused on each day: the expectation given its clicks. */
  readonly caused: readonly Float64Array[]
  /** Expected orders without any advertising. */
  readonly baseline: Float64Array
  /** By channel, warm-up first: the factor of season, demand and luck in the clicks of a day. */
  readonly clickFactor: readonly Float64Array[]
}
