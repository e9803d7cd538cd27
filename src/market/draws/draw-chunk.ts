import { type CountRule, countClicks } from '../engine/counts.js'
import { CountSketch } from './count-sketch.js'

/** One channel's part in many worlds: what is expected of each day, and how it varies. */
export interface DrawChannel {
  readonly id: string
  readonly volatility: number
  readonly expectedClicks: Float64Array
  /** Clicks that were observed and are the same in every world; NaN where none were. */
  readonly observedClicks?: Float64Array
}

/** A run of worlds to draw. Worlds are numbered, so any split of the run gives the same worlds. */
export interface DrawTask {
  readonly channels: readonly DrawChannel[]
  readonly firstDay: number
  readonly counts: CountRule
  readonly seed: number
  readonly fromWorld: number
  readonly toWorld: number
}

/** What worlds leave behind of one channel. */
export interface DrawTally {
  /** Tallies of each day's clicks. */
  readonly days: Uint32Array
  /** Tallies of the clicks of all days. */
  readonly total: Uint32Array
  /** Sum of each day's clicks. */
  readonly sums: Float64Array
}

/** Precision of the tallies in bits: days within 1/128, totals within 1/8192. */
export const DAY_PRECISION = 6
export const TOTAL_PRECISION = 12

/** Draws worlds and tallies them as they come; nothing is kept of a single world. */
export function drawChunk(task: DrawTask): DrawTally[] {
  return task.channels.map((channel) => drawChannel(channel, task))
}

function drawChannel(channel: DrawChannel, task: DrawTask): DrawTally {
  const days = channel.expectedClicks.length
  const daily = new CountSketch(days, DAY_PRECISION)
  const totals = new CountSketch(1, TOTAL_PRECISION)
  const sums = new Float64Array(days)
  const clicks = new Float64Array(days)
  for (let world = task.fromWorld; world < task.toWorld; world++) {
    const luck = { ...channel, seed: task.seed, channel: channel.id, counts: task.counts, world }
    countClicks(channel.expectedClicks, task.firstDay, luck, clicks)
    let total = 0
    for (let t = 0; t < days; t++) {
      const count = clicks[t]!
      daily.add(t, count)
      sums[t]! += count
      total += count
    }
    totals.add(0, total)
  }
  return { days: daily.tallies, total: totals.tallies, sums }
}
