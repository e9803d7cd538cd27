import fc from 'fast-check'
import type { Curve } from '../../src/response/curve.js'
import type { Kernel } from '../../src/response/kernel.js'

const maxLag = fc.integer({ min: 1, max: 30 })
const between = (min: number, max: number) => fc.double({ min, max, noNaN: true })

/** Any kernel, its maxLag stated. */
export const anyKernel: fc.Arbitrary<Kernel & { maxLag: number }> = fc.oneof(
  fc.record({ kind: fc.constant('geometric' as const), decay: between(0, 0.99), maxLag }),
  fc.record({ kind: fc.constant('binomial' as const), alpha: between(0.05, 1), maxLag }),
  fc
    .record({
      kind: fc.constant('delayed' as const),
      decay: between(0.05, 0.95),
      peak: between(0, 1),
      maxLag,
    })
    .map((kernel) => ({ ...kernel, peak: kernel.peak * (kernel.maxLag - 1) })),
  fc.record({
    kind: fc.constantFrom('weibull_pdf' as const, 'weibull_cdf' as const),
    shape: between(0.3, 4),
    scale: between(0.5, 15),
    maxLag,
  }),
)

/** A curve with diminishing returns everywhere. */
export const concaveCurve: fc.Arbitrary<Curve> = fc.oneof(
  fc.record({
    kind: fc.constant('michaelis_menten' as const),
    half: between(0.1, 5),
    max: between(0.5, 3),
  }),
  fc.record({
    kind: fc.constant('hill' as const),
    half: between(0.1, 5),
    slope: between(0.3, 1),
    max: between(0.5, 3),
  }),
  fc.record({
    kind: fc.constantFrom('exponential' as const, 'tanh' as const, 'logistic' as const),
    rate: between(0.2, 3),
    max: between(0.5, 3),
  }),
  fc.record({ kind: fc.constant('none' as const) }),
)

/** Any curve, S-shaped ones included. */
export const anyCurve: fc.Arbitrary<Curve> = fc.oneof(
  concaveCurve,
  fc.record({
    kind: fc.constant('hill' as const),
    half: between(0.1, 5),
    slope: between(1, 4),
    max: between(0.5, 3),
  }),
)

/** Impressions by day. */
export const impressionSeries = fc.array(fc.nat(1_000_000), { maxLength: 60 })
