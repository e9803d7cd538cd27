/** Two names this close are taken for one, misspelt. */
const MOST_EDITS = 2

/** The known name that somebody may have meant, at most two slips away; undefined where none is. */
export function nearest(name: string, known: readonly string[]): string | undefined {
  const ranked = known
    .map((other) => ({ other, edits: editDistance(name, other) }))
    .sort((a, b) => a.edits - b.edits)
  return ranked[0] && ranked[0].edits <= MOST_EDITS ? ranked[0].other : undefined
}

/** Least number of letters to insert, drop, change or swap with their neighbour (optimal alignment). */
export function editDistance(from: string, to: string): number {
  const rows = [Array.from({ length: to.length + 1 }, (_, j) => j)]
  for (let i = 1; i <= from.length; i++) {
    const row = [i]
    for (let j = 1; j <= to.length; j++) {
      const change = from[i - 1] === to[j - 1] ? 0 : 1
      const swaps = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1]
      row[j] = Math.min(
        rows[i - 1]![j]! + 1,
        row[j - 1]! + 1,
        rows[i - 1]![j - 1]! + change,
        swaps ? rows[i - 2]![j - 2]! + 1 : Number.POSITIVE_INFINITY,
      )
    }
    rows.push(row)
  }
  return rows[from.length]![to.length]!
}
