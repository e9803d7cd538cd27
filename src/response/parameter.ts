import { InputError } from '../errors.js'

/** One parameter of a kernel or a curve, and the assumption by which a channel declares it. */
export interface Parameter {
  /** The channel's field: `market.channels.*.<field>`. */
  readonly field: string
  readonly unit: 'ratio' | 'number'
  /** What a channel has that declares none. */
  readonly value: number
  /** The range that a channel may declare, ends included. */
  readonly min: number
  readonly max: number
  /** What it does. */
  readonly why: string
  readonly source: string
  /** Whether a number can be computed with, and in words which ones can. */
  fits(value: number): boolean
  readonly allowed: string
}

/** What fits most parameters. */
export const positive = {
  fits: (value: number) => value > 0 && Number.isFinite(value),
  allowed: 'a number > 0',
}

/**
 * Checks the values of parameters.
 *
 * @param what how messages call the whole, e.g. `kernel`
 * @throws InputError on the first that does not fit
 */
export function checkParameters(
  what: string,
  parameters: Readonly<Record<string, Parameter>>,
  values: object,
): void {
  for (const [name, { fits, allowed }] of Object.entries(parameters)) {
    const value = (values as Readonly<Record<string, number>>)[name]
    if (!fits(value!)) throw outOfRange(`${what}.${name}`, value, allowed)
  }
}

/** The error that names a parameter, what came and what is allowed. */
export function outOfRange(name: string, value: unknown, allowed: string): InputError {
  return new InputError(`${name}: got ${value}, allowed ${allowed}.`)
}

/** The values of parameters by name, as a channel declares them in its fields. */
export function declaredValues(
  parameters: Readonly<Record<string, Parameter>>,
  number: (field: string) => number,
): Record<string, number> {
  return Object.fromEntries(
    Object.entries(parameters).map(([name, { field }]) => [name, number(field)]),
  )
}
