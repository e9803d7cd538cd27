import { Assumptions } from '../assumptions/index.js'
import { allocate } from '../money/allocate.js'
import { sum } from '../numbers.js'
import { meanOneLogNormal } from '../random/distributions.js'
import { keyedStreams, type Stream } from '../random/stream.js'
import { dateOf, isoWeekday } from '../time/calendar.js'
import { blackFriday, feastsOf } from '../time/feasts.js'
import { daysIn, type Horizon } from '../time/horizon.js'
import { NamedWheel } from './sampling.js'

/** How much the daily demand grows from the first day to the last. */
const GROWTH = 3
/** Day-to-day noise of demand beyond the chance of counting. */
const NOISE_SIGMA = 0.1
/** Monday to Sunday. */
const WEEK = [1.14, 1.13, 1.1, 1.05, 1.0, 0.76, 0.84]
/** From four days before Black Friday to eight days after it. */
const BLACK_FRIDAY = [1.1, 1.15, 1.15, 1.4, 6, 2.9, 2.1, 1.8, 1.5, 1.35, 1.25, 1.2, 1.15]
const HOURS = [
  24, 12, 5, 3, 2, 2, 5, 13, 30, 48, 62, 66, 60, 65, 66, 65, 67, 62, 58, 60, 62, 62, 58, 41,
]

const olistFeasts = feastsOf(Assumptions.defaults().text('place.country'))

const hourWheel = new NamedWheel(HOURS.map((weight, hour) => [hour, weight] as const))

/** The orders of each day of the horizon; they sum to `orders` exactly. */
export function dailyOrders(orders: number, seed: number, horizon: Horizon): number[] {
  const weights = demandWeights(horizon)
  const perWeight = orders / sum(weights)
  const streams = keyedStreams(seed, 'marketplace', 'demand')
  return allocate(
    orders,
    weights.map((weight, i) => {
      const sigma = Math.sqrt(NOISE_SIGMA ** 2 + 1 / Math.max(1, weight * perWeight))
      return weight * meanOneLogNormal(streams(horizon.firstDay + i), sigma)
    }),
  )
}

/** The expected demand of each day, relative: growth times the week times the year. */
export function demandWeights(horizon: Horizon): number[] {
  const length = daysIn(horizon)
  return Array.from({ length }, (_, i) => {
    const growth = 1 + ((GROWTH - 1) * i) / Math.max(1, length - 1)
    return growth * seasonOf(horizon.firstDay + i)
  })
}

/** The season of a day without its growth: 1 is an average day of the year. */
export function seasonOf(day: number): number {
  return WEEK[isoWeekday(day) - 1]! * yearlyRhythm(day)
}

function yearlyRhythm(day: number): number {
  const date = dateOf(day)
  const year = Number(date.slice(0, 4))
  const monthDay = date.slice(5)
  const sinceBlackFriday = day - blackFriday(year)
  const aroundIt = BLACK_FRIDAY[sinceBlackFriday + 4]
  if (aroundIt !== undefined) return aroundIt
  if (['12-24', '12-25', '12-31', '01-01'].includes(monthDay)) return 0.45
  if (monthDay >= '12-17') return 0.72
  if (monthDay >= '12-01') return 1.1
  if (monthDay <= '01-14') return 0.85
  return isRunUp(day, year) ? 1.13 : 1
}

/** How many days before a gift day its buying begins; it ends two days before, so that gifts arrive. */
const GIFT_DAYS: Readonly<Record<string, number>> = {
  mothers_day: 14,
  dia_dos_namorados: 11,
  fathers_day: 10,
  childrens_day: 11,
}
const GIFTS_ARRIVE_DAYS = 2

/** Whether a day is one of buying for a gift day of the country that Olist sells in. */
function isRunUp(day: number, year: number): boolean {
  return olistFeasts.some((feast) => {
    const ahead = feast.day(year)! - day
    return ahead >= GIFTS_ARRIVE_DAYS && ahead <= (GIFT_DAYS[feast.name] ?? 0)
  })
}

/** A moment of a day at which people shop, in seconds after midnight. */
export function timeOfPurchase(stream: Stream): number {
  return hourWheel.spin(stream) * 3600 + Math.floor(stream.uniform() * 3600)
}
