import { readChannels } from '../../market/channel.js'
import type { MarketSource } from '../../market/market-source.js'
import { curveFunctions } from '../../response/curve.js'

/** One point of a channel's response. */
export interface ResponsePoint {
  readonly channel: string
  /** Exposure as a multiple of what the audience absorbs. */
  readonly load: number
  /** Clicks as a share of the most that the audience would give in this season, 0 to 1; chance can pass 1. */
  readonly response: number
}

/** The curve that is assumed, and the days of the published market. */
export interface SaturationView {
  readonly curve: readonly ResponsePoint[]
  readonly points: readonly ResponsePoint[]
}

const STEPS = 60

/**
 * Each channel's saturation curve with its days as points: how full its audience was, and what
 * came of it. Days off the curve are volatility and chance.
 */
export async function saturationView(source: MarketSource): Promise<SaturationView> {
  const channels = readChannels(source.assumptions)
  const rates = new Map(channels.map(({ id, clickRate }) => [id, clickRate]))
  const days = await source.rows<{ channel: string; load: number; most: number; clicks: number }>(
    `select channel, exposure / capacity_impressions as load, clicks,
       capacity_impressions * season_index as most
     from market.fct_marketing_daily where exposure > 0 order by channel, date`,
  )
  const points = days.map(({ channel, load, most, clicks }) => ({
    channel,
    load,
    response: clicks / (most * rates.get(channel)!),
  }))
  const curve = channels.flatMap(({ id, curve }) => {
    const { value } = curveFunctions(curve)
    const furthest = points.reduce(
      (most, { channel, load }) => (channel === id ? Math.max(most, load) : most),
      0,
    )
    return Array.from({ length: STEPS + 1 }, (_, i) => {
      const load = (furthest * i) / STEPS
      return { channel: id, load, response: value(load) }
    })
  })
  return { curve, points }
}
