import { roundHalfAway } from '../money/round.js'

/**
 * Whole cents of real amounts of either sign, which sum to the rounded sum: every part is its floor, and what is
 * left goes one by one to the largest fractions, ties to the lower index.
 */
export function wholeCents(amounts: ArrayLike<number>): number[] {
  const exact = Array.from(amounts)
  const parts = exact.map(Math.floor)
  let total = 0
  for (const amount of exact) total += amount
  let left = roundHalfAway(total)
  for (const part of parts) left -= part
  const order = exact.map((_, i) => i)
  order.sort((a, b) => exact[b]! - parts[b]! - (exact[a]! - parts[a]!) || a - b)
  for (const i of order.slice(0, left)) parts[i]! += 1
  return parts
}
