import { isoWeekday } from '../time/calendar.js'
import type { CalendarColumn, Grain } from './data.js'

/** Which periods a calendar covers. */
export interface CalendarSpan {
  readonly grain: Grain
  /** Days since 1970-01-01. */
  readonly firstDay: number
  readonly periods: number
}

const DAYS_A_YEAR = 365.25
const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']
const WEEKDAY_SD = 0.3
const HARMONIC_SD = 0.2
const EVENT_SD = 0.6

/** Weekdays (daily series only) and three harmonics of the year. */
export function seasonColumns({ grain, firstDay, periods }: CalendarSpan): CalendarColumn[] {
  const days = grain === 'day' ? 1 : 7
  const column = (name: string, sd: number, value: (day: number) => number): CalendarColumn => ({
    name,
    sd,
    values: Float64Array.from({ length: periods }, (_, t) => value(firstDay + t * days)),
  })
  const weekdays = grain === 'week' ? [] : [1, 2, 3, 4, 5, 6]
  return [
    ...weekdays.map((k) =>
      column(WEEKDAYS[k - 1]!, WEEKDAY_SD, (day) => (isoWeekday(day) === k ? 1 : 0)),
    ),
    ...[1, 2, 3].flatMap((k) => {
      const angle = (day: number) => (2 * Math.PI * k * day) / DAYS_A_YEAR
      return [
        column(`year_sin_${k}`, HARMONIC_SD, (day) => Math.sin(angle(day))),
        column(`year_cos_${k}`, HARMONIC_SD, (day) => Math.cos(angle(day))),
      ]
    }),
  ]
}

/** An event by period: 1 on its days, or the share of a week that is its days. */
export function eventColumn(name: string, values: Float64Array): CalendarColumn {
  return { name, values, sd: EVENT_SD }
}
