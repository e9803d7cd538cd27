import { describe, expect, it } from 'vitest'
import { judgeMarketplaces } from '../../src/evaluation/marketplaces/judge.js'
import {
  type MarketplaceChannel,
  type MarketplaceScore,
  scoreMarketplace,
} from '../../src/evaluation/marketplaces/score.js'
import { marketplacesText } from '../../src/evaluation/marketplaces/text.js'

const channel = (caused: number, mean: number, change: Partial<MarketplaceChannel> = {}) =>
  ({
    channel: `of ${caused}`,
    caused,
    low: mean - 20,
    mean,
    high: mean + 20,
    grade: 'indicated',
    saysPays: true,
    pays: true,
    ...change,
  }) satisfies MarketplaceChannel

const marketplace = (...channels: MarketplaceChannel[]): MarketplaceScore => ({
  plan: 'varied',
  seed: 1,
  status: 'own',
  channels,
  attributed: 450,
  attributedCalibrated: 330,
})

describe('marketplaces of known truth', () => {
  it('are judged by errors of channels and total, coverage, calibration and verdicts', () => {
    const { summaries, bars } = judgeMarketplaces([
      marketplace(channel(100, 110), channel(200, 170, { pays: false })),
      marketplace(channel(300, 360, { grade: 'not_identified', saysPays: false })),
    ])
    expect(summaries[0]).toMatchObject({
      orders: 300,
      channelError: expect.closeTo(40 / 300, 12),
      totalError: expect.closeTo(-20 / 300, 12),
      covered: 1,
      channels: 2,
      attributed: 1.5,
      calibrated: 1.1,
    })
    expect(bars.map(({ measured, passed }) => [Number(measured.toFixed(4)), passed])).toEqual([
      [0.1667, true],
      [0.1333, true],
      [0.3333, false],
      [1.1, true],
      [0.5, false],
    ])
  })

  it('are made, run, fitted, calibrated and held to the truth', async () => {
    const score = await scoreMarketplace({ plan: 'flights', seed: 9, orders: 8_000 })
    expect(score.status).toBe('own')
    for (const { caused, low, mean, high } of score.channels) {
      expect(caused).toBeGreaterThan(0)
      expect(low).toBeLessThan(mean)
      expect(mean).toBeLessThan(high)
    }
    const fitted = score.channels.reduce((sum, { mean }) => sum + mean, 0)
    expect(Math.abs(score.attributedCalibrated / fitted - 1)).toBeLessThan(0.05)
    const text = marketplacesText(judgeMarketplaces([score]))
    expect(text).toContain('\nflights')
    expect(text.match(/ (pass|FAIL)$/gm)).toHaveLength(5)
  }, 300_000)
})
