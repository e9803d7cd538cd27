import type { Advice } from '../../decisions/index.js'
import type { Notation } from '../../format/index.js'
import type { Workbench } from '../../workbench/index.js'
import type { MovedAnswer } from '../sensitivity/index.js'

/** What the fit says of one channel: a row of `decisions.channel_value` and its status. */
export interface ChannelCause {
  readonly channel: string
  readonly status: string
  readonly basis: 'fitted' | 'declared'
  readonly grade: string
  readonly note: string
  readonly spend_cents: number
  readonly attributed_orders: number
  readonly incremental_low: number
  readonly incremental_mean: number
  readonly incremental_high: number
  readonly incremental_profit_cents: number
  readonly roi_bps: number | null
  readonly ledger_waste_cents: number
  readonly causal_waste_cents: number
  readonly p_pays_bps: number
}

/** One plan against history: a row of `decisions.plan_summary`. */
export interface PlanAdvice {
  readonly plan_id: string
  readonly name: string
  readonly advice: Advice
  readonly spend_cents: number
  readonly profit_difference_low_cents: number
  readonly profit_difference_mean_cents: number
  readonly profit_difference_high_cents: number
  readonly p_better_bps: number
  /** Share of the money it moves on channels whose figures nothing supports. */
  readonly unsupported_bps: number
  readonly certificate: string
}

/** One experiment priced: a row of `decisions.experiments`. */
export interface PricedExperiment {
  readonly design: 'holdout' | 'jitter'
  readonly channel: string
  readonly days: number
  readonly share_bps: number
  readonly evsi_cents: number
  /** What perfect knowledge of every channel would add to a year's profit. */
  readonly evpi_cents: number
  readonly cost_cents: number
  readonly net_cents: number
  readonly is_worth_it: boolean
  readonly promise: 'expected' | 'at_most'
  /** What to measure first. */
  readonly is_first: boolean
}

/** One figure of the verdict with its range: a row of `decisions.verdict_range`. */
export interface RangedFigure {
  readonly figure: string
  readonly value: number
  readonly low: number
  readonly high: number
  readonly p_above_zero_bps: number
  readonly draws: number
}

/** The decisions of a run, as its tables hold them. */
export interface RunDecisions {
  /** Why this data allows none, in words, and every list is empty; null where it does. */
  readonly unavailable: string | null
  readonly channels: readonly ChannelCause[]
  readonly plans: readonly PlanAdvice[]
  /** The three with the most net value, and the one to run first. */
  readonly experiments: readonly PricedExperiment[]
  /** What moves net profit and the best plan most, and what each channel's verdict hangs on. */
  readonly moved: readonly MovedAnswer[]
  /** The verdict's figures with their ranges. */
  readonly ranges: readonly RangedFigure[]
  readonly notation: Notation
}

/**
 * Reads the decisions of a run.
 *
 * @throws InputError when stage decisions has not run
 */
export async function readRunDecisions(workbench: Workbench): Promise<RunDecisions> {
  const channels = await workbench.rows<ChannelCause>(
    `select v.*, s.status, s.note from decisions.channel_value as v
     inner join decisions.fit_status as s on s.channel = v.channel order by v.spend_cents desc`,
  )
  const plans = await workbench.rows<PlanAdvice>(
    `select * from decisions.plan_summary where plan_id <> 'today' order by plan_id desc`,
  )
  const experiments = await workbench.rows<PricedExperiment>(
    'select * from decisions.experiments where rank <= 3 or is_first order by rank',
  )
  const moved = await workbench.rows<MovedAnswer>(
    `select * from decisions.sensitivity
     where (question in ('net_profit', 'best_plan') and rank <= 5)
       or (question = 'pays' and starts_with(assumption_id, 'decisions.incrementality.')
         and ends_with(assumption_id, channel))
     order by question, channel, rank`,
  )
  const ranges = await workbench.rows<RangedFigure>('select * from decisions.verdict_range')
  const { notation } = workbench
  return { unavailable: null, channels, plans, experiments, moved, ranges, notation }
}
