interface TableCost {
  readonly cpu_seconds: number
  readonly shuffle_bytes: number
  readonly spilled_bytes: number
  readonly skew: number
  readonly narrow: readonly string[]
}
interface SizeCost {
  readonly orders: number
  readonly seconds: number
  readonly cpu_seconds: number
  readonly node_seconds: number
  readonly tables: Readonly<Record<string, TableCost>>
}
export function tablesOf(lines: readonly string[]): Record<string, TableCost>
export function costTable(sizes: readonly SizeCost[]): string
