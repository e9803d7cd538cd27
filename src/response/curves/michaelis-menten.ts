import { curveKind } from '../curve-kind.js'
import { hillFunctions } from './hill.js'
import { half } from './parameters.js'

export const michaelisMenten = curveKind({
  kind: 'michaelis_menten',
  words: 'Diminishing returns from the first unit on; half of the most at x = half.',
  formula: 'max * x / (half + x)',
  source: 'Michaelis and Menten, "Die Kinetik der Invertinwirkung" (1913)',
  parameters: { half },
  functions: (max, { half }) => hillFunctions(max, { slope: 1, half }),
  trials: [{ half: 1 }],
})
