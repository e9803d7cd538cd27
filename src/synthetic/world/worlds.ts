import type { Curve, Kernel } from '../../response/index.js'
import type { Rhythm } from './rhythm.js'

/** How a channel works in a world: everything from its spend to the orders that it causes. */
export interface ChannelLaw {
  readonly channel: string
  /** Its weight among the caused orders of the world. */
  readonly weight: number
  /** Price of a thousand impressions, cents; 0: impressions of its own, without spend. */
  readonly cpmCents: number
  /** Clicks per impression while nothing is saturated, basis points. */
  readonly ctrBps: number
  readonly rhythm: Rhythm
  readonly kernel: Kernel
  readonly curve: Curve
  /** Mean impressions of a day as a multiple of the channel's capacity: how saturated it is. */
  readonly pressure: number
  /** Sigma of the mean-1 log-normal factor on a day's clicks. */
  readonly volatility: number
  /** One click in so many ends in an order. */
  readonly clicksPerOrder: number
  /** From the click to the order: a geometric wait with this mean, cut at the window's end. */
  readonly meanLagDays: number
  readonly windowDays: number
}

/** A structural market, whose truth is known. */
export interface World {
  readonly about: string
  /** The share of orders that no channel caused. */
  readonly baselineShare: number
  /** Exponent on the season: how strongly spend and clicks follow it; 0 is not at all. */
  readonly seasonality: number
  readonly channels: readonly ChannelLaw[]
}

/** The names of the declared worlds. */
export const worldNames = [
  'abundant',
  'scarce',
  'long_memory',
  'seasonal',
  'dominant',
  'baseline',
] as const

export type WorldName = (typeof worldNames)[number]

const FACEBOOK: ChannelLaw = {
  channel: 'facebook_ads',
  weight: 28,
  cpmCents: 1250,
  ctrBps: 90,
  rhythm: { kind: 'always_on' },
  kernel: { kind: 'geometric', decay: 0.5, maxLag: 14 },
  curve: { kind: 'michaelis_menten', half: 1 },
  pressure: 0.4,
  volatility: 0.25,
  clicksPerOrder: 16,
  meanLagDays: 2,
  windowDays: 10,
}
const GOOGLE: ChannelLaw = {
  channel: 'google_search',
  weight: 30,
  cpmCents: 2800,
  ctrBps: 280,
  rhythm: { kind: 'always_on' },
  kernel: { kind: 'geometric', decay: 0.2, maxLag: 7 },
  curve: { kind: 'michaelis_menten', half: 1 },
  pressure: 0.4,
  volatility: 0.1,
  clicksPerOrder: 14,
  meanLagDays: 0.8,
  windowDays: 7,
}
const INFLUENCER: ChannelLaw = {
  channel: 'influencer_instagram',
  weight: 12,
  cpmCents: 3500,
  ctrBps: 120,
  rhythm: { kind: 'flights', onDays: 5, offDays: 16 },
  kernel: { kind: 'delayed', decay: 0.8, peak: 1, maxLag: 14 },
  curve: { kind: 'hill', slope: 1.4, half: 1 },
  pressure: 0.2,
  volatility: 0.5,
  clicksPerOrder: 14,
  meanLagDays: 2.5,
  windowDays: 12,
}
const EMAIL: ChannelLaw = {
  channel: 'email_marketing',
  weight: 12,
  cpmCents: 200,
  ctrBps: 350,
  rhythm: { kind: 'weekdays', weekdays: [2, 4] },
  kernel: { kind: 'geometric', decay: 0.3, maxLag: 7 },
  curve: { kind: 'exponential', rate: 1 },
  pressure: 0.5,
  volatility: 0.15,
  clicksPerOrder: 18,
  meanLagDays: 0.6,
  windowDays: 5,
}
const ORGANIC: ChannelLaw = {
  channel: 'organic_search',
  weight: 18,
  cpmCents: 0,
  ctrBps: 300,
  rhythm: { kind: 'always_on' },
  kernel: { kind: 'geometric', decay: 0.7, maxLag: 28 },
  curve: { kind: 'none' },
  pressure: 0.3,
  volatility: 0.08,
  clicksPerOrder: 16,
  meanLagDays: 1.5,
  windowDays: 10,
}
const CHANNELS: readonly ChannelLaw[] = [FACEBOOK, GOOGLE, INFLUENCER, EMAIL, ORGANIC]

const FLIGHTS: Readonly<Record<string, Rhythm>> = {
  facebook_ads: { kind: 'flights', onDays: 21, offDays: 14 },
  google_search: { kind: 'flights', onDays: 40, offDays: 10 },
  influencer_instagram: { kind: 'flights', onDays: 6, offDays: 24 },
}

/** The declared worlds. Each differs from the first in what its name says. */
export const WORLDS: Readonly<Record<WorldName, World>> = {
  abundant: {
    about: 'Most orders are caused, and clicks are many for each of them.',
    baselineShare: 0.25,
    seasonality: 0.3,
    channels: every((law) => ({ clicksPerOrder: 1.5 * law.clicksPerOrder })),
  },
  scarce: {
    about: 'Little is spent: clicks are few, most of them count, many orders have none.',
    baselineShare: 0.6,
    seasonality: 0.3,
    channels: every((law) => ({ clicksPerOrder: 0.35 * law.clicksPerOrder })),
  },
  long_memory: {
    about: 'Advertising is remembered for weeks, and buyers take their time.',
    baselineShare: 0.35,
    seasonality: 0.3,
    channels: every((law) => ({
      kernel: { kind: 'weibull_cdf', shape: 1.6, scale: 16, maxLag: 45 },
      meanLagDays: 4 * law.meanLagDays + 3,
      windowDays: 30,
    })),
  },
  seasonal: {
    about: 'Spend comes in flights, and clicks swing with the calendar.',
    baselineShare: 0.35,
    seasonality: 1,
    channels: every(({ channel, rhythm }) => ({ rhythm: FLIGHTS[channel] ?? rhythm })),
  },
  dominant: {
    about: 'One channel causes most of what is caused.',
    baselineShare: 0.35,
    seasonality: 0.3,
    channels: every(({ channel, weight }) => ({
      weight: channel === 'facebook_ads' ? 300 : weight,
    })),
  },
  baseline: {
    about: 'Most orders would have come without any marketing.',
    baselineShare: 0.85,
    seasonality: 0.3,
    channels: CHANNELS,
  },
}

/** The channels of most worlds, each with a few things changed. */
function every(change: (law: ChannelLaw) => Partial<ChannelLaw>): readonly ChannelLaw[] {
  return CHANNELS.map((law) => ({ ...law, ...change(law) }))
}
