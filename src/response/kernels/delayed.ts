import { kernelKind } from '../kernel-kind.js'
import { outOfRange } from '../parameter.js'
import { decay } from './parameters.js'

const DECAYS = [0.1, 0.4, 0.6, 0.8, 0.92]

export const delayed = kernelKind({
  kind: 'delayed',
  words: 'The effect peaks some days after the advertisement and falls to both sides.',
  formula: 'decay^((k - peak)^2)',
  source:
    'Jin et al., "Bayesian methods for media mix modeling with carryover and shape effects" (2017)',
  parameters: {
    decay: { ...decay, fits: (value) => value > 0 && value < 1, allowed: '0 < decay < 1' },
    peak: {
      field: 'peak_days',
      unit: 'number',
      value: 2,
      min: 0,
      max: 364,
      why: 'days from advertising to its strongest effect',
      source: 'Jin et al. (2017)',
      fits: (value) => value >= 0,
      allowed: 'days >= 0',
    },
  },
  weights: ({ decay, peak }, maxLag) => {
    const latest = maxLag - 1
    if (peak <= latest) return (lag) => decay ** ((lag - peak) ** 2)
    throw outOfRange('kernel.peak', peak, `0 to maxLag - 1, here ${latest} (days)`)
  },
  trials: ({ peak }) =>
    DECAYS.flatMap((decay) => [
      { decay, peak: peak / 2 },
      { decay, peak },
    ]),
})
