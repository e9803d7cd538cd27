import { InputError } from '../errors.js'
import { roundHalfAway } from '../money/round.js'
import { type FadingName, type FadingParameters, fadings, MILLION } from '../response/index.js'

/** How a click fades with age, from 1 at age 0. */
export interface Fading extends Omit<FadingParameters, 'windowDays'> {
  readonly kind: FadingName
}

/**
 * The share of a lot's clicks that may still live at each age, in millionths: index a stands for the
 * start of the day on which the lot is a days old. 1,000,000 at birth, 0 at the window's end.
 *
 * @param windowDays ages 0 .. windowDays - 1 can serve
 * @param path the assumption that a message names, e.g. `attribution.channels.email_marketing.decay_list`
 * @returns windowDays + 1 integers
 * @throws InputError on a list that is too short, does not begin at 1,000,000 or rises
 */
export function survivalByAge(fading: Fading, windowDays: number, path: string): Int32Array {
  const survival = new Int32Array(windowDays + 1)
  if (fading.kind === 'listed') checkList(fading.listed, windowDays, path)
  const { left } = fadings[fading.kind]
  for (let age = 0; age < windowDays; age++) {
    survival[age] = roundHalfAway(left(age, { ...fading, windowDays }))
  }
  return survival
}

/**
 * The weight of a click by age when orders choose, in millionths, by the same fadings as
 * {@link survivalByAge}. At least one millionth, so that whatever can serve can be chosen.
 *
 * @returns windowDays integers
 * @throws InputError as {@link survivalByAge}
 */
export function recencyByAge(fading: Fading, windowDays: number, path: string): Int32Array {
  return survivalByAge(fading, windowDays, path)
    .subarray(0, windowDays)
    .map((weight) => Math.max(1, weight))
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
