import type { CalendarColumn, ChannelSeries, DecisionData, LiftTest } from '../../decisions/data.js'
import { sum } from '../../numbers.js'
import { eventColumns, eventNames, weekdays, yearHarmonics } from './calendar.js'
import { channelId } from './draw-truth.js'
import { FIRST_DAY, WARM_UP_DAYS, type World } from './world.js'

const DIRECT_SHARE = 0.2
const ORGANIC_CLICKS = 0.35

/** What an analyst has of a world: spend, clicks, orders, a calendar, tests. No truth. */
export function worldData(world: World, liftTests: readonly LiftTest[] = []): DecisionData {
  const attributed = attributedShares(world)
  return {
    grain: 'day',
    firstDay: FIRST_DAY,
    orders: world.orders,
    channels: world.spendCents.map((spend, c) => channelSeries(world, c, spend, attributed[c]!)),
    calendar: calendarColumns(),
    spendSource: 'observed',
    liftTests,
  }
}

function channelSeries(
  world: World,
  c: number,
  spend: Float64Array,
  attributedShare: number,
): ChannelSeries {
  return {
    id: channelId(c),
    spend: spend.subarray(WARM_UP_DAYS),
    spendBefore: spend.subarray(0, WARM_UP_DAYS),
    clicks: world.clicks[c]!,
    kernel: { kind: 'geometric', decay: 0.5 },
    curve: { kind: 'michaelis_menten', half: 1 },
    attributedOrders: world.orders.map((orders) => orders * attributedShare),
  }
}

/**
 * Share of all orders that a rule by clicks would credit each channel with: nearly every order has a click before
 * it, so clicks, a third as many of them organic, share four fifths of all orders.
 */
export function attributedShares(world: World): number[] {
  const clicks = world.clicks.map((series) => sum(series))
  const all = sum(clicks) * (1 + ORGANIC_CLICKS)
  return clicks.map((count) => ((1 - DIRECT_SHARE) * count) / all)
}

/** The known calendar with what the fit may believe of each column beforehand. */
function calendarColumns(): CalendarColumn[] {
  const column = (name: string, values: ArrayLike<number>, sd: number) => ({
    name,
    values: Float64Array.from(values).subarray(WARM_UP_DAYS),
    sd,
  })
  return [
    ...[1, 2, 3, 4, 5, 6].map((day) =>
      column(
        `weekday_${day}`,
        weekdays.map((weekday) => Number(weekday === day)),
        0.3,
      ),
    ),
    ...yearHarmonics.map((wave, k) => column(`year_${k + 1}`, wave, 0.2)),
    ...eventColumns.map((event, k) => column(eventNames[k]!, event, 0.6)),
  ]
}
