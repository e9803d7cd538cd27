import type { Curve } from '../../market/transforms/curve.js'
import type { Kernel } from '../../market/transforms/kernel.js'
import type { Grain } from '../data.js'

const DECAYS = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.88]
const SPREADS = [0.05, 0.15, 0.25, 0.35, 0.45, 0.55, 0.65, 0.75, 0.85, 0.95]
/** Finer by week: no clicks narrow the grid there, and a waitless grid has the room. */
const HALF_STEPS = { day: 8, week: 16 }
const HALF_LOW = 0.25
const HALF_HIGH = 8
const HILL_SLOPES = [1, 1.5, 2.5]
const WAITS_DAYS = [0, 0.5, 1, 2.5]

/** Memories to try: ten of the channel's own kind, from none to long. */
export function kernelGrid(kernel: Kernel): Kernel[] {
  switch (kernel.kind) {
    case 'geometric':
      return DECAYS.map((decay) => ({ ...kernel, decay }))
    case 'binomial':
      return SPREADS.map((alpha) => ({ ...kernel, alpha }))
    case 'delayed': {
      const peaks = [kernel.peak / 2, kernel.peak]
      return [0.1, 0.4, 0.6, 0.8, 0.92].flatMap((decay) =>
        peaks.map((peak) => ({ ...kernel, decay, peak })),
      )
    }
    case 'weibull_pdf':
    case 'weibull_cdf':
      return [0.25, 0.5, 1, 2, 4].flatMap((times) =>
        [kernel.shape, kernel.shape * 1.5].map((shape) => ({
          ...kernel,
          shape,
          scale: kernel.scale * times,
        })),
      )
  }
}

/** Saturations to try, each reaching half of its most at 1: one, or hill's three slopes. */
export function curveGrid(curve: Curve): Curve[] {
  switch (curve.kind) {
    case 'michaelis_menten':
      return [{ kind: 'michaelis_menten', half: 1 }]
    case 'hill':
      return HILL_SLOPES.map((slope) => ({ kind: 'hill', half: 1, slope }))
    case 'exponential':
      return [{ kind: 'exponential', rate: Math.LN2 }]
    case 'tanh':
      return [{ kind: 'tanh', rate: Math.atanh(0.5) }]
    case 'logistic':
      return [{ kind: 'logistic', rate: 2 * Math.atanh(0.5) }]
    case 'none':
      return [{ kind: 'none' }]
  }
}

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
