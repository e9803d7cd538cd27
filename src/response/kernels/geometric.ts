import { kernelKind } from '../kernel-kind.js'
import { decay } from './parameters.js'

export const geometric = kernelKind({
  kind: 'geometric',
  words: 'Each day forgets the same share of what was left.',
  formula: 'decay^k',
  source: 'Broadbent, "One way TV advertisements work" (1979)',
  parameters: { decay },
  weights:
    ({ decay }) =>
    (lag) =>
      decay ** lag,
  trials: () => [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.88].map((decay) => ({ decay })),
})
