import { kernelKind } from '../kernel-kind.js'

export const binomial = kernelKind({
  kind: 'binomial',
  words: 'Memory bends down to nothing at its last day.',
  formula: '(1 - k / maxLag)^(1 / alpha - 1)',
  source: 'Google Meridian, model/adstock_hill.py',
  parameters: {
    alpha: {
      field: 'alpha',
      unit: 'ratio',
      value: 0.5,
      min: 0.001,
      max: 1,
      why: 'near 1 memory stays level to its end, near 0 it fades at once',
      source: 'Meridian',
      fits: (value) => value > 0 && value <= 1,
      allowed: '0 < alpha <= 1',
    },
  },
  weights:
    ({ alpha }, maxLag) =>
    (lag) =>
      (1 - lag / maxLag) ** (1 / alpha - 1),
  trials: () =>
    [0.05, 0.15, 0.25, 0.35, 0.45, 0.55, 0.65, 0.75, 0.85, 0.95].map((alpha) => ({ alpha })),
})
