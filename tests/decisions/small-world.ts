import { seasonColumns } from '../../src/decisions/calendar.js'
import { delayed, exposureOf, saturated } from '../../src/decisions/column.js'
import type { ChannelSeries, DecisionData } from '../../src/decisions/data.js'
import { negativeBinomial, normal, poisson } from '../../src/random/distributions.js'
import { KeyedStream, type Stream } from '../../src/random/stream.js'

/** What a small world is made of. */
export interface SmallWorld {
  readonly days?: number
  readonly seed?: number
  /** Orders a day that each channel causes on average. */
  readonly caused: Readonly<Record<string, number>>
  readonly baseline?: number
  /** Log budget of a channel on a day, from its own stream. Default: new levels every three weeks. */
  readonly budget?: (stream: Stream, t: number, unseen: number) => number
}

const WARM = 40
const CLICKS_PER_ORDER = 20
const MEAN_SPEND = 1000
const FIRST_DAY = 17_000

/** Orders with weekly season, unseen demand and channels of decay .5 and half-saturation 1.5. */
export function smallWorld(world: SmallWorld): DecisionData {
  const { days = 400, seed = 1, baseline = 100 } = world
  const stream = (name: string) => new KeyedStream({ seed, channel: name, purpose: 'small_world' })
  const unseen = unseenDemand(stream('demand').at(0), days + WARM)
  const parts = Object.entries(world.caused).map(([id, caused]) => {
    const spend = budgets(stream(id), world.budget ?? levels, unseen)
    return responded(id, spend, caused, stream(id).at(1))
  })
  const luck = stream('orders').at(0)
  const orders = Float64Array.from({ length: days }, (_, t) => {
    const season = t % 7 < 5 ? 1 : 1.2
    const media = parts.reduce((sum, { orders }) => sum + orders[t]!, 0)
    const mean = baseline * season * Math.exp(unseen[t + WARM]!) + media
    return negativeBinomial(luck, mean, mean / 0.5)
  })
  return {
    grain: 'day',
    firstDay: FIRST_DAY,
    orders,
    channels: parts.map(({ channel }) => channel),
    calendar: seasonColumns({ grain: 'day', firstDay: FIRST_DAY, periods: days }),
    spendSource: 'observed',
    liftTests: [],
  }
}

function levels(stream: Stream, t: number): number {
  return t % 21 === 0 ? 0.7 * normal(stream) : Number.NaN
}

function budgets(
  stream: KeyedStream,
  budget: NonNullable<SmallWorld['budget']>,
  unseen: Float64Array,
): Float64Array {
  let log = 0
  return unseen.map((u, t) => {
    const next = budget(stream.at(100 + t), t, u)
    if (!Number.isNaN(next)) log = next
    return Math.round(MEAN_SPEND * Math.exp(log))
  })
}

function unseenDemand(stream: Stream, days: number): Float64Array {
  let u = 0
  return new Float64Array(days).map(() => {
    u = 0.95 * u + 0.02 * normal(stream)
    return u
  })
}

function responded(id: string, spend: Float64Array, caused: number, luck: Stream) {
  const channel: ChannelSeries = {
    id,
    spend: spend.subarray(WARM),
    spendBefore: spend.subarray(0, WARM),
    kernel: { kind: 'geometric', decay: 0.5 },
    curve: { kind: 'michaelis_menten', half: 1 },
  }
  const point = { curve: channel.curve, half: 1.5 * MEAN_SPEND }
  const f = saturated(channel, point, exposureOf(channel, channel.kernel))
  const scale = caused / (f.reduce((a, b) => a + b, 0) / f.length)
  const orders = delayed(f, 0.5).map((value) => value * scale)
  const clicks = f.map((value) => poisson(luck, value * scale * CLICKS_PER_ORDER))
  return { orders, channel: { ...channel, clicks, attributedOrders: clicks.map((n) => n / 12) } }
}
