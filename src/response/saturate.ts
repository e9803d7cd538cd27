import { InputError } from '../errors.js'
import { type Curve, curveFunctions } from './curve.js'

/**
 * The response of a curve: rising from 0, never falling.
 *
 * @param x exposure, numbers >= 0 (as a multiple of whatever `half` or `rate` is measured in)
 * @returns the response, 0 up to the curve's max; an array for an array
 * @throws InputError on a negative x or a parameter out of range
 */
export function saturate(x: number, curve: Curve): number
export function saturate(x: ArrayLike<number>, curve: Curve): Float64Array
export function saturate(x: number | ArrayLike<number>, curve: Curve): number | Float64Array {
  return mapped(x, nonNegative, curveFunctions(curve).value)
}

/**
 * The marginal response: the curve's derivative at x, what the next unit of exposure would add.
 * A Hill curve with slope < 1 starts infinitely steep.
 *
 * @throws InputError on a negative x or a parameter out of range
 */
export function marginalResponse(x: number, curve: Curve): number
export function marginalResponse(x: ArrayLike<number>, curve: Curve): Float64Array
export function marginalResponse(
  x: number | ArrayLike<number>,
  curve: Curve,
): number | Float64Array {
  return mapped(x, nonNegative, curveFunctions(curve).slope)
}

/**
 * The exposure that gives a response: the inverse of {@link saturate}.
 *
 * @param y response, 0 <= y < most (for `none` any y >= 0)
 * @throws InputError on a y that no exposure reaches or a parameter out of range
 */
export function exposureFor(y: number, curve: Curve): number
export function exposureFor(y: ArrayLike<number>, curve: Curve): Float64Array
export function exposureFor(y: number | ArrayLike<number>, curve: Curve): number | Float64Array {
  const { inverse, most } = curveFunctions(curve)
  const reachable = (value: number) => {
    if (value >= 0 && value < most) return value
    throw new InputError(
      `exposureFor: got a response of ${value}, allowed 0 <= response < ${most}.`,
    )
  }
  return mapped(y, reachable, inverse)
}

function mapped(
  x: number | ArrayLike<number>,
  checked: (value: number) => number,
  f: (value: number) => number,
): number | Float64Array {
  if (typeof x === 'number') return f(checked(x))
  return Float64Array.from(x, (value) => f(checked(value)))
}

function nonNegative(value: number): number {
  if (value >= 0) return value
  throw new InputError(`saturate: got an exposure of ${value}, allowed numbers >= 0.`)
}
