/** amount * numerator / denominator in whole cents, half away from zero; exact at any size. */
export function ratio(amount: number, numerator: number, denominator: number): number {
  const product = BigInt(Math.abs(amount)) * BigInt(numerator)
  const rounded = Number((2n * product + BigInt(denominator)) / (2n * BigInt(denominator)))
  return amount < 0 ? 0 - rounded : rounded
}

/** A share in basis points. */
export const share = (cents: number, bps: number) => ratio(cents, bps, 10_000)

/** What one of so many comes to on average; null for none. */
export const each = (cents: number, count: number) => (count === 0 ? null : ratio(cents, 1, count))

/** Splits cents by weight: floors first, then a cent to each of the largest remainders, the first of equals. */
export function split(cents: number, weights: readonly number[]): number[] {
  const total = sum(weights)
  if (total === 0)
    return split(
      cents,
      weights.map(() => 1),
    )
  const exact = weights.map((weight) => BigInt(cents) * BigInt(weight))
  const parts = exact.map((product) => Number(product / BigInt(total)))
  const remainders = exact.map((product) => Number(product % BigInt(total)))
  const turns = remainders.map((_, i) => i).sort((a, b) => remainders[b]! - remainders[a]! || a - b)
  for (const i of turns.slice(0, cents - sum(parts))) parts[i]!++
  return parts
}

export const sum = (values: Iterable<number>) => {
  let total = 0
  for (const value of values) total += value
  return total
}

/** The sum of something over rows. */
export const sumOf = <T>(rows: readonly T[], of: (row: T) => number) => sum(rows.map(of))

/** Rows by a key of theirs, in order of appearance. */
export function groupBy<T, K>(rows: Iterable<T>, key: (row: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const row of rows) {
    const group = groups.get(key(row))
    if (group) group.push(row)
    else groups.set(key(row), [row])
  }
  return groups
}
