import type { Parameter } from './parameter.js'

/** A curve as functions of a non-negative number. */
export interface CurveFunctions {
  /** What the response comes near and never reaches; Infinity without saturation. */
  readonly most: number
  /** The response at x >= 0. */
  value(x: number): number
  /** The derivative at x >= 0: what one more unit would add. */
  slope(x: number): number
  /** The x that gives a response from 0 up to, but not including, `most`. */
  inverse(y: number): number
}

/** One shape of saturation: its parameters, its functions and what a fit tries of it. */
export interface CurveKind<Kind extends string, Name extends string> {
  readonly kind: Kind
  /** What it says of the response. */
  readonly words: string
  /** The response to exposure x. */
  readonly formula: string
  readonly source: string
  /** Each a number > 0; the `rate` of a curve may be left out and is then 1. */
  readonly parameters: Readonly<Record<Name, Parameter>>
  functions(max: number, parameters: Readonly<Record<Name, number>>): CurveFunctions
  /** Parameters for a fit to choose from, each reaching half of its most at x = 1. */
  readonly trials: readonly Readonly<Record<Name, number>>[]
}

/** Declares a curve with the types of its own parameters. */
export function curveKind<const Kind extends string, Name extends string>(
  kind: CurveKind<Kind, Name>,
): CurveKind<Kind, Name> {
  return kind
}
