import { sum } from '../numbers.js'
import { mulDivFloor } from './round.js'

/**
 * Splits a whole into integer parts in proportion to weights, by largest remainder (Hamilton's
 * method): every part gets the floor of its quota, and what is left goes one by one to the largest
 * remainders, ties to the lower index. The parts always sum to the whole. All arithmetic is on
 * integers, so every machine and engine gets the same parts.
 *
 * @param whole integer (cents, clicks, orders); a negative whole is split as its absolute value
 * @param weights non-negative numbers, at least one; all zero means an equal split. Weights with
 *   fractions are first scaled to integers, the largest to 2^52 / number of weights.
 * @returns integers of the same length as `weights`
 * @throws RangeError on a whole that is not a safe integer or a weight that is negative or not finite
 */
export function allocate(whole: number, weights: ArrayLike<number>): number[] {
  if (!Number.isSafeInteger(whole)) {
    throw new RangeError(`allocate: got a whole of ${whole}, allowed a safe integer`)
  }
  if (weights.length === 0) throw new RangeError('allocate: got no weights, needed at least one')
  const integers = integerWeights(weights)
  const parts = largestRemainder(Math.abs(whole), integers, sum(integers))
  return whole < 0 ? parts.map((part) => (part === 0 ? 0 : -part)) : parts
}

function integerWeights(weights: ArrayLike<number>): ArrayLike<number> {
  let total = 0
  let largest = 0
  let whole = true
  for (let i = 0; i < weights.length; i++) {
    const weight = weights[i]!
    if (!(weight >= 0 && Number.isFinite(weight))) {
      throw new RangeError(`allocate: weight ${i} is ${weight}, allowed finite numbers >= 0`)
    }
    whole &&= Number.isInteger(weight)
    total += weight
    largest = Math.max(largest, weight)
  }
  if (largest === 0) return Array.from(weights, () => 1)
  if (whole && total <= Number.MAX_SAFE_INTEGER) return weights
  const scale = Math.floor(2 ** 52 / weights.length)
  return Array.from(weights, (weight) => Math.round((weight / largest) * scale))
}

function largestRemainder(whole: number, weights: ArrayLike<number>, total: number): number[] {
  const parts = new Array<number>(weights.length)
  const remainders = new Array<number>(weights.length)
  let leftover = whole
  for (let i = 0; i < weights.length; i++) {
    const part = mulDivFloor(whole, weights[i]!, total)
    parts[i] = part
    remainders[i] = remainderOf(whole, weights[i]!, part, total)
    leftover -= part
  }
  if (leftover === 0) return parts
  const order = remainders.map((_, i) => i)
  order.sort((a, b) => remainders[b]! - remainders[a]! || a - b)
  for (let k = 0; k < leftover; k++) parts[order[k]!]! += 1
  return parts
}

/** whole * weight mod total, exact beyond 2^53. */
function remainderOf(whole: number, weight: number, part: number, total: number): number {
  const product = whole * weight
  if (product <= Number.MAX_SAFE_INTEGER) return product - part * total
  return Number(BigInt(whole) * BigInt(weight) - BigInt(part) * BigInt(total))
}
