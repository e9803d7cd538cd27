import { describe, expect, it } from 'vitest'
import { InputError } from '../../../src/errors.js'
import { drawClicks, expectMarket, simulateMarkets } from '../../../src/market/index.js'
import { marketOver } from '../markets.js'

type Library = typeof import('../../../src/market/index.js')

const market = await marketOver(Array.from({ length: 20 }, (_, t) => 30 + t))

describe('simulateMarkets', () => {
  it('world 0 is the market that is published', async () => {
    const { channels } = await simulateMarkets({ market, draws: 1, seed: 42, quantiles: [0.5] })
    expectMarket(market).forEach((expectation, i) => {
      expect(channels[i]!.mean).toEqual(drawClicks(expectation, market, 42))
    })
  })

  it('its mean is the expectation, its quantiles rise and hold the share they promise', async () => {
    const draws = 1_000
    const worlds = await simulateMarkets({ market, draws, seed: 7, quantiles: [0.1, 0.5, 0.9] })
    worlds.channels.forEach(({ mean, quantiles, totalQuantiles }, i) => {
      const { expectedClicks, channel } = expectMarket(market)[i]!
      const [low, middle, high] = quantiles
      mean.forEach((clicks, t) => {
        const sigma = Math.sqrt(
          (expectedClicks[t]! + (expectedClicks[t]! * channel.volatility) ** 2 * 2) / draws,
        )
        expect(Math.abs(clicks - expectedClicks[t]!)).toBeLessThan(5 * sigma)
        expect(low![t]).toBeLessThanOrEqual(middle![t]!)
        expect(middle![t]).toBeLessThanOrEqual(high![t]!)
      })
      const total = expectedClicks.reduce((a, b) => a + b, 0)
      expect(totalQuantiles[0]).toBeLessThan(total)
      expect(totalQuantiles[2]).toBeGreaterThan(total)
    })
  })

  it('gives the same on any number of threads', async () => {
    const compiled = new URL('../../../dist/market/index.js', import.meta.url).href
    const built = (await import(compiled)) as Pick<Library, 'simulateMarkets'>
    const options = { market, draws: 600, seed: 3 }
    const here = await simulateMarkets(options)
    for (const threads of [1, 2, 3]) {
      expect(await built.simulateMarkets({ ...options, threads })).toEqual(here)
    }
  })

  it('without chance every world is the same', async () => {
    const rounded = { ...market, counts: { kind: 'rounded' } as const }
    const { channels } = await simulateMarkets({ market: rounded, draws: 50, seed: 1 })
    for (const { quantiles } of channels) expect(quantiles[0]).toEqual(quantiles.at(-1))
  })

  it('refuses what it cannot do, naming it', async () => {
    const refused = async (options: object, words: string) => {
      const run = simulateMarkets({ market, draws: 10, seed: 1, ...options })
      await expect(run).rejects.toThrow(InputError)
      await expect(simulateMarkets({ market, draws: 10, seed: 1, ...options })).rejects.toThrow(
        words,
      )
    }
    await refused({ draws: 0 }, 'draws: got 0')
    await refused({ seed: -1 }, 'seed: got -1')
    await refused({ quantiles: [0.9, 0.1] }, 'quantiles: got [0.9, 0.1]')
    await refused({ threads: 0 }, 'threads: got 0')
  })
})
