import { describe, expect, it } from 'vitest'
import { channelWeights, clickWeights } from '../../src/attribution/channel-weights.js'
import { LiveLots } from '../../src/attribution/live-lots.js'
import { channelRules } from './markets.js'

describe('clickWeights', () => {
  it('are affinity over clicks per order, in the smallest whole numbers', () => {
    const channels = [
      channelRules('a', { clicksPerOrder: 8 }),
      channelRules('b', { clicksPerOrder: 12 }),
      channelRules('c', { clicksPerOrder: 12, affinityBps: 5_000 }),
    ]
    expect(clickWeights(channels)).toEqual([6n, 4n, 2n].map((weight) => weight / 2n))
  })
})

describe('channelWeights', () => {
  const lotsOf = (clicks: number) => {
    const lots = new LiveLots(channelRules('a', { windowDays: 2, recency: [1_000_000, 250_000] }))
    lots.receive(clicks, 0)
    lots.receive(clicks, 0)
    return lots
  }

  it('weigh live clicks by age', () => {
    expect(channelWeights([lotsOf(4)], [3n])).toEqual(Float64Array.of(15_000_000))
  })

  it('become big integers together where one is beyond 2^53', () => {
    const weights = channelWeights([lotsOf(4), lotsOf(8)], [1n, 10n ** 12n])
    expect(weights).toEqual([5_000_000n, 10_000_000n * 10n ** 12n])
  })
})
