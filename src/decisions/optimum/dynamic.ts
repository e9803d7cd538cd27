import { contributionAt } from './curves.js'
import type { Problem } from './problem.js'

export interface DynamicOptions {
  /** Steps of money that the total above the lower bounds is cut into. Default 2,000. */
  readonly steps?: number
}

/**
 * The best multiples for a fixed total, whatever the shape of the curves: a dynamic programme over steps of money,
 * column by column. An S-shaped curve may be worth all or nothing, which no marginal return tells.
 *
 * @param total what is to be spent, between the sums of the bounds
 */
export function dynamicProgramme(
  problem: Problem,
  total: number,
  { steps = 2000 }: DynamicOptions = {},
): number[] {
  const { spend, low, high, curves } = problem
  const least = spend.reduce((sum, cents, j) => sum + low[j]! * cents, 0)
  const step = (total - least) / steps
  if (step <= 0) return [...low]
  const values = curves.map((curve, j) => {
    const room = spend[j]! > 0 ? ((high[j]! - low[j]!) * spend[j]!) / step : 0
    const most = Math.min(steps, Math.ceil(room - 1e-9))
    return Float64Array.from({ length: most + 1 }, (_, n) =>
      contributionAt(curve, low[j]! + Math.min(n, room) * shareOf(step, spend[j]!)),
    )
  })
  const taken = assign(values, steps)
  return taken.map((n, j) => Math.min(high[j]!, low[j]! + n * shareOf(step, spend[j]!)))
}

function shareOf(step: number, spend: number): number {
  return spend > 0 ? step / spend : 0
}

/** How many steps each column takes, all of them used, so that the sum of values is largest. */
function assign(values: readonly Float64Array[], steps: number): number[] {
  let best = new Float64Array(steps + 1).fill(-Infinity)
  best[0] = 0
  const choices = values.map((value) => {
    const next = new Float64Array(steps + 1).fill(-Infinity)
    const choice = new Int32Array(steps + 1)
    for (let used = 0; used <= steps; used++) {
      for (let n = 0; n < value.length && n <= used; n++) {
        const sum = best[used - n]! + value[n]!
        if (sum > next[used]!) {
          next[used] = sum
          choice[used] = n
        }
      }
    }
    best = next
    return choice
  })
  const taken = new Array<number>(values.length).fill(0)
  for (let j = values.length - 1, used = steps; j >= 0; j--) {
    taken[j] = choices[j]![used]!
    used -= taken[j]!
  }
  return taken
}
