import { InputError } from '../../errors.js'
import { mean } from '../../numbers.js'
import type { ChannelSeries } from '../data.js'

/** Which default prior a channel without a declared incrementality takes. */
export const priorKinds = ['attributed', 'neutral'] as const
export type PriorKind = (typeof priorKinds)[number]

/** A normal of incremental orders a period, cut at 0. */
export interface ChannelPrior {
  readonly centre: number
  readonly sd: number
  readonly source: PriorKind | 'declared'
}

/** Together they expect about half of what attribution says: so much it overstated where truth was known. */
const ATTRIBUTED_WEIGHT = 0.35
const EVEN_WEIGHT = 0.175
const NEUTRAL_WEIGHT = 0.5

/**
 * The prior of a channel's incremental orders. `attributed`: half-normal whose scale is .35 of
 * the channel's attributed orders plus .175 of all orders shared evenly, so that a channel whose
 * attribution was eaten by another keeps room. `neutral`, and where nothing is attributed: half of
 * all orders shared evenly. A declared incrementality stands before both.
 *
 * @param meanOrders orders a period, all
 * @throws InputError on a declared incrementality out of range, or of a channel without attribution
 */
export function channelPrior(
  channel: ChannelSeries,
  kind: PriorKind,
  meanOrders: number,
  channels: number,
): ChannelPrior {
  const attributed = channel.attributedOrders && mean(channel.attributedOrders)
  if (channel.incrementality) return declaredPrior(channel, attributed)
  if (kind === 'neutral' || attributed === undefined) {
    return neutralPrior(meanOrders, channels)
  }
  const sd = ATTRIBUTED_WEIGHT * attributed + (EVEN_WEIGHT * meanOrders) / channels
  return { centre: 0, sd, source: 'attributed' }
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
