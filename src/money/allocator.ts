import { sum } from '../numbers.js'
import { allocate } from './allocate.js'

/**
 * Splits one whole after another by the same weights: the same parts as {@link allocate}, without
 * preparing the weights each time.
 *
 * @param weights non-negative integers, at least one of them positive
 * @returns a function from a whole (non-negative integer) to its parts, an array that the next call
 *   writes over
 * @throws RangeError on weights of another kind
 */
export function allocator(weights: readonly number[]): (whole: number) => ArrayLike<number> {
  const total = sum(weights)
  if (!(total > 0) || weights.some((weight) => !Number.isSafeInteger(weight) || weight < 0)) {
    throw new RangeError('allocator: needed non-negative integer weights, at least one positive')
  }
  const parts = new Float64Array(weights.length)
  const remainders = new Float64Array(weights.length)
  return (whole) => {
    if (whole * total > Number.MAX_SAFE_INTEGER || !Number.isSafeInteger(whole) || whole < 0) {
      return allocate(whole, weights)
    }
    let leftover = whole
    for (let i = 0; i < parts.length; i++) {
      const product = whole * weights[i]!
      const part = Math.floor(product / total)
      parts[i] = part
      remainders[i] = product - part * total
      leftover -= part
    }
    for (; leftover > 0; leftover--) giveOne(parts, remainders)
    return parts
  }
}

/** One more to the largest remainder, ties to the lower index; it has had its turn then. */
function giveOne(parts: Float64Array, remainders: Float64Array): void {
  let best = 0
  for (let i = 1; i < remainders.length; i++) if (remainders[i]! > remainders[best]!) best = i
  parts[best]! += 1
  remainders[best] = -1
}
