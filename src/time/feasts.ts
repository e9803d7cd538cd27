import { dayNumber, isoWeekday, nthWeekday } from './calendar.js'

/** The day number a feast falls on in a year; null where it is not known. */
export type FeastRule = (year: number) => number | null

/**
 * What a feast means to shops: a `gift` day is bought for in the days before it, a `sale` is a day of
 * offers, `rest` is a feast that matters to advertising only.
 */
export type FeastKind = 'gift' | 'sale' | 'rest'

/** A feast that a country keeps. */
export interface Feast {
  readonly name: string
  readonly kind: FeastKind
  readonly day: FeastRule
}

const THURSDAY = 4
const SUNDAY = 7

const fixed =
  (month: number, day: number): FeastRule =>
  (year) =>
    dayNumber(year, month, day)

const nth =
  (month: number, weekday: number, n: number): FeastRule =>
  (year) =>
    nthWeekday(year, month, weekday, n)

const afterEaster =
  (days: number): FeastRule =>
  (year) =>
    easterSunday(year) + days

const later =
  (rule: (year: number) => number, days: number): FeastRule =>
  (year) =>
    rule(year) + days

/** The day after the fourth Thursday of November. */
export function blackFriday(year: number): number {
  return nthWeekday(year, 11, THURSDAY, 4) + 1
}

/** Easter of the Gregorian calendar: the anonymous algorithm (Meeus, Astronomical Algorithms, ch. 8). */
export function easterSunday(year: number): number {
  const a = year % 19
  const century = Math.floor(year / 100)
  const c = year % 100
  const moon = century - Math.floor(century / 4)
  const shift = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3)
  const h = (19 * a + moon - shift + 15) % 30
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const late = Math.floor((a + 11 * h + 22 * weekday) / 451)
  const n = h + weekday - 7 * late + 114
  return dayNumber(year, Math.floor(n / 31), (n % 31) + 1)
}

/** The last Sunday of May; the Sunday after where that is Pentecost. */
const frenchMothersDay: FeastRule = (year) => {
  const last = dayNumber(year, 5, 31)
  const sunday = last - (isoWeekday(last) % 7)
  return sunday === easterSunday(year) + 49 ? sunday + 7 : sunday
}

/** Month and day of Diwali as the Government of India's holiday lists name it, from 2015. */
const DIWALI = [
  [11, 11],
  [10, 30],
  [10, 19],
  [11, 7],
  [10, 27],
  [11, 14],
  [11, 4],
  [10, 24],
  [11, 12],
  [10, 31],
  [10, 20],
  [11, 8],
] as const
const DIWALI_FROM = 2015

const diwali: FeastRule = (year) => {
  const found = DIWALI[year - DIWALI_FROM]
  return found ? dayNumber(year, found[0], found[1]) : null
}

const gift = (name: string, day: FeastRule): Feast => ({ name, kind: 'gift', day })
const sale = (name: string, day: FeastRule): Feast => ({ name, kind: 'sale', day })
const rest = (name: string, day: FeastRule): Feast => ({ name, kind: 'rest', day })

const fridays = [
  sale('black_friday', blackFriday),
  sale('cyber_monday', later(blackFriday, 3)),
] as const
const boxingDay = sale('boxing_day', fixed(12, 26))
const valentines = gift('valentines_day', fixed(2, 14))
const whiteDay = gift('white_day', fixed(3, 14))
const mothers = gift('mothers_day', nth(5, SUNDAY, 2))
const fathersInJune = gift('fathers_day', nth(6, SUNDAY, 3))
/** Christmas as shops keep it: gifts arrive until the 20th; then both sides are on holiday. */
const christmas = [
  rest('christmas_shipping', fixed(12, 20)),
  rest('christmas_eve', fixed(12, 24)),
  rest('new_year', fixed(1, 1)),
] as const

/** The feasts of the ten largest countries of online retail, by ISO 3166-1 code. */
const COUNTRIES: Readonly<Record<string, readonly Feast[]>> = {
  BR: [
    ...christmas,
    mothers,
    gift('dia_dos_namorados', fixed(6, 12)),
    gift('fathers_day', nth(8, SUNDAY, 2)),
    gift('childrens_day', fixed(10, 12)),
    sale('black_friday', blackFriday),
    rest('carnival_tuesday', afterEaster(-47)),
  ],
  CA: [...christmas, valentines, mothers, fathersInJune, ...fridays, boxingDay],
  CN: [
    valentines,
    gift('love_day', fixed(5, 20)),
    sale('mid_year_sale', fixed(6, 18)),
    sale('singles_day', fixed(11, 11)),
    sale('double_twelve', fixed(12, 12)),
  ],
  DE: [...christmas, valentines, mothers, gift('fathers_day', afterEaster(39)), ...fridays],
  FR: [...christmas, valentines, gift('mothers_day', frenchMothersDay), fathersInJune, ...fridays],
  GB: [
    ...christmas,
    valentines,
    gift('mothers_day', afterEaster(-21)),
    fathersInJune,
    ...fridays,
    boxingDay,
  ],
  IN: [
    valentines,
    sale('republic_day_sale', fixed(1, 26)),
    sale('independence_day_sale', fixed(8, 15)),
    gift('diwali', diwali),
  ],
  JP: [
    ...christmas,
    valentines,
    whiteDay,
    mothers,
    fathersInJune,
    sale('black_friday', blackFriday),
    sale('new_year_sale', fixed(1, 2)),
  ],
  KR: [
    ...christmas,
    valentines,
    whiteDay,
    gift('childrens_day', fixed(5, 5)),
    gift('parents_day', fixed(5, 8)),
    sale('singles_day', fixed(11, 11)),
    sale('black_friday', blackFriday),
  ],
  US: [...christmas, valentines, mothers, fathersInJune, ...fridays],
}

/** The feasts of a country in the order in which later ones take a day from earlier; none elsewhere. */
export function feastsOf(country: string): readonly Feast[] {
  return COUNTRIES[country] ?? []
}

/** The names of all feasts of all countries. */
export const feastNames: readonly string[] = [
  ...new Set(
    Object.values(COUNTRIES)
      .flat()
      .map(({ name }) => name),
  ),
].sort()
