import { simulateMarkets } from '../../market/draws/simulate-markets.js'
import { drawClicks, expectMarket } from '../../market/engine/simulate.js'
import type { MarketSource } from '../../market/market-source.js'
import { readMarket } from '../../market/read-market.js'
import { dateOf } from '../../time/calendar.js'

/** One channel on one day: the clicks of the published world within those of many. */
export interface ClickBand {
  readonly channel: string
  readonly date: string
  readonly clicks: number
  /** 5% of the worlds have fewer, or as few. */
  readonly low_clicks: number
  readonly median_clicks: number
  /** 95% of the worlds have fewer, or as many. */
  readonly high_clicks: number
}

export interface ClickBandOptions {
  /** Number of worlds. Default 1,000. */
  readonly draws?: number
  /** First and last day shown, YYYY-MM-DD. Default the whole horizon. */
  readonly from?: string
  readonly to?: string
}

const DEFAULT_DRAWS = 1_000

/**
 * The clicks of every channel and day with the band that holds nine worlds in ten.
 *
 * @param source a workbench: its seed decides which world is the published one
 */
export async function clickBands(
  source: MarketSource & { readonly seed: number },
  options: ClickBandOptions = {},
): Promise<ClickBand[]> {
  const market = await readMarket(source)
  const { seed } = source
  const worlds = await simulateMarkets({
    market,
    seed,
    draws: options.draws ?? DEFAULT_DRAWS,
    quantiles: [0.05, 0.5, 0.95],
  })
  const bands = expectMarket(market).flatMap((expectation, i) => {
    const [low, median, high] = worlds.channels[i]!.quantiles
    return Array.from(drawClicks(expectation, market, seed), (clicks, t) => ({
      channel: expectation.channel.id,
      date: dateOf(market.firstDay + t),
      clicks,
      low_clicks: low![t]!,
      median_clicks: median![t]!,
      high_clicks: high![t]!,
    }))
  })
  const { from = '', to = '9999' } = options
  return bands.filter(({ date }) => date >= from && date <= to)
}
