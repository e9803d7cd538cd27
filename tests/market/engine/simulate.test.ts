import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { carriedAfter } from '../../../src/market/engine/counts.js'
import {
  type ChannelOpening,
  drawClicks,
  expectMarket,
  type Market,
} from '../../../src/market/index.js'
import { anyCurve, anyKernel, concaveCurve } from '../arbitraries.js'
import { marketOver, partOf } from '../markets.js'

const orders = Array.from({ length: 60 }, (_, t) => 20 + t)
const market = await marketOver(orders)
const spend = fc.array(fc.nat(5_000_000), { minLength: 60, maxLength: 60 })
const sum = (values: ArrayLike<number>) => Array.from(values).reduce((a, b) => a + b, 0)

/** The market with one channel only, its spend, kernel and curve replaced. */
function only(
  spendCents: readonly number[],
  change: Partial<Market['channels'][number]> = {},
): Market {
  const channel = { ...market.channels[0]!, ...change }
  return { ...market, channels: [channel], spendCents: { [channel.id]: spendCents } }
}

const clicksOf = (m: Market) => expectMarket(m)[0]!.expectedClicks

describe('expectMarket', () => {
  it('more spend on any day never means fewer expected clicks, for every kernel and curve', () => {
    fc.assert(
      fc.property(spend, spend, anyKernel, anyCurve, (base, extra, kernel, curve) => {
        const low = clicksOf(only(base, { kernel, curve }))
        const high = clicksOf(
          only(
            base.map((cents, t) => cents + extra[t]!),
            { kernel, curve },
          ),
        )
        low.forEach((clicks, t) => {
          expect(high[t]).toBeGreaterThanOrEqual(clicks * (1 - 1e-12))
        })
      }),
    )
  })

  it('diminishing returns: each further doubling of spend brings at most twice the clicks', () => {
    fc.assert(
      fc.property(fc.integer({ min: 5_000, max: 1_000_000 }), concaveCurve, (cents, curve) => {
        const total = (factor: number) =>
          sum(
            clicksOf(
              only(
                orders.map(() => cents * factor),
                { curve },
              ),
            ),
          )
        const [one, two, four] = [total(1), total(2), total(4)]
        expect(four - two).toBeLessThanOrEqual(2 * (two - one) * (1 + 1e-3))
        expect(two).toBeLessThanOrEqual(2 * one * (1 + 1e-3))
      }),
    )
  })

  it('no spend, no impressions, no clicks of a paid channel', () => {
    const quiet = { ...market, spendCents: {} }
    for (const expectation of expectMarket(quiet).filter(({ channel }) => channel.isPaid)) {
      expect(sum(expectation.impressions)).toBe(0)
      expect(sum(expectation.expectedClicks)).toBe(0)
      expect(sum(drawClicks(expectation, quiet, 1))).toBe(0)
    }
  })

  it('the same money in another currency brings the same clicks', () => {
    fc.assert(
      fc.property(spend, fc.integer({ min: 2, max: 1_000 }), (cents, rate) => {
        const abroad = only(
          cents.map((value) => value * rate),
          { cpmCents: market.channels[0]!.cpmCents * rate },
        )
        expect(clicksOf(abroad)).toEqual(clicksOf(only(cents)))
      }),
    )
  })

  it('appended days change no past: expectations, money, luck', async () => {
    const longer = await marketOver([...orders, ...orders])
    expectMarket(longer).forEach((long, i) => {
      const short = expectMarket(market)[i]!
      expect(long.expectedClicks.slice(0, 60)).toEqual(short.expectedClicks)
      expect(long.release.costCents.slice(0, short.release.costCents.length)).toEqual(
        short.release.costCents,
      )
      expect(drawClicks(long, longer, 9).slice(0, 60)).toEqual(drawClicks(short, market, 9))
    })
  })

  it('another channel changes no luck of this one; a price change keeps its luck', async () => {
    const fewer = { ...market, channels: market.channels.slice(1) }
    const all = expectMarket(market).slice(1)
    expectMarket(fewer).forEach((expectation, i) => {
      expect(drawClicks(expectation, fewer, 3)).toEqual(drawClicks(all[i]!, market, 3))
    })
    const dearer = await marketOver(orders, { 'market.channels.facebook_ads.cpm_cents': 2_500 })
    const cheap = drawClicks(expectMarket(market)[0]!, market, 3)
    const dear = drawClicks(expectMarket(dearer)[0]!, dearer, 3)
    const rises = cheap.filter((clicks, t) => dear[t]! <= clicks).length
    expect(rises).toBeGreaterThanOrEqual(58)
  })

  it('restarted from the middle, with what is under way, it equals the whole', async () => {
    const rounded = await marketOver(orders, {
      'market.counts': 'rounded',
      'market.channels.organic_search': { base: 'per_day', growth_per_year: 0.9 },
    })
    const whole = expectMarket(rounded)
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 59 }), (cut) => {
        const before = expectMarket(partOf(rounded, 0, cut))
        const opening: Record<string, ChannelOpening> = Object.fromEntries(
          before.map(({ channel, impressions, spendCents, expectedClicks }) => [
            channel.id,
            { impressions, spendCents, carriedClicks: carriedAfter(expectedClicks) },
          ]),
        )
        const rest = partOf(rounded, cut, 60)
        expectMarket(rest, opening).forEach((after, i) => {
          const expected = whole[i]!
          expect(after.expectedClicks).toEqual(expected.expectedClicks.slice(cut))
          expect(after.release.releasedCents).toEqual(expected.release.releasedCents.slice(cut))
          expect(after.release.openingInFlightCents).toBe(before[i]!.release.inFlightCents)
          expect(after.release.inFlightCents).toBe(expected.release.inFlightCents)
          expect(drawClicks(after, rest, 5)).toEqual(drawClicks(expected, rounded, 5).slice(cut))
        })
      }),
    )
  })

  it('what saturation costs is what the same exposure would bring without it', () => {
    const [expectation] = expectMarket(market)
    const { exposure, expectedClicks, saturationLossClicks, channel } = expectation!
    exposure.forEach((x, t) => {
      const unsaturated = channel.clickRate * x * market.season.index.response[t]!
      expect(expectedClicks[t]! + saturationLossClicks[t]!).toBeCloseTo(unsaturated, 9)
    })
  })
})
