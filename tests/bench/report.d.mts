interface Measured {
  readonly seconds: number
  readonly cpu_seconds: number
  readonly peak_mb?: number
}
export function ratiosOf(measurements: Record<string, Measured>): Record<string, number>
export function table(
  title: string,
  measurements: Record<string, Measured>,
  last?: Record<string, number>,
): string
export function regressions(
  ratios: Record<string, number>,
  baseline: Record<string, number>,
): string[]
