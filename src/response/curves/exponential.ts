import { curveKind } from '../curve-kind.js'
import { rate } from './parameters.js'

export const exponential = curveKind({
  kind: 'exponential',
  words: 'Each unit reaches the same share of those not yet reached.',
  formula: 'max * (1 - e^(-rate x))',
  source: 'The exponential learning curve; lightweight_mmm and PyMC-Marketing offer it',
  parameters: { rate },
  functions: (max, { rate }) => ({
    most: max,
    value: (x) => -max * Math.expm1(-rate * x),
    slope: (x) => max * rate * Math.exp(-rate * x),
    inverse: (y) => -Math.log1p(-y / max) / rate,
  }),
  trials: [{ rate: Math.LN2 }],
})
