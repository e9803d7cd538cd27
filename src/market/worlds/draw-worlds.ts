import { type CountRule, countClicks } from '../engine/counts.js'
import { CountSketch } from './count-sketch.js'

/** One channel's part in many worlds: what is expected of each day, and how it varies. */
export interface WorldChannel {
  readonly id: string
  readonly volatility: number
  readonly expectedClicks: Float64Array
  /** Clicks that were observed and are the same in every world; NaN where none were. */
  readonly observedClicks?: Float64Array
}

/** A run of worlds to draw. Worlds are numbered, so any split of the run gives the same worlds. */
export interface WorldTask {
  readonly channels: readonly WorldChannel[]
  readonly firstDay: number
  readonly counts: CountRule
  readonly seed: number
  readonly fromWorld: number
  readonly toWorld: number
}

/** By channel: tallies of each day's clicks and, in the last cell, of their sum; and sums by day. */
export interface WorldTally {
  readonly tallies: Uint32Array
  readonly sums: Float64Array
}

/** Draws worlds and tallies them as they come; nothing is kept of a single world. */
export function drawWorlds(task: WorldTask): WorldTally[] {
  return task.channels.map((channel) => drawChannel(channel, task))
}

function drawChannel(channel: WorldChannel, task: WorldTask): WorldTally {
  const days = channel.expectedClicks.length
  const sketch = new CountSketch(days + 1)
  const sums = new Float64Array(days)
  const clicks = new Float64Array(days)
  for (let world = task.fromWorld; world < task.toWorld; world++) {
    const luck = { ...channel, seed: task.seed, channel: channel.id, counts: task.counts, world }
    countClicks(channel.expectedClicks, task.firstDay, luck, clicks)
    let total = 0
    for (let t = 0; t < days; t++) {
      const count = clicks[t]!
      sketch.add(t, count)
      sums[t]! += count
      total += count
    }
    sketch.add(days, total)
  }
  return { tallies: sketch.tallies, sums }
}
