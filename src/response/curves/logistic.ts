import { curveKind } from '../curve-kind.js'
import { rate } from './parameters.js'
import { tanhFunctions } from './tanh.js'

/** This curve is tanh at half the rate: (1 - e^-z) / (1 + e^-z) = tanh(z / 2). */
export const logistic = curveKind({
  kind: 'logistic',
  words: 'The upper half of the logistic function.',
  formula: 'max * (1 - e^(-rate x)) / (1 + e^(-rate x))',
  source: 'PyMC-Marketing, logistic_saturation',
  parameters: { rate },
  functions: (max, { rate }) => tanhFunctions(max, { rate: rate / 2 }),
  trials: [{ rate: 2 * Math.atanh(0.5) }],
})
