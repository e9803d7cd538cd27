import { InputError } from '../../errors.js'

interface CurveBase {
  /** The most the curve can give; > 0. Default 1. */
  readonly max?: number
}

/** max * x / (half + x). Half > 0: where half of max is reached. Michaelis and Menten (1913). */
export interface MichaelisMentenCurve extends CurveBase {
  readonly kind: 'michaelis_menten'
  readonly half: number
}

/** max * x^slope / (half^slope + x^slope). Slope, half > 0; S-shaped when slope > 1. Hill (1910). */
export interface HillCurve extends CurveBase {
  readonly kind: 'hill'
  readonly slope: number
  readonly half: number
}

/** max * (1 - e^(-rate x)). Rate > 0, default 1. */
export interface ExponentialCurve extends CurveBase {
  readonly kind: 'exponential'
  readonly rate?: number
}

/** max * tanh(rate x). Rate > 0, default 1. */
export interface TanhCurve extends CurveBase {
  readonly kind: 'tanh'
  readonly rate?: number
}

/** max * (1 - e^(-rate x)) / (1 + e^(-rate x)). Rate > 0, default 1. PyMC-Marketing, `logistic_saturation`. */
export interface LogisticCurve extends CurveBase {
  readonly kind: 'logistic'
  readonly rate?: number
}

/** max * x: no saturation; max is the slope. */
export interface NoneCurve extends CurveBase {
  readonly kind: 'none'
}

/** How response flattens as exposure grows. Every curve rises from 0 and never falls. */
export type Curve =
  | MichaelisMentenCurve
  | HillCurve
  | ExponentialCurve
  | TanhCurve
  | LogisticCurve
  | NoneCurve

/** The kinds of curve. */
export const curveKinds = [
  'michaelis_menten',
  'exponential',
  'tanh',
  'logistic',
  'hill',
  'none',
] as const satisfies readonly Curve['kind'][]

/** A curve as three functions of a non-negative number. */
export interface CurveFunctions {
  /** The response at x >= 0. */
  value(x: number): number
  /** The derivative at x >= 0: what one more unit would add. */
  slope(x: number): number
  /** The x that gives a response from 0 up to, but not including, max (`none` has no end). */
  inverse(y: number): number
}

/**
 * The functions of a curve, its parameters checked once.
 *
 * @throws InputError on a parameter out of range
 */
export function curveFunctions(curve: Curve): CurveFunctions {
  const max = positive('max', curve.max ?? 1)
  switch (curve.kind) {
    case 'michaelis_menten':
      return hill(max, 1, positive('half', curve.half))
    case 'hill':
      return hill(max, positive('slope', curve.slope), positive('half', curve.half))
    case 'exponential':
      return exponential(max, positive('rate', curve.rate ?? 1))
    case 'tanh':
      return tanh(max, positive('rate', curve.rate ?? 1))
    case 'logistic':
      return tanh(max, positive('rate', curve.rate ?? 1) / 2)
    case 'none':
      return { value: (x) => max * x, slope: () => max, inverse: (y) => y / max }
    default:
      throw new InputError(
        `curve.kind: got ${JSON.stringify((curve as { kind: unknown }).kind)}, allowed ${curveKinds.join(', ')}.`,
      )
  }
}

/** As max / (1 + (half / x)^slope), which neither overflows nor turns downward for large x. */
function hill(max: number, slope: number, half: number): CurveFunctions {
  const odds = (x: number) => (slope === 1 ? half / x : (half / x) ** slope)
  return {
    value: (x) => max / (1 + odds(x)),
    slope: (x) => {
      if (x === 0) return slope > 1 ? 0 : slope === 1 ? max / half : Infinity
      const left = odds(x)
      return left === Infinity ? 0 : ((max * slope) / x) * (left / (1 + left) / (1 + left))
    },
    inverse: (y) => half * (y / (max - y)) ** (1 / slope),
  }
}

function exponential(max: number, rate: number): CurveFunctions {
  return {
    value: (x) => -max * Math.expm1(-rate * x),
    slope: (x) => max * rate * Math.exp(-rate * x),
    inverse: (y) => -Math.log1p(-y / max) / rate,
  }
}

/** The logistic saturation is this curve at half the rate: (1 - e^-z) / (1 + e^-z) = tanh(z / 2). */
function tanh(max: number, rate: number): CurveFunctions {
  return {
    value: (x) => max * Math.tanh(rate * x),
    slope: (x) => (max * rate) / Math.cosh(rate * x) ** 2,
    inverse: (y) => Math.atanh(y / max) / rate,
  }
}

function positive(name: string, value: number): number {
  if (value > 0 && Number.isFinite(value)) return value
  throw new InputError(`curve.${name}: got ${value}, allowed a number > 0.`)
}
