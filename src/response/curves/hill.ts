import { type CurveFunctions, curveKind } from '../curve-kind.js'
import { half, slope } from './parameters.js'

export const hill = curveKind({
  kind: 'hill',
  words: 'As michaelis_menten at slope 1; an S above it.',
  formula: 'max * x^slope / (half^slope + x^slope)',
  source: 'Hill, "The possible effects of the aggregation of the molecules of haemoglobin" (1910)',
  parameters: { half, slope },
  functions: hillFunctions,
  trials: [1, 1.5, 2.5].map((slope) => ({ half: 1, slope })),
})

/** As max / (1 + (half / x)^slope), which neither overflows nor turns downward for large x. */
export function hillFunctions(
  max: number,
  { slope, half }: { readonly slope: number; readonly half: number },
): CurveFunctions {
  const odds = (x: number) => (slope === 1 ? half / x : (half / x) ** slope)
  return {
    most: max,
    value: (x) => max / (1 + odds(x)),
    slope: (x) => {
      if (x === 0) return slope > 1 ? 0 : slope === 1 ? max / half : Infinity
      const left = odds(x)
      return left === Infinity ? 0 : ((max * slope) / x) * (left / (1 + left) / (1 + left))
    },
    inverse: (y) => half * (y / (max - y)) ** (1 / slope),
  }
}
