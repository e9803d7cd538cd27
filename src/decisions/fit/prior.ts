import { InputError } from '../../errors.js'
import { mean } from '../../numbers.js'
import type { ChannelSeries } from '../data.js'

/** Which default prior a channel without a declared incrementality takes. */
const priorKinds = ['attributed', 'neutral'] as const
export type PriorKind = (typeof priorKinds)[number]

/** A normal of incremental orders a period, cut at 0. */
export interface ChannelPrior {
  readonly centre: number
  readonly sd: number
  readonly source: PriorKind | 'declared'
}

/** What is believed before the data speak, and how loud they speak; declared under `decisions`. */
export interface Beliefs {
  /** Scale of the attributed prior, as a share of a channel's attributed orders. >= 0 */
  readonly attributedWeight: number
  /** And as a share of all orders, spread over the channels, half evenly and half as they spend. >= 0 */
  readonly evenWeight: number
  /** What a day of the series counts, above 0 and up to 1. */
  readonly temper: number
}

/** A channel among the others. */
export interface Company {
  /** How many channels there are. */
  readonly channels: number
  /** The channel's share of what all spend, 0 to 1. */
  readonly spendShare: number
}

/** Together the weights expect about half of what attribution says: so much it overstated where truth was known. */
export const usualBeliefs: Beliefs = { attributedWeight: 0.35, evenWeight: 0.175, temper: 0.8 }
const NEUTRAL_WEIGHT = 0.5

/**
 * The prior of a channel's incremental orders. `attributed`: half-normal whose scale is .35 of the channel's attributed
 * orders plus .175 of all orders, shared half evenly and half as channels spend (weights can be declared), so that a
 * channel whose attribution was eaten by another keeps room, and a small one no more than that. `neutral`, and where
 * nothing is attributed: half of all orders shared evenly. A declared incrementality stands before both.
 *
 * @param meanOrders orders a period, all
 * @throws InputError on a declared incrementality out of range, or of a channel without attribution
 */
export function channelPrior(
  channel: ChannelSeries,
  kind: PriorKind,
  meanOrders: number,
  { channels, spendShare }: Company,
  { attributedWeight, evenWeight }: Beliefs = usualBeliefs,
): ChannelPrior {
  const attributed = channel.attributedOrders && mean(channel.attributedOrders)
  if (channel.incrementality) return declaredPrior(channel, attributed)
  if (kind === 'neutral' || attributed === undefined) {
    return neutralPrior(meanOrders, channels)
  }
  const share = (1 / channels + spendShare) / 2
  const sd = attributedWeight * attributed + evenWeight * meanOrders * share
  if (!(sd > 0)) throw noRoom(channel.id)
  return { centre: 0, sd, source: 'attributed' }
}

function noRoom(channel: string): InputError {
  return new InputError(
    `decisions.prior_attributed_weight and decisions.prior_even_weight: under them nothing is possible for ${channel}, which no data could correct. Declare one of them above 0.`,
  )
}

/** Half of all orders shared evenly, whatever attribution says. */
export function neutralPrior(meanOrders: number, channels: number): ChannelPrior {
  return { centre: 0, sd: (NEUTRAL_WEIGHT * meanOrders) / channels, source: 'neutral' }
}

function declaredPrior(
  { id, incrementality }: ChannelSeries,
  attributed: number | undefined,
): ChannelPrior {
  const { centre, spread } = incrementality!
  if (!(centre >= 0 && Number.isFinite(centre) && spread > 0 && Number.isFinite(spread))) {
    throw new InputError(
      `decisions.incrementality.${id}: got centre ${centre}, spread ${spread}, allowed a centre >= 0 and a spread > 0, as multiples of attributed orders.`,
    )
  }
  if (!(attributed! > 0)) {
    throw new InputError(
      `decisions.incrementality.${id}: it is a multiple of attributed orders, and ${id} has none. Remove it, or give the channel a lift test.`,
    )
  }
  return { centre: centre * attributed!, sd: spread * attributed!, source: 'declared' }
}
