import { InputError } from '../../errors.js'
import { ownImpressions } from '../../market/engine/impressions.js'
import type { MarketSource } from '../../market/market-source.js'
import { readMarket } from '../../market/read-market.js'
import type { SeasonTarget } from '../../market/season/season.js'
import { dateOf } from '../../time/calendar.js'

/** The season of one day, taken apart: the index is the product of the others. */
export interface SeasonDay {
  readonly date: string
  readonly weekday: number
  readonly month: number
  /** Product of the factors of all events that are on. */
  readonly events: number
  readonly index: number
}

/**
 * Takes the calendar's effect on price, response, demand or flat budgets apart, day by day.
 *
 * @param target what the calendar acts on
 */
export async function seasonDecomposition(
  source: MarketSource,
  target: SeasonTarget,
): Promise<SeasonDay[]> {
  const { season, firstDay } = await readMarket(source)
  const [weekday, month, ...events] = season.effects.map(({ factors }) => factors[target])
  return Array.from(season.index[target], (index, t) => ({
    date: dateOf(firstDay + t),
    weekday: weekday![t]!,
    month: month![t]!,
    events: events.reduce((product, factors) => product * factors[t]!, 1),
    index,
  }))
}

/** The impressions of an unpaid channel, taken apart: they are base * season. */
export interface UnpaidDay {
  readonly date: string
  readonly impressions: number
  /** What the shop's own growth brings, without the calendar. */
  readonly base_impressions: number
  readonly season: number
}

/**
 * Takes the impressions of an unpaid channel apart into the shop's growth and the calendar.
 *
 * @throws InputError on a channel that is paid or not there
 */
export async function unpaidDecomposition(
  source: MarketSource,
  channel: string,
): Promise<UnpaidDay[]> {
  const market = await readMarket(source)
  const unpaid = market.channels.filter(({ isPaid }) => !isPaid)
  const model = unpaid.find(({ id }) => id === channel)
  if (!model) {
    const allowed = unpaid.map(({ id }) => id).join(', ')
    throw new InputError(`channel: got '${channel}', allowed ${allowed}.`)
  }
  const { season, meanOrders, firstDay, growthDay, days } = market
  const impressionsUnder = (demandIndex: Float64Array) =>
    ownImpressions(model.own, meanOrders, { demandIndex, daysGrown: firstDay - growthDay })
  const impressions = impressionsUnder(season.index.demand)
  const base = impressionsUnder(new Float64Array(days).fill(1))
  return Array.from(season.index.demand, (index, t) => ({
    date: dateOf(firstDay + t),
    impressions: impressions[t]!,
    base_impressions: base[t]!,
    season: index,
  }))
}
