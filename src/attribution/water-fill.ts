import { sum } from '../numbers.js'

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
 * @param parts where to write; default a new array
 * @returns integers that sum to min(total, sum of the caps of those with weight)
 */
export function waterFill(
  { total, weights, caps }: WaterFill,
  parts: Float64Array = new Float64Array(weights.length),
): Float64Array {
  parts.fill(0)
  if (total === 0) return parts
  if (!areNumbers(weights)) {
    fillBigInts(total, Array.from(weights, BigInt), caps, parts)
    return parts
  }
  const weight = sum(weights)
  if (weight * total < Number.MAX_SAFE_INTEGER) fillNumbers(total, weight, weights, caps, parts)
  else fillBigInts(total, Array.from(weights, BigInt), caps, parts)
  return parts
}

function areNumbers(weights: ArrayLike<number | bigint>): weights is ArrayLike<number> {
  return typeof weights[0] === 'number'
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
  for (let i = 0; i < parts.length; i++) if (weights[i]! > 0) parts[i] = OPEN
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

/** Where remainders are worked on, by place and to be put in order: kept, for there are many days of many lots. */
let remaindersKept = new Float64Array(0)
let orderedKept = new Float64Array(0)

/** Every open part its quota's floor; what is left goes to the largest remainders. */
function floorNumbers(
  total: number,
  weight: number,
  weights: ArrayLike<number>,
  parts: Float64Array,
): void {
  if (remaindersKept.length < parts.length) {
    remaindersKept = new Float64Array(parts.length)
    orderedKept = new Float64Array(parts.length)
  }
  const remainders = remaindersKept
  const ordered = orderedKept
  let count = 0
  let left = total
  for (let i = 0; i < parts.length; i++) {
    remainders[i] = OPEN
    if (parts[i] !== OPEN) continue
    const product = total * weights[i]!
    let quotient = Math.floor(product / weight)
    if (quotient * weight > product) quotient--
    parts[i] = quotient
    left -= quotient
    remainders[i] = product - quotient * weight
    ordered[count++] = remainders[i]!
  }
  if (left > 0) handOut(left, remainders, largest(left, ordered, count), parts)
}

/** The `rank`-th largest of the first numbers, which change places. Hoare, "Find", Communications of the ACM 4 (1961). */
function largest(rank: number, numbers: Float64Array, count: number): number {
  const at = count - rank
  let low = 0
  let high = count - 1
  while (low < high) {
    const pivot = numbers[(low + high) >> 1]!
    let i = low
    let j = high
    while (i <= j) {
      while (numbers[i]! < pivot) i++
      while (numbers[j]! > pivot) j--
      if (i > j) break
      const one = numbers[i]!
      numbers[i++] = numbers[j]!
      numbers[j--] = one
    }
    if (at > j && at < i) return pivot
    if (at <= j) high = j
    else low = i
  }
  return numbers[at]!
}

/** The same on integers of any size. */
function fillBigInts(
  total: number,
  weights: readonly bigint[],
  caps: ArrayLike<number>,
  parts: Float64Array,
): void {
  let left = total
  let weight = 0n
  for (let i = 0; i < parts.length; i++) {
    if (weights[i]! <= 0n) continue
    parts[i] = OPEN
    weight += weights[i]!
  }
  while (weight > 0n) {
    const [before, ofAll] = [BigInt(left), weight]
    for (let i = 0; i < parts.length; i++) {
      if (parts[i] !== OPEN || before * weights[i]! < BigInt(caps[i]!) * ofAll) continue
      parts[i] = caps[i]!
      left -= caps[i]!
      weight -= weights[i]!
    }
    if (weight === ofAll) {
      floorBigInts(left, weight, weights, parts)
      return
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
  if (left === 0) return
  const sorted = [...remainders].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
  handOut(left, remainders, sorted[sorted.length - left]!, parts)
}

/** Hands what the floors leave over to the largest remainders, ties to the lower index. */
function handOut(
  whole: number,
  remainders: ArrayLike<number | bigint>,
  least: number | bigint,
  parts: Float64Array,
): void {
  let left = whole
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
