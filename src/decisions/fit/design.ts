import type { DecisionData } from '../data.js'

/** Columns of the baseline's logarithm, with the standard deviation of each effect's prior. */
export interface Design {
  readonly columns: readonly Float64Array[]
  readonly sds: Float64Array
}

const INTERCEPT_SD = 3
const TREND_SDS = [0.5, 0.3] as const

/** Intercept, linear and quadratic trend in years from the horizon's middle, and the calendar. */
export function designOf(data: DecisionData): Design {
  const n = data.orders.length
  const periodsAYear = data.grain === 'day' ? 365 : 365 / 7
  const years = Float64Array.from({ length: n }, (_, t) => (t - n / 2) / periodsAYear)
  return {
    columns: [
      new Float64Array(n).fill(1),
      years,
      years.map((year) => year * year),
      ...data.calendar.map(({ values }) => values),
    ],
    sds: Float64Array.of(INTERCEPT_SD, ...TREND_SDS, ...data.calendar.map(({ sd }) => sd)),
  }
}

/** Prior precisions of the effects. */
export function precisions({ sds }: Design): Float64Array {
  return sds.map((sd) => 1 / (sd * sd))
}
