import type { CurveFunctions, CurveKind } from './curve-kind.js'
import { curves } from './curves/index.js'
import { checkParameters, declaredValues, outOfRange, positive } from './parameter.js'

interface CurveBase {
  /** The most the curve can give; > 0. Default 1. */
  readonly max?: number
}

/** A rate may be left out; every other parameter has to be given. */
type CurveOf<Declared> =
  Declared extends CurveKind<infer Kind, infer Name>
    ? CurveBase & { readonly kind: Kind } & Readonly<Record<Exclude<Name, 'rate'>, number>> &
        ('rate' extends Name ? { readonly rate?: number } : unknown)
    : never

/**
 * How response flattens as exposure grows. Every curve rises from 0 and never falls:
 * `michaelis_menten` (half), `hill` (half, slope), `exponential`, `tanh`, `logistic` (rate), `none`.
 */
export type Curve = CurveOf<(typeof curves)[number]>

/**
 * The functions of a curve, its parameters checked once.
 *
 * @throws InputError on a parameter out of range
 */
export function curveFunctions(curve: Curve): CurveFunctions {
  const { max = 1 } = curve
  if (!positive.fits(max)) throw outOfRange('curve.max', max, positive.allowed)
  const { parameters, functions } = kindOf(curve.kind)
  const values = { rate: 1, ...curve }
  checkParameters('curve', parameters, values)
  return functions(max, values as never)
}

/** Saturations to try in a fit, each reaching half of its most at 1. */
export function curveTrials(curve: Curve): Curve[] {
  const { kind, trials } = kindOf(curve.kind)
  return trials.map((parameters) => ({ kind, ...parameters }) as Curve)
}

/** The curve that a channel declares by its fields. */
export function declaredCurve(kind: string, number: (field: string) => number): Curve {
  return { kind, ...declaredValues(kindOf(kind).parameters, number) } as Curve
}

function kindOf(kind: string): CurveKind<string, string> {
  const found = curves.find((curve) => curve.kind === kind)
  if (found) return found as CurveKind<string, string>
  throw outOfRange('curve.kind', JSON.stringify(kind), curves.map(({ kind }) => kind).join(', '))
}
