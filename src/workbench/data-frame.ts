import type { ColumnTable } from 'arquero'

/**
 * Hands a table over as a danfojs DataFrame, for those who think in pandas. danfojs and its
 * TensorFlow are loaded at the first call only.
 */
export async function toDataFrame(table: ColumnTable) {
  const { DataFrame } = await import('danfojs-node')
  const columns = table.columnNames().map((name) => [name, Array.from(table.array(name))])
  return new DataFrame(Object.fromEntries(columns))
}
