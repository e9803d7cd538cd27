import type { Curve } from '../../response/curve.js'
import type { Grain } from '../data.js'

/** Finer by week: no clicks narrow the grid there, and a waitless grid has the room. */
const HALF_STEPS = { day: 8, week: 16 }
const HALF_LOW = 0.25
const HALF_HIGH = 8
const WAITS_DAYS = [0, 0.5, 1, 2.5]

/** Half-saturations to try, as multiples of the mean input per capacity. */
export function halfGrid(curve: Curve, grain: Grain): number[] {
  if (curve.kind === 'none') return [1]
  const steps = HALF_STEPS[grain]
  const step = Math.log(HALF_HIGH / HALF_LOW) / (steps - 1)
  return Array.from({ length: steps }, (_, i) => HALF_LOW * Math.exp(i * step))
}

/** Mean waits from click to order to try, in periods. In a week they vanish. */
export function waitGrid(grain: Grain): readonly number[] {
  return grain === 'day' ? WAITS_DAYS : [0]
}
