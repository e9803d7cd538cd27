import { type CurveFunctions, curveKind } from '../curve-kind.js'
import { rate } from './parameters.js'

export const tanh = curveKind({
  kind: 'tanh',
  words: 'Nearly straight at first, then quickly level.',
  formula: 'max * tanh(rate x)',
  source: 'PyMC-Marketing, tanh_saturation',
  parameters: { rate },
  functions: tanhFunctions,
  trials: [{ rate: Math.atanh(0.5) }],
})

export function tanhFunctions(max: number, { rate }: { readonly rate: number }): CurveFunctions {
  return {
    most: max,
    value: (x) => max * Math.tanh(rate * x),
    slope: (x) => (max * rate) / Math.cosh(rate * x) ** 2,
    inverse: (y) => Math.atanh(y / max) / rate,
  }
}
