import { InputError } from '../../errors.js'

interface KernelBase {
  /** Number of days that remember one day's advertising, itself included: lags 0 to maxLag - 1. Default 28. */
  readonly maxLag?: number
  /** Scale the weights to sum 1, so memory moves exposure in time and neither makes nor loses any. Default true. */
  readonly normalise?: boolean
}

/** w[k] = decay^k. Decay in [0, 1). Broadbent, "One way TV advertisements work" (1979). */
export interface GeometricKernel extends KernelBase {
  readonly kind: 'geometric'
  readonly decay: number
}

/** w[k] = (1 - k / maxLag)^(1 / alpha - 1). Alpha in (0, 1]. Google Meridian, `model/adstock_hill.py`. */
export interface BinomialKernel extends KernelBase {
  readonly kind: 'binomial'
  readonly alpha: number
}

/** w[k] = decay^((k - peak)^2). Decay in (0, 1), peak in [0, maxLag - 1] days. Jin et al., "Bayesian methods for media mix modeling with carryover and shape effects" (Google, 2017). */
export interface DelayedKernel extends KernelBase {
  readonly kind: 'delayed'
  readonly decay: number
  readonly peak: number
}

/** w[k] = Weibull density at day k + 1. Shape and scale > 0. Robyn and PyMC-Marketing, there further stretched to 0..1, which would make the last day forget. */
export interface WeibullPdfKernel extends KernelBase {
  readonly kind: 'weibull_pdf'
  readonly shape: number
  readonly scale: number
}

/** w[0] = 1, w[k] = w[k - 1] * (1 - F(k)): each day keeps the share that survives it. Shape and scale > 0. Robyn and PyMC-Marketing. */
export interface WeibullCdfKernel extends KernelBase {
  readonly kind: 'weibull_cdf'
  readonly shape: number
  readonly scale: number
}

/** How long, and in what shape, a market remembers advertising. */
export type Kernel =
  | GeometricKernel
  | BinomialKernel
  | DelayedKernel
  | WeibullPdfKernel
  | WeibullCdfKernel

/** The kinds of kernel. */
export const kernelKinds = [
  'geometric',
  'binomial',
  'delayed',
  'weibull_pdf',
  'weibull_cdf',
] as const satisfies readonly Kernel['kind'][]

const DEFAULT_MAX_LAG_DAYS = 28

/**
 * The weights of a kernel, today first: `weights[k]` is what remains of an impression after k days.
 * They follow from the kernel's own parameters only, never from the series it is applied to.
 *
 * @returns `maxLag` non-negative weights, summing to 1 unless `normalise` is false
 * @throws InputError on a parameter out of range
 */
export function adstockWeights(kernel: Kernel): Float64Array {
  const maxLag = kernel.maxLag ?? DEFAULT_MAX_LAG_DAYS
  check(kernel, maxLag)
  const weights = rawWeights(kernel, maxLag)
  return (kernel.normalise ?? true) ? normalised(weights) : weights
}

function rawWeights(kernel: Kernel, maxLag: number): Float64Array {
  const weights = new Float64Array(maxLag)
  switch (kernel.kind) {
    case 'geometric':
      return weights.map((_, k) => kernel.decay ** k)
    case 'binomial':
      return weights.map((_, k) => (1 - k / maxLag) ** (1 / kernel.alpha - 1))
    case 'delayed':
      return weights.map((_, k) => kernel.decay ** ((k - kernel.peak) ** 2))
    case 'weibull_pdf':
      return weights.map((_, k) => weibullPdf(k + 1, kernel))
    case 'weibull_cdf': {
      let survived = 1
      return weights.map((_, k) => {
        survived *= 1 - weibullCdf(k, kernel)
        return survived
      })
    }
  }
}

function normalised(weights: Float64Array): Float64Array {
  let total = 0
  for (const weight of weights) total += weight
  if (total > 0 && Number.isFinite(total)) return weights.map((weight) => weight / total)
  throw new InputError(
    'kernel: its weights are all 0 within maxLag. Choose a longer maxLag or a wider shape.',
  )
}

/** Density of the Weibull distribution at x > 0. */
export function weibullPdf(x: number, { shape, scale }: { shape: number; scale: number }): number {
  return (shape / scale) * (x / scale) ** (shape - 1) * Math.exp(-((x / scale) ** shape))
}

/** Share of the Weibull distribution up to x >= 0. */
export function weibullCdf(x: number, { shape, scale }: { shape: number; scale: number }): number {
  return -Math.expm1(-((x / scale) ** shape))
}

type Range = readonly [name: string, value: number, fits: boolean, allowed: string]

function ranges(kernel: Kernel, maxLag: number): readonly Range[] {
  switch (kernel.kind) {
    case 'geometric':
      return [['decay', kernel.decay, kernel.decay >= 0 && kernel.decay < 1, '0 <= decay < 1']]
    case 'binomial':
      return [['alpha', kernel.alpha, kernel.alpha > 0 && kernel.alpha <= 1, '0 < alpha <= 1']]
    case 'delayed': {
      const { decay, peak } = kernel
      const latest = maxLag - 1
      return [
        ['decay', decay, decay > 0 && decay < 1, '0 < decay < 1'],
        ['peak', peak, peak >= 0 && peak <= latest, `0 to maxLag - 1, here ${latest} (days)`],
      ]
    }
    case 'weibull_pdf':
    case 'weibull_cdf':
      return [
        ['shape', kernel.shape, kernel.shape > 0 && Number.isFinite(kernel.shape), 'a number > 0'],
        ['scale', kernel.scale, kernel.scale > 0 && Number.isFinite(kernel.scale), 'a number > 0'],
      ]
    default:
      throw new InputError(
        `kernel.kind: got ${JSON.stringify((kernel as { kind: unknown }).kind)}, allowed ${kernelKinds.join(', ')}.`,
      )
  }
}

function check(kernel: Kernel, maxLag: number): void {
  const whole = Number.isInteger(maxLag) && maxLag >= 1
  const days: Range = ['maxLag', maxLag, whole, 'a whole number of days >= 1']
  for (const [name, value, fits, allowed] of [days, ...ranges(kernel, maxLag)]) {
    if (!fits) throw new InputError(`kernel.${name}: got ${value}, allowed ${allowed}.`)
  }
}
