import { sum } from '../../numbers.js'
import { gamma, normal } from '../../random/distributions.js'
import { integerBetween, Luck } from './luck.js'
import type { ChannelTruth, WorldTruth } from './world.js'

export interface WorldOptions {
  /** Number of channels. Default drawn, 3 to 6. */
  readonly channels?: number
  /** One channel's clicks come this many times as often from people who buy anyway. Default 1. */
  readonly harvesting?: number
  /** Orders of a mean day that no advertising causes, > 0. Default drawn, 80 to 800. */
  readonly level?: number
}

const HARMONIC_SDS = [0.1, 0.1, 0.04, 0.04, 0.02, 0.02]
const EVENT_RANGES: readonly (readonly [number, number])[] = [
  [0.6, 1.2],
  [0.1, 0.35],
  [0, 0.25],
  [-0.35, 0],
  [-0.25, 0.05],
]

/** Id of a world's channel, from 0. */
export function channelId(c: number): string {
  return `channel_${c + 1}`
}

/**
 * Draws what a world is: 80 to 800 orders a day without advertising, media causing 15 to 45% of all, a median
 * return of 1.15 per unit spent, and each channel with chance 12% nearly worthless. Every figure has its own key,
 * so that a plan kind or another channel changes none of it.
 */
export function drawTruth(seed: number, options: WorldOptions = {}): WorldTruth {
  const world = new Luck(seed, 'world')
  const level = options.level ?? world.logUniform('level', 80, 800)
  const mediaShare = world.uniform('media share', 0.15, 0.45)
  const contributionCents = 100 * world.uniform('contribution', 15, 40)
  const count = options.channels ?? integerBetween(world.of('channels'), 3, 7)
  const owners = Array.from({ length: count }, (_, c) => new Luck(seed, channelId(c)))
  const sizes = owners.map((owner) => gamma(owner.of('size'), 2, 1))
  const allSizes = sum(sizes)
  const harvester = integerBetween(world.of('harvester'), 0, count)
  const mediaOrders = (level * mediaShare) / (1 - mediaShare)
  const channels = owners.map((owner, c) => {
    const orders = (mediaOrders * sizes[c]!) / allSizes
    return drawChannel(owner, orders, contributionCents, c === harvester ? options.harvesting : 1)
  })
  return { seed, level, mediaShare, contributionCents, channels, ...drawBaseline(world) }
}

function drawBaseline(world: Luck) {
  const days = world.of('weekdays')
  const weekday = [0, ...Array.from({ length: 6 }, (_, k) => 0.12 * normal(days.at(k)))]
  const mean = sum(weekday) / 7
  const waves = world.of('season')
  const events = world.of('events')
  return {
    trend: {
      slope: world.uniform('trend', -0.05, 0.45),
      wave: world.normal('trend wave', 0, 0.05),
      years: world.uniform('trend years', 1.2, 2.5),
    },
    weekday: weekday.map((value) => value - mean),
    season: HARMONIC_SDS.map((sd, k) => sd * normal(waves.at(k))),
    events: EVENT_RANGES.map(([low, high], k) => low + (high - low) * events.at(k).uniform()),
    persistence: world.uniform('persistence', 0.93, 0.985),
    demandSd: world.uniform('demand sd', 0.05, 0.11),
    shockSd: world.uniform('shock sd', 0.02, 0.08),
    overdispersion: world.uniform('overdispersion', 1.1, 2.2),
  }
}

function drawChannel(
  luck: Luck,
  orders: number,
  contributionCents: number,
  harvesting = 1,
): ChannelTruth {
  const worthless = luck.uniform('worthless', 0, 1) < 0.12
  const usual = Math.exp(luck.normal('return', Math.log(1.15), 0.55))
  const roi = worthless ? luck.uniform('worthless return', 0.05, 0.3) : usual
  const spendCents = (contributionCents * orders) / roi
  const halfCents = spendCents * luck.logUniform('half', 0.4, 4)
  const clicksPerOrder = luck.uniform('clicks per order', 12, 40) * harvesting
  return {
    spendCents,
    halfCents,
    clicksPerOrder,
    decay: luck.uniform('decay', 0, 0.85),
    mostClicks: (orders * clicksPerOrder * (spendCents + halfCents)) / spendCents,
    volatility: luck.uniform('volatility', 0.08, 0.35),
    followsSeason: luck.uniform('follows season', 0, 0.8),
    followsDemand: luck.uniform('follows demand', 0, 0.8),
  }
}
