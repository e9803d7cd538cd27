import { mulDivFloor, roundHalfAway } from '../../money/round.js'
import type { ChannelModel } from '../channel.js'

export interface PercentOfGmv {
  /** GMV of the trailing days before each day, in all. */
  readonly trailingGmvCents: ArrayLike<number>
  readonly trailingDays: number
}

/**
 * A share of mean daily GMV of the trailing days, never below the channel's floor. Whole cents by
 * integer arithmetic, half away from zero; the window is always divided by its full length.
 */
export function percentOfGmvSpend(channel: ChannelModel, plan: PercentOfGmv): Float64Array {
  const { trailingGmvCents, trailingDays } = plan
  const spend = new Float64Array(trailingGmvCents.length)
  for (let t = 0; t < spend.length; t++) {
    const twice = mulDivFloor(2 * trailingGmvCents[t]!, channel.gmvShareBps, 10_000 * trailingDays)
    spend[t] = Math.max(channel.spendFloorCents, Math.floor((twice + 1) / 2))
  }
  return spend
}

/** The same budget every day, times the calendar's factor on spend. */
export function flatSpend(channel: ChannelModel, seasonIndex: ArrayLike<number>): Float64Array {
  return Float64Array.from(seasonIndex, (index) => roundHalfAway(channel.dailyBudgetCents * index))
}
