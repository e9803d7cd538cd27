import { sum } from '../../numbers.js'
import { isoWeekday } from '../../time/calendar.js'
import type { Horizon } from '../../time/horizon.js'
import { demandWeights, seasonOf } from '../calendar.js'

/** On which days a channel advertises. */
export type Rhythm =
  | { readonly kind: 'always_on' }
  /** On for some days, off for some days, over and over; the first flight starts half-way. */
  | { readonly kind: 'flights'; readonly onDays: number; readonly offDays: number }
  /** On some days of the week, Monday 1 to Sunday 7. */
  | { readonly kind: 'weekdays'; readonly weekdays: readonly number[] }

/**
 * How much a channel advertises each day, relative, with a mean of 1: it grows with demand, follows
 * the season as strongly as told, and keeps its rhythm.
 *
 * @param seasonality exponent on the season, 0 or more
 */
export function advertisingShape(
  horizon: Horizon,
  rhythm: Rhythm,
  seasonality: number,
): Float64Array {
  const shape = Float64Array.from(demandWeights(horizon), (demand, i) => {
    const season = seasonOf(horizon.firstDay + i)
    return isOn(rhythm, i, horizon.firstDay + i) ? (demand / season) * season ** seasonality : 0
  })
  const total = sum(shape)
  return total === 0 ? shape : shape.map((value) => (value * shape.length) / total)
}

function isOn(rhythm: Rhythm, index: number, day: number): boolean {
  switch (rhythm.kind) {
    case 'always_on':
      return true
    case 'flights': {
      const cycle = rhythm.onDays + rhythm.offDays
      return (index + Math.floor(rhythm.onDays / 2)) % cycle < rhythm.onDays
    }
    case 'weekdays':
      return rhythm.weekdays.includes(isoWeekday(day))
  }
}
