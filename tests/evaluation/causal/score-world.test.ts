import { beforeAll, describe, expect, it } from 'vitest'
import { truthFigures } from '../../../src/evaluation/causal/figures.js'
import { scoreWorld } from '../../../src/evaluation/causal/score-world.js'
import type { WorldScore } from '../../../src/evaluation/causal/scores.js'
import { summarised } from '../../../src/evaluation/causal/truth-test.js'
import { truthTestText } from '../../../src/evaluation/causal/truth-test-text.js'
import { worldPlans } from '../../../src/evaluation/worlds/index.js'

describe('scoreWorld', () => {
  let score: WorldScore
  beforeAll(() => {
    score = scoreWorld({ seed: 3, plan: 'flights', harvesting: false, repetitions: 1 })
  })

  it('lets every method speak, ours with and without tests', () => {
    expect(score.status).toBe('own')
    expect(score.methods.map(({ method, tests }) => `${method} ${tests}`)).toEqual([
      'fit false',
      'fit true',
      'iid false',
      'ols false',
      'bridge false',
      'last_touch false',
    ])
    for (const { channels, free, same } of score.methods) {
      expect(channels).toHaveLength(score.truth.length)
      for (const { low90, low50, high50, high90 } of channels) {
        expect(low90).toBeLessThanOrEqual(low50)
        expect(low50).toBeLessThanOrEqual(high50)
        expect(high50).toBeLessThanOrEqual(high90)
      }
      for (const { gain, oracle } of [free, same]) expect(gain).toBeLessThanOrEqual(oracle + 1e-9)
    }
  })

  it('finds what marketing caused better than attribution does', () => {
    const error = (name: string) =>
      score.methods
        .find(({ method }) => method === name)!
        .channels.reduce((sum, { mean }, c) => sum + Math.abs(mean - score.truth[c]!), 0)
    expect(error('fit')).toBeLessThan(0.5 * error('bridge'))
  })

  it('prices a test of each channel', () => {
    expect(score.testValues).toHaveLength(score.truth.length)
    expect(score.testValues.every(({ evsi }) => evsi >= 0)).toBe(true)
    expect(score.leftToGain).toBeGreaterThanOrEqual(0)
  })

  it('is shown with every bar, passed or not', async () => {
    const scenarios = worldPlans.flatMap((plan) =>
      [false, true].map((harvesting) => ({ ...score, plan, harvesting })),
    )
    const test = summarised(3, scenarios)
    expect(test.bars).toHaveLength(49)
    expect(test.bars.find(({ name }) => name === 'status named rightly')).toMatchObject({
      measured: 0.6,
      passed: false,
    })
    const text = truthTestText(test)
    expect(text).toContain('Status of the plan named rightly: varied 100%')
    expect(text.match(/ (pass|FAIL)$/gm)).toHaveLength(49)
    const figures = await truthFigures(test)
    expect(figures.map(({ file }) => file)).toEqual(['channel-error.svg', 'coverage.svg'])
    const drawn = test.methods.find(({ plan, method }) => plan === 'varied' && method === 'bridge')!
    expect(figures[0]!.svg).toContain(
      `varied, attribution as causal: ${(100 * drawn.channelError).toFixed(0)}%`,
    )
  })
})
