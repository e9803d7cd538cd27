import type { DecisionData } from '../data.js'

const MS_PER_DAY = 86_400_000
const DAYS_PER_PERIOD = { day: 1, week: 7 } as const

/** The months of a horizon, and the month of each period: that of its first day. */
export interface Months {
  /** As YYYY-MM, oldest first. */
  readonly names: readonly string[]
  /** Index into `names` by period. */
  readonly ofPeriod: Int32Array
}

/** The months that a series runs through. */
export function monthsOf({
  firstDay,
  grain,
  orders,
}: Pick<DecisionData, 'firstDay' | 'grain' | 'orders'>): Months {
  const names: string[] = []
  const ofPeriod = new Int32Array(orders.length)
  for (let t = 0; t < orders.length; t++) {
    const day = firstDay + t * DAYS_PER_PERIOD[grain]
    const name = new Date(day * MS_PER_DAY).toISOString().slice(0, 7)
    if (names.at(-1) !== name) names.push(name)
    ofPeriod[t] = names.length - 1
  }
  return { names, ofPeriod }
}

/** Days that one period of a grain lasts. */
export function daysPerPeriod(grain: DecisionData['grain']): number {
  return DAYS_PER_PERIOD[grain]
}
