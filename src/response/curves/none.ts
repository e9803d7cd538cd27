import { curveKind } from '../curve-kind.js'

export const none = curveKind({
  kind: 'none',
  words: 'No saturation: every unit brings the same.',
  formula: 'max * x',
  source: 'A straight line',
  parameters: {},
  functions: (max) => ({
    most: Infinity,
    value: (x) => max * x,
    slope: () => max,
    inverse: (y) => y / max,
  }),
  trials: [{}],
})
