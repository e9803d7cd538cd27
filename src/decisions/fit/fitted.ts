import type { CausalModel, Grade, PlanStatus } from '../data.js'
import type { Chance } from './chance.js'
import type { JudgedLiftTest } from './judge-lift.js'
import type { Beliefs, ChannelPrior, PriorKind } from './prior.js'
import type { ChannelGrid } from './response.js'
import type { SeriesFit } from './series.js'
import type { Interval } from './summary.js'
import type { PlanTrust } from './trust.js'

/** Which prior, which luck, which outcome. */
export interface FitOptions {
  /** Prior of channels without a declared incrementality. Default attributed. */
  readonly prior?: PriorKind
  /** Integer, 0 to 2^31 - 1. Default 1. */
  readonly seed?: number
  /** What media are to explain. Default orders. */
  readonly outcome?: 'orders' | 'new_customers'
  /** Answer from declared values where spend is assumed, instead of refusing. Default false. */
  readonly acceptAssumed?: boolean
  /** Weights of the prior and of the series. */
  readonly beliefs?: Beliefs
}

/** Told as a fit goes on: the share of its work that is done, 0 to 1. */
export type FitProgress = (done: number) => void

/** What a fit says of one channel, in orders of the whole horizon. */
export interface FittedChannel {
  readonly channel: string
  readonly status: PlanStatus
  readonly grade: Grade
  /** Orders placed that it caused, as all money and plans count them. */
  readonly incremental: Interval
  /** In orders of the whole horizon, as expected. */
  readonly prior: ChannelPrior
  /** 1 - posterior sd / prior sd: what the data added; below .2 it is nothing to speak of. */
  readonly contraction: number
  /** Split R-hat of the chains; 1 is agreement. */
  readonly rHat: number
}

/** What does not depend on priors, tests or luck. */
export interface Prepared {
  /** The outcome that was fitted, a period. */
  readonly outcome: Float64Array
  readonly grids: readonly ChannelGrid[]
  readonly series: SeriesFit
  readonly trust: PlanTrust
}

/** What marketing caused, with all that a new test or prior needs to be answered in a moment. */
export interface Fit extends CausalModel {
  readonly options: Required<FitOptions>
  readonly prepared: Prepared
  readonly trust: PlanTrust
  readonly channels: readonly FittedChannel[]
  /** Orders placed that each channel caused over the horizon, at [draw * channels + c]. */
  readonly placed: Float64Array
  /** Of all channels together, in orders of the whole horizon. */
  readonly total: Interval
  readonly chance: Chance
  /** Expected orders without media, a period. */
  readonly baseline: Float64Array
  /** Unseen demand as a factor of the baseline, a period. */
  readonly demand: Float64Array
  readonly liftTests: readonly JudgedLiftTest[]
  /** Channels whose plans are too alike to tell apart: only their sum means something. */
  readonly inseparable: readonly (readonly [string, string])[]
  readonly warnings: readonly string[]
}
