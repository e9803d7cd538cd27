/**
 * Integers in proportion to weights that sum to a whole: floors, then one more to each of the largest
 * remainders, the first of equals. Without weight: equal parts. Exact at any size.
 */
export function largestRemainder(whole: bigint, weights: readonly bigint[]): bigint[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0n)
  if (total === 0n) {
    return weights.length === 0
      ? []
      : largestRemainder(
          whole,
          weights.map(() => 1n),
        )
  }
  const quotas = weights.map((weight) => whole * weight)
  const parts = quotas.map((quota) => quota / total)
  let left = parts.reduce((rest, part) => rest - part, whole)
  if (left === 0n) return parts
  const rests = quotas.map((quota) => quota % total)
  const turns = weights.map((_, i) => i).sort((a, b) => compare(rests[b]!, rests[a]!) || a - b)
  for (const i of turns) {
    if (left === 0n) break
    parts[i]! += 1n
    left -= 1n
  }
  return parts
}

/**
 * Spreads a total in proportion to weights, none above its cap, in one pass: whoever's cap is lowest
 * for its weight fills first. Who weighs nothing gets nothing.
 */
export function fillUnderCaps(
  total: bigint,
  weights: readonly bigint[],
  caps: readonly bigint[],
): bigint[] {
  const parts = weights.map(() => 0n)
  const byRoom = weights
    .map((_, i) => i)
    .filter((i) => weights[i]! > 0n)
    .sort((a, b) => compare(caps[a]! * weights[b]!, caps[b]! * weights[a]!) || a - b)
  let left = total
  let weight = byRoom.reduce((sum, i) => sum + weights[i]!, 0n)
  let full = 0
  for (const i of byRoom) {
    if (left * weights[i]! < caps[i]! * weight) break
    parts[i] = caps[i]!
    left -= caps[i]!
    weight -= weights[i]!
    full++
  }
  const open = byRoom.slice(full).sort((a, b) => a - b)
  const rest = largestRemainder(
    left,
    open.map((i) => weights[i]!),
  )
  open.forEach((i, k) => {
    parts[i] = rest[k]!
  })
  return parts
}

function compare(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0
}
