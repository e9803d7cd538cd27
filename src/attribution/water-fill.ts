import { mulDivFloor } from '../money/round.js'

/** What {@link waterFill} spreads, and over whom. */
export interface WaterFill {
  /** Whole things to spread (orders, clicks): a safe integer >= 0. */
  readonly total: number
  /** Non-negative integers; who weighs 0 gets nothing. */
  readonly weights: ArrayLike<number | bigint>
  /** The most each may get: safe integers >= 0, one per weight. */
  readonly caps: ArrayLike<number>
}

/**
 * Spreads a total in proportion to weights, none above its cap. Whoever's quota reaches its cap is
 * fixed there and the rest is spread again over the others; when nobody is fixed any more, every
 * quota is floored and what is left goes one by one to the largest remainders, ties to the lower
 * index. All arithmetic is exact on integers.
 *
 * Why it ends and respects the caps: a round fixes at least one or is the last, so there are at most
 * as many rounds as weights. Those fixed give back what their quotas held above their caps, so the
 * quotas of the others never fall, and a fixed one would be fixed in any later round too. In the last
 * round every quota is below its cap, a whole number, so its floor plus one is at most the cap.
 *
 * Source: the progressive filling algorithm for max-min fairness with weights (Bertsekas and
 * Gallager, "Data Networks", 1992, section 6.5.2), rounded by Hamilton's method.
 *
 * @returns integers that sum to min(total, sum of the caps of those with weight)
 */
export function waterFill({ total, weights, caps }: WaterFill): Float64Array {
  const parts = new Float64Array(weights.length)
  const weight = total === 0 ? 0 : openAll(weights, parts)
  if (weight === 0) return parts
  if (typeof weights[0] === 'number' && weight * total < Number.MAX_SAFE_INTEGER) {
    fillNumbers(total, weight, weights as ArrayLike<number>, caps, parts)
  } else {
    fillBigInts(total, weights, caps, parts)
  }
  return parts
}

/** A part that is still to be found, and the remainder of one that is found. */
const OPEN = -1

/** Products stay below 2^53: the caller made sure. */
function fillNumbers(
  total: number,
  ofAll: number,
  weights: ArrayLike<number>,
  caps: ArrayLike<number>,
  parts: Float64Array,
): void {
  let left = total
  let weight = ofAll
  while (weight > 0) {
    const before = left
    let weightLeft = weight
    for (let i = 0; i < parts.length; i++) {
      if (parts[i] !== OPEN) continue
      const cap = Math.min(caps[i]!, total)
      if (before * weights[i]! < cap * weight) continue
      parts[i] = cap
      left -= cap
      weightLeft -= weights[i]!
    }
    if (weightLeft === weight) {
      floorNumbers(left, weight, weights, parts)
      return
    }
    weight = weightLeft
  }
}

/** Every open part its quota's floor; what is left goes to the largest remainders. */
function floorNumbers(
  total: number,
  weight: number,
  weights: ArrayLike<number>,
  parts: Float64Array,
): void {
  const remainders = new Float64Array(parts.length).fill(OPEN)
  let left = total
  for (let i = 0; i < parts.length; i++) {
    if (parts[i] !== OPEN) continue
    const quotient = mulDivFloor(total, weights[i]!, weight)
    remainders[i] = total * weights[i]! - quotient * weight
    parts[i] = quotient
    left -= quotient
  }
  if (left > 0) handOut(left, remainders, remainders.slice().sort(), parts)
}

/** The same on integers of any size. */
function fillBigInts(
  total: number,
  weights: ArrayLike<number | bigint>,
  caps: ArrayLike<number>,
  parts: Float64Array,
): void {
  const exact = Array.from(weights, BigInt)
  let left = total
  let weight = exact.reduce((sum, one) => sum + one, 0n)
  while (weight > 0n) {
    const [before, ofAll] = [BigInt(left), weight]
    const isFull = (i: number) =>
      parts[i] === OPEN && before * exact[i]! >= BigInt(caps[i]!) * ofAll
    const full = [...exact.keys()].filter(isFull)
    if (full.length === 0) {
      floorBigInts(left, weight, exact, parts)
      return
    }
    for (const i of full) {
      parts[i] = caps[i]!
      left -= caps[i]!
      weight -= exact[i]!
    }
  }
}

function floorBigInts(
  total: number,
  weight: bigint,
  weights: readonly bigint[],
  parts: Float64Array,
): void {
  let left = total
  const remainders = weights.map((own, i) => {
    if (parts[i] !== OPEN) return BigInt(OPEN)
    const product = BigInt(total) * own
    parts[i] = Number(product / weight)
    left -= parts[i]!
    return product % weight
  })
  const sorted = [...remainders].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
  if (left > 0) handOut(left, remainders, sorted, parts)
}

/** Opens the parts of all that weigh something; gives what they weigh together. */
function openAll(weights: ArrayLike<number | bigint>, parts: Float64Array): number {
  let weight = 0
  for (let i = 0; i < parts.length; i++) {
    if (weights[i]! <= 0) continue
    parts[i] = OPEN
    weight += Number(weights[i]!)
  }
  return weight
}

/** Hands what the floors leave over to the largest remainders, ties to the lower index. */
function handOut(
  whole: number,
  remainders: ArrayLike<number | bigint>,
  sorted: ArrayLike<number | bigint>,
  parts: Float64Array,
): void {
  let left = whole
  const least = sorted[sorted.length - left]!
  for (let i = 0; i < parts.length; i++) {
    if (remainders[i]! <= least) continue
    parts[i]! += 1
    left--
  }
  for (let i = 0; left > 0; i++) {
    if (remainders[i] !== least) continue
    parts[i]! += 1
    left--
  }
}
