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
  let totalWeight = 0
  for (let i = 0; i < weights.length; i++) totalWeight += Number(weights[i]!)
  if (totalWeight === 0 || total === 0) return parts
  if (totalWeight * total < Number.MAX_SAFE_INTEGER) {
    fillNumbers(total, weights as ArrayLike<number>, caps, parts)
  } else {
    fillBigInts(total, weights, caps, parts)
  }
  return parts
}

/** Products stay below 2^53: the caller made sure. */
function fillNumbers(
  total: number,
  weights: ArrayLike<number>,
  caps: ArrayLike<number>,
  parts: Float64Array,
): void {
  let left = total
  let open = indicesOf(weights)
  while (open.length > 0) {
    let weight = 0
    for (const i of open) weight += Number(weights[i]!)
    const stillOpen: number[] = []
    let placed = 0
    for (const i of open) {
      const cap = Math.min(caps[i]!, total)
      if (left * Number(weights[i]!) >= cap * weight) {
        parts[i] = cap
        placed += cap
      } else stillOpen.push(i)
    }
    if (stillOpen.length === open.length) {
      const remainders = open.map((i) => {
        const product = left * Number(weights[i]!)
        const remainder = product % weight
        parts[i] = (product - remainder) / weight
        return remainder
      })
      handOut(left, open, remainders, parts)
      return
    }
    left -= placed
    open = stillOpen
  }
}

/** The same on integers of any size. */
function fillBigInts(
  total: number,
  weights: ArrayLike<number | bigint>,
  caps: ArrayLike<number>,
  parts: Float64Array,
): void {
  let left = BigInt(total)
  let open = indicesOf(weights)
  while (open.length > 0) {
    let weight = 0n
    for (const i of open) weight += BigInt(weights[i]!)
    const stillOpen: number[] = []
    let placed = 0n
    for (const i of open) {
      const cap = BigInt(caps[i]!)
      if (left * BigInt(weights[i]!) >= cap * weight) {
        parts[i] = caps[i]!
        placed += cap
      } else stillOpen.push(i)
    }
    if (stillOpen.length === open.length) {
      const remainders = open.map((i) => {
        const product = left * BigInt(weights[i]!)
        parts[i] = Number(product / weight)
        return product % weight
      })
      handOut(Number(left), open, remainders, parts)
      return
    }
    left -= placed
    open = stillOpen
  }
}

function indicesOf(weights: ArrayLike<number | bigint>): number[] {
  const indices: number[] = []
  for (let i = 0; i < weights.length; i++) if (weights[i]! > 0) indices.push(i)
  return indices
}

/** Hands what the floors leave over to the largest remainders, ties to the lower index. */
function handOut(
  whole: number,
  open: readonly number[],
  remainders: readonly number[] | readonly bigint[],
  parts: Float64Array,
): void {
  let left = whole
  for (const i of open) left -= parts[i]!
  if (left === 0) return
  const least = nthLargest(remainders, left)
  for (const [k, i] of open.entries()) {
    if (remainders[k]! <= least) continue
    parts[i]! += 1
    left--
  }
  for (let k = 0; left > 0; k++) {
    if (remainders[k] !== least) continue
    parts[open[k]!]! += 1
    left--
  }
}

/** The nth largest value, from 1. Numbers are sorted in a typed array: natively. */
function nthLargest(values: readonly number[] | readonly bigint[], n: number): number | bigint {
  const sorted =
    typeof values[0] === 'number'
      ? Float64Array.from(values as readonly number[]).sort()
      : [...(values as readonly bigint[])].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
  return sorted[sorted.length - n]!
}
