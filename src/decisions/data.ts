import type { Curve } from '../response/curve.js'
import type { Kernel } from '../response/kernel.js'

/** Length of one period of every series. It sets the memory grid, the waits and the calendar. */
export type Grain = 'day' | 'week'

/** Where the spend of a run comes from: files, or the model's own assumption. */
export type SpendSource = 'observed' | 'assumed'

/**
 * How a plan was made, and so what may be learned from it: budgets with variation of their own;
 * a function of past orders; budgets that move together with demand nobody recorded; or no
 * observed spend at all.
 */
export type PlanStatus = 'own' | 'follows_past_orders' | 'follows_unseen' | 'assumed'

/** How exact a channel's figure is: from posterior sd / mean, or too little spend to say. */
export type Grade = 'measured' | 'indicated' | 'not_identified' | 'no_data'

/** One paid channel. Series run over the horizon, one number a period, oldest first. */
export interface ChannelSeries {
  readonly id: string
  /** Spend a period, >= 0, in any one unit of money (cents in a run). */
  readonly spend: Float64Array
  /** Spend of the warm-up periods right before the horizon, oldest first; may be empty. */
  readonly spendBefore: Float64Array
  /** Impressions a period, where known; otherwise spend stands for them. */
  readonly impressions?: Float64Array
  /** Impressions of the warm-up; needed as long as `spendBefore` when `impressions` is given. */
  readonly impressionsBefore?: Float64Array
  /** Clicks a period, where observed. */
  readonly clicks?: Float64Array
  /** Shape of the memory. Its decay (or shape) is replaced by the fit's grid. */
  readonly kernel: Kernel
  /** Shape of the saturation. Its half or rate is replaced by the fit's grid. */
  readonly curve: Curve
  /** Audience size relative to other periods, > 0, frozen at history. Default: constant. */
  readonly capacity?: Float64Array
  /** Orders that attribution gave the channel, a period; scales the default prior. */
  readonly attributedOrders?: Float64Array
  /** Declared incrementality, as a multiple of attributed orders; overrides the default prior. */
  readonly incrementality?: DeclaredIncrementality
}

/** A normal, cut at 0, of incremental orders / attributed orders. */
export interface DeclaredIncrementality {
  /** >= 0 */
  readonly centre: number
  /** > 0 */
  readonly spread: number
}

/** A known column of the baseline: weekday, harmonic, event, control. */
export interface CalendarColumn {
  readonly name: string
  readonly values: Float64Array
  /** Prior standard deviation of its effect on log orders. */
  readonly sd: number
}

/**
 * What a lift test measured: orders that the channel's spend, had it been `spendFactor` times what
 * it was in the window, would have missed within the window (whole market). Days since 1970-01-01.
 */
export interface LiftTest {
  readonly channel: string
  readonly firstDay: number
  /** Inclusive. */
  readonly lastDay: number
  /** 0 for a holdout; never 1. */
  readonly spendFactor: number
  readonly liftOrders: number
  /** > 0, in orders of the whole market. */
  readonly standardError: number
}

/** Everything a fit reads. The intercept and the trend are the fit's own; all else is here. */
export interface DecisionData {
  readonly grain: Grain
  /** First day of the horizon, days since 1970-01-01. Period t begins at firstDay + t * (1 or 7). */
  readonly firstDay: number
  /** Orders placed a period, all statuses; or the outcome of a flat series, in its own unit. */
  readonly orders: Float64Array
  /** Whether the outcome counts things; amounts of money don't. Default true. */
  readonly outcomeIsCount?: boolean
  /** Orders that were their customer's first, a period: the second outcome. */
  readonly newCustomers?: Float64Array
  readonly channels: readonly ChannelSeries[]
  readonly calendar: readonly CalendarColumn[]
  readonly spendSource: SpendSource
  /** Declared way the plan was made; with one channel it can't be measured. */
  readonly declaredPlan?: PlanStatus
  readonly liftTests: readonly LiftTest[]
}

/**
 * One candidate response of a channel: a memory, a saturation, a wait, a season. Its column is
 * `scale * wait(season * curve(exposure / (half * capacity)))`, with mean 1 over the horizon under
 * the plan of history. See `responseColumn`.
 */
export interface GridPoint {
  readonly kernel: Kernel
  /** Half-saturation at exposure / (half * capacity) = 1. */
  readonly curve: Curve
  /** Exposure, per unit of capacity, that gives half of the most. */
  readonly half: number
  /** Mean periods from click to order, geometric. */
  readonly wait: number
  /** Factor of each period; 1 where clicks say nothing. */
  readonly season: Float64Array
  readonly scale: number
}

/**
 * Draws of the posterior, row by row: entry `draw * channels.length + c` belongs to channel c.
 * A channel's orders in period t of a draw are incremental * responseColumn(point)[t].
 */
export interface Posterior {
  readonly channels: readonly string[]
  readonly draws: number
  /** Mean incremental orders a period on the plan of history, >= 0. */
  readonly incremental: Float64Array
  /** Index into the channel's grid. */
  readonly gridPoint: Int32Array
}

/** What a fit hands on: all that counterfactuals, optimum and experiments need. */
export interface CausalModel {
  readonly data: DecisionData
  /** Candidate responses by channel, in the order of `data.channels`. */
  readonly grids: readonly (readonly GridPoint[])[]
  readonly posterior: Posterior
  /** What media were to explain, a period: orders unless it says otherwise. */
  readonly outcome?: Float64Array
  /** Fitted mean of orders a period under the plan of history: baseline and all channels. */
  readonly expected: Float64Array
}
