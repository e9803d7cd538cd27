import { dayNumber } from '../time/calendar.js'
import { feastsOf } from '../time/feasts.js'

/** What is declared about the retail calendar. */
export interface RetailCalendar {
  /** ISO 3166-1 code of the country whose days are kept. */
  readonly country: string
  /** First day of the Christmas run-up, MM-DD. */
  readonly christmasRunUpFrom: string
  /** Days of gift buying before a gift day. */
  readonly giftRunUpDays: number
}

/**
 * The retail events of one year in a country, by day number: `black_friday_week`, the name of a sale
 * or a gift day, that name with `_run_up` before a gift day, and `christmas_run_up`.
 */
export function retailEvents(year: number, retail: RetailCalendar): Map<number, string> {
  const events = new Map<number, string>()
  const mark = (name: string, from: number, to: number) => {
    for (let day = from; day <= to; day++) events.set(day, name)
  }
  for (const { name, kind, day } of feastsOf(retail.country)) {
    const at = day(year)
    if (at === null) continue
    if (name === 'christmas_eve') mark('christmas_run_up', runUpStart(year, retail), at)
    if (kind === 'rest') continue
    if (kind === 'gift') mark(`${name}_run_up`, at - retail.giftRunUpDays, at - 1)
    // Its week begins on the Monday before it and ends on the Sunday after it.
    if (name === 'black_friday') mark(`${name}_week`, at - 4, at + 2)
    mark(name, at, at)
  }
  return events
}

function runUpStart(year: number, { christmasRunUpFrom }: RetailCalendar): number {
  const [month, day] = christmasRunUpFrom.split('-').map(Number) as [number, number]
  return dayNumber(year, month, day)
}
