import type { Assumptions } from '../../assumptions/index.js'
import type { Book } from '../../attribution/index.js'
import { dateOf } from '../../time/calendar.js'
import { rangeOf } from '../sure/quantiles.js'
import type { AnswerSource } from './answers.js'
import { replayMarketing } from './replay.js'
import { drawnChanges } from './verdict-range.js'

/**
 * Money by channel: `consumed_cents` behind clicks that orders took, `waste_cents` that met no order. By channel and age
 * `consumed_bps`, the share of its consumed clicks; by channel and day `live_clicks` at its end. By day
 * `capacity_orders` that live clicks could serve, and `unserved_orders` that found none.
 */
export type InventoryFigure =
  | 'consumed_cents'
  | 'waste_cents'
  | 'consumed_bps'
  | 'live_clicks'
  | 'capacity_orders'
  | 'unserved_orders'

/** A figure of the inventory of clicks, and where it lies in nine of ten draws. */
export interface InventoryRange {
  readonly figure: InventoryFigure
  /** Empty for all channels together. */
  readonly channel: string
  /** The day, YYYY-MM-DD, or the age of clicks in days; empty for all days together. */
  readonly at: string
  readonly low: number
  readonly mean: number
  readonly high: number
}

/** Values of one draw, at [day or age * channels + channel]. */
type Draw = Readonly<Record<InventoryFigure, ArrayLike<number>>>

/**
 * The inventory of clicks many times, in the draws of the verdict: its figures are parts of the verdict's.
 *
 * @param draws 20 or more
 */
export async function inventoryRanges(
  from: AnswerSource,
  draws: number,
): Promise<InventoryRange[]> {
  const changedBy = drawnChanges(from, draws)
  const drawn: Draw[] = []
  for (let d = 0; d < draws; d++) {
    drawn.push(await playDraw(from, from.assumptions.with(changedBy(d)), d + 1))
  }
  const { firstDay, channels, demand } = from.replay
  const days = Array.from(demand.orders, (_, t) => dateOf(firstDay + t))
  const ids = channels.map(({ id }) => id)
  const oldest = Math.max(...drawn.map((draw) => draw.consumed_bps.length / ids.length))
  const ages = Array.from({ length: Math.ceil(oldest) }, (_, age) => String(age))
  const ranged = (figure: InventoryFigure, names: readonly string[], places: readonly string[]) =>
    places.flatMap((at, t) =>
      names.map((channel, c) => {
        const values = drawn.map((draw) => draw[figure][t * names.length + c] ?? 0)
        return { figure, channel, at, ...rangeOf(Float64Array.from(values)) }
      }),
    )
  return [
    ...ranged('consumed_cents', ids, ['']),
    ...ranged('waste_cents', ids, ['']),
    ...ranged('consumed_bps', ids, ages),
    ...ranged('live_clicks', ids, days),
    ...ranged('capacity_orders', [''], days),
    ...ranged('unserved_orders', [''], days),
  ]
}

/** One draw, laid on the days of the run: another memory may start the market on another day. */
export async function playDraw(
  { source, replay: { firstDay, channels, demand } }: AnswerSource,
  assumptions: Assumptions,
  world: number,
): Promise<Draw> {
  const [count, days] = [channels.length, demand.orders.length]
  const live = new Float64Array(days * count)
  const ofChannel = () => new Float64Array(count)
  const [consumed, waste, clicks] = [ofChannel(), ofChannel(), ofChannel()]
  const byAge: number[] = []
  const book: Book = ({ channel, clickDay, day }, movement) => {
    const at = (day - clickDay) * count + channel
    byAge[at] = (byAge[at] ?? 0) + movement.consumedClicks
    clicks[channel]! += movement.consumedClicks
    consumed[channel]! += movement.consumedCents
    waste[channel]! += movement.decayedCents + movement.expiredCents
    if (day >= firstDay) live[(day - firstDay) * count + channel]! += movement.closingClicks
  }
  const replay = await replayMarketing(source, assumptions, world, book)
  const ofDays = (values: Float64Array) =>
    Float64Array.from({ length: days }, (_, t) => values[t + firstDay - replay.firstDay] ?? 0)
  return {
    consumed_cents: consumed,
    waste_cents: waste.map((cents, c) => cents + replay.channels[c]!.noResponseCents),
    consumed_bps: Array.from(byAge, (taken = 0, i) => (10_000 * taken) / (clicks[i % count]! || 1)),
    live_clicks: live,
    capacity_orders: ofDays(replay.demand.capacity),
    unserved_orders: ofDays(replay.demand.unserved),
  }
}
