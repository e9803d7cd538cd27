import { HORIZON_DAYS, WARM_UP_DAYS } from './world.js'

const DAYS = WARM_UP_DAYS + HORIZON_DAYS
/** Day of the year, from 0, of the first day of the warm-up: 3 July. */
const FIRST_DAY_OF_YEAR = 183
const BLACK_FRIDAY = 328
const HOLIDAYS = [0, 45, 46, 104, 120, 157, 249, 284, 305, 318]

/** Weekday of each day, warm-up first: 0 is Sunday, as 3 July 2016 was. */
export const weekdays = Array.from({ length: DAYS }, (_, t) => t % 7)

/** Sine and cosine of one, two and three waves a year; by column, warm-up first. */
export const yearHarmonics = [1, 2, 3].flatMap((waves) =>
  [Math.sin, Math.cos].map((wave) =>
    Float64Array.from({ length: DAYS }, (_, t) => wave((waves * 2 * Math.PI * t) / 365.25)),
  ),
)

/** Names of {@link eventColumns}. */
export const eventNames = ['black_friday', 'around_it', 'christmas', 'year_end', 'holiday'] as const

/** Known events as columns of 0 and 1, warm-up first. */
export const eventColumns = [
  (day: number) => day === BLACK_FRIDAY,
  (day: number) => day >= 322 && day <= 332 && day !== BLACK_FRIDAY,
  (day: number) => day >= 340 && day <= 352,
  (day: number) => day >= 353,
  (day: number) => HOLIDAYS.includes(day),
].map((on) =>
  Float64Array.from({ length: DAYS }, (_, t) => (on((t + FIRST_DAY_OF_YEAR) % 365) ? 1 : 0)),
)
