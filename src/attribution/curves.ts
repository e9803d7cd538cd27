import { InputError } from '../errors.js'
import { roundHalfAway } from '../money/round.js'

/** One whole, in millionths. */
export const MILLION = 1_000_000

export const curveKinds = ['half_life', 'hyperbolic', 'linear', 'listed'] as const
export type CurveKind = (typeof curveKinds)[number]

/** How something falls with age, from 1 at age 0. */
export interface Curve {
  readonly kind: CurveKind
  /** Age at which `half_life` and `hyperbolic` stand at one half, in days >= 1. */
  readonly halfLifeDays: number
  /** The values of `listed` by age, in millionths: first 1,000,000, never rising. */
  readonly listed: readonly number[]
}

/**
 * The share of a lot's clicks that may still live at each age, in millionths: index a stands for the
 * start of the day on which the lot is a days old. 1,000,000 at birth, 0 at the window's end.
 *
 * - `half_life`: 2^(-a / h), exponential decay
 * - `hyperbolic`: 1 / (1 + a / h), Mazur's (1987) discounting
 * - `linear`: 1 - a / window
 * - `listed`: as listed
 *
 * @param windowDays ages 0 .. windowDays - 1 can serve
 * @param path the assumption to blame, e.g. `attribution.channels.email_marketing.decay_list`
 * @returns windowDays + 1 integers
 * @throws InputError on a list that is too short, does not begin at 1,000,000 or rises
 */
export function survivalCurve(curve: Curve, windowDays: number, path: string): Int32Array {
  const survival = new Int32Array(windowDays + 1)
  if (curve.kind === 'listed') checkList(curve.listed, windowDays, path)
  for (let age = 0; age < windowDays; age++) survival[age] = at(curve, age, windowDays)
  return survival
}

/**
 * The weight of a click by age when orders choose, in millionths; the same curves as
 * {@link survivalCurve}. At least one millionth, so that whatever can serve can be chosen.
 *
 * @returns windowDays integers
 * @throws InputError as {@link survivalCurve}
 */
export function recencyCurve(curve: Curve, windowDays: number, path: string): Int32Array {
  return survivalCurve(curve, windowDays, path)
    .subarray(0, windowDays)
    .map((weight) => Math.max(1, weight))
}

function at(curve: Curve, age: number, windowDays: number): number {
  switch (curve.kind) {
    case 'half_life':
      return roundHalfAway(MILLION * 2 ** (-age / curve.halfLifeDays))
    case 'hyperbolic':
      return roundHalfAway(MILLION / (1 + age / curve.halfLifeDays))
    case 'linear':
      return roundHalfAway(MILLION * (1 - age / windowDays))
    case 'listed':
      return curve.listed[age]!
  }
}

function checkList(listed: readonly number[], windowDays: number, path: string): void {
  const rising = listed.findIndex((value, age) => age > 0 && value > listed[age - 1]!)
  const problem =
    listed.length < windowDays
      ? `${listed.length} values, allowed one for each of the ${windowDays} days of the window. Add values or shorten the window.`
      : listed[0] !== MILLION
        ? `${listed[0]} first, allowed 1000000. Every click is whole on the day it is born.`
        : rising > 0
          ? `${listed[rising]} after ${listed[rising - 1]}, allowed values that never rise. Sort the list downwards.`
          : undefined
  if (problem) throw new InputError(`${path}: got ${problem}`)
}
