import { dayNumber, nthWeekday } from '../time/calendar.js'

/** What is declared about the retail calendar. */
export interface RetailCalendar {
  /** First day of the Christmas run-up, MM-DD. */
  readonly christmasRunUpFrom: string
  /** Days of gift buying before a gift day. */
  readonly giftRunUpDays: number
}

/** The words that `dim_date.retail_event` may hold. */
export const retailEventNames = [
  'black_friday',
  'black_friday_week',
  'mothers_day',
  'mothers_day_run_up',
  'dia_dos_namorados',
  'dia_dos_namorados_run_up',
  'fathers_day',
  'fathers_day_run_up',
  'childrens_day',
  'childrens_day_run_up',
  'christmas_run_up',
] as const
export type RetailEvent = (typeof retailEventNames)[number]

const FRIDAY = 5
const SUNDAY = 7

/** The retail events of one year in Brazil, by day number. */
export function retailEvents(year: number, retail: RetailCalendar): Map<number, RetailEvent> {
  const events = new Map<number, RetailEvent>()
  const [month, day] = retail.christmasRunUpFrom.split('-').map(Number) as [number, number]
  for (let d = dayNumber(year, month, day); d <= dayNumber(year, 12, 24); d++) {
    events.set(d, 'christmas_run_up')
  }
  const giftDays = {
    mothers_day: nthWeekday(year, 5, SUNDAY, 2),
    dia_dos_namorados: dayNumber(year, 6, 12),
    fathers_day: nthWeekday(year, 8, SUNDAY, 2),
    childrens_day: dayNumber(year, 10, 12),
  } as const
  for (const [name, at] of Object.entries(giftDays) as [keyof typeof giftDays, number][]) {
    for (let d = at - retail.giftRunUpDays; d < at; d++) events.set(d, `${name}_run_up`)
    events.set(at, name)
  }
  const friday = blackFriday(year)
  for (let d = friday - (FRIDAY - 1); d <= friday + (SUNDAY - FRIDAY); d++) {
    events.set(d, 'black_friday_week')
  }
  events.set(friday, 'black_friday')
  return events
}

/** Black Friday: the day after the fourth Thursday of November. */
function blackFriday(year: number): number {
  return nthWeekday(year, 11, FRIDAY - 1, 4) + 1
}
