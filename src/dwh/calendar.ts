import { calendarDay, dateKey, dateOf, dayNumber, isoWeek, isoWeekday } from '../time/calendar.js'
import { holidaysOf } from './holidays.js'
import { type RetailCalendar, retailEvents } from './retail-events.js'

/** Key of a day that is not known, or lies outside the calendar. */
const UNKNOWN_DATE_KEY = -1
/** Key of a day that has not come: the order is still on its way. */
const NOT_YET_DATE_KEY = 0

const DAYS_PER_52_WEEKS = 364

/** One row of `dim_date`; days are day numbers since 1970-01-01. */
export interface DateRow {
  readonly date_key: number
  readonly date: number | null
  readonly label: string
  readonly year: number | null
  readonly quarter: number | null
  readonly month: number | null
  readonly day: number | null
  readonly iso_year: number | null
  readonly iso_week: number | null
  /** Monday 1 to Sunday 7. */
  readonly weekday: number | null
  readonly is_weekend: boolean | null
  readonly is_month_end: boolean | null
  readonly is_quarter_end: boolean | null
  readonly is_holiday: boolean | null
  readonly holiday_name: string | null
  readonly retail_event: string | null
  /** 52 weeks earlier: the same weekday, so that weeks compare; null before the calendar begins. */
  readonly same_day_last_year: number | null
  /** The retail event, else `holiday`, `weekend` or `weekday`: one word for what kind of day it is. */
  readonly day_type: string | null
}

/** Every day of whole years, after the two default members. */
export function buildCalendar(
  firstYear: number,
  lastYear: number,
  retail: RetailCalendar,
): DateRow[] {
  const rows = [
    defaultMember(UNKNOWN_DATE_KEY, 'unknown'),
    defaultMember(NOT_YET_DATE_KEY, 'not yet happened'),
  ]
  const first = dayNumber(firstYear, 1, 1)
  const holidayNames = holidaysOf(retail.country)
  for (let year = firstYear; year <= lastYear; year++) {
    const holidays = holidayNames(year)
    const events = retailEvents(year, retail)
    for (let day = dayNumber(year, 1, 1); day < dayNumber(year + 1, 1, 1); day++) {
      rows.push(dateRow(day, first, holidays.get(day) ?? null, events.get(day) ?? null))
    }
  }
  return rows
}

function dateRow(
  number: number,
  first: number,
  holiday: string | null,
  event: string | null,
): DateRow {
  const today = calendarDay(number)
  const tomorrow = calendarDay(number + 1)
  const { isoYear, isoWeek: week } = isoWeek(number)
  const isMonthEnd = tomorrow.day === 1
  const isWeekend = isoWeekday(number) >= 6
  const lastYear = number - DAYS_PER_52_WEEKS
  return {
    date_key: dateKey(today),
    date: number,
    label: dateOf(number),
    year: today.year,
    quarter: Math.ceil(today.month / 3),
    month: today.month,
    day: today.day,
    iso_year: isoYear,
    iso_week: week,
    weekday: isoWeekday(number),
    is_weekend: isWeekend,
    is_month_end: isMonthEnd,
    is_quarter_end: isMonthEnd && today.month % 3 === 0,
    is_holiday: holiday !== null,
    holiday_name: holiday,
    retail_event: event,
    same_day_last_year: lastYear >= first ? lastYear : null,
    day_type: event ?? (holiday !== null ? 'holiday' : isWeekend ? 'weekend' : 'weekday'),
  }
}

function defaultMember(date_key: number, label: string): DateRow {
  return {
    date_key,
    date: null,
    label,
    year: null,
    quarter: null,
    month: null,
    day: null,
    iso_year: null,
    iso_week: null,
    weekday: null,
    is_weekend: null,
    is_month_end: null,
    is_quarter_end: null,
    is_holiday: null,
    holiday_name: null,
    retail_event: null,
    same_day_last_year: null,
    day_type: null,
  }
}
