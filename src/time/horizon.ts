/** A span of days, both ends included, as day numbers. */
export interface Horizon {
  readonly firstDay: number
  readonly lastDay: number
}

/** How many days a horizon has. */
export function daysIn({ firstDay, lastDay }: Horizon): number {
  return lastDay - firstDay + 1
}
