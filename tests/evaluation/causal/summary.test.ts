import { describe, expect, it } from 'vitest'
import type { MethodScore, PlanScore, WorldScore } from '../../../src/evaluation/causal/scores.js'
import {
  median,
  summariseGrade,
  summariseMethod,
  summariseTests,
} from '../../../src/evaluation/causal/summary.js'

const estimate = (mean: number) => ({
  mean,
  low50: mean - 10,
  high50: mean + 10,
  low90: mean - 30,
  high90: mean + 30,
})

const planned = (gain: number, advice: PlanScore['advice']): PlanScore => ({
  gain,
  oracle: 0.4,
  expected: 0.3,
  prudent: 0.15,
  pBetter: 0.9,
  advice,
})

function world(means: readonly [number, number], plan: PlanScore): WorldScore {
  const score: MethodScore = {
    method: 'fit',
    tests: false,
    channels: [
      { ...estimate(means[0]), grade: 'measured' },
      { ...estimate(means[1]), grade: 'indicated' },
    ],
    total: estimate(means[0] + means[1]),
    free: plan,
    same: plan,
  }
  return {
    seed: 1,
    plan: 'varied',
    harvesting: false,
    status: 'own',
    truth: [100, 100],
    spendCents: [1000, 5000],
    contributionCents: 20,
    methods: [score],
    testValues: [
      { evsi: 0.2, realised: 0.1, sd: 1, spend: 9 },
      { evsi: 0.1, realised: 0.3, sd: 5, spend: 8 },
    ],
    evpi: 0.5,
    leftToGain: 0.2,
  }
}

const worlds = [world([120, 100], planned(0.2, 'act')), world([100, 60], planned(-0.1, 'test'))]

describe('summaries of the truth test', () => {
  it('measures errors as shares of the true orders', () => {
    const scenario = { plan: 'varied', harvesting: false } as const
    expect(summariseMethod(scenario, worlds, 'fit', false)).toMatchObject({
      worlds: 2,
      totalError: expect.closeTo(0.15, 12),
      channelError: expect.closeTo(0.15, 12),
      bias: expect.closeTo(-0.05, 12),
      profitError: (20 * 20 + 40 * 20) / 2 / 6000,
      coverage90: 0.75,
      coverage50: 0.5,
      totalCoverage90: 0.5,
      width90: 0.6,
      width50: 0.2,
    })
  })

  it('measures plans against the oracle, and those acted on by themselves', () => {
    const { free } = summariseMethod({ plan: 'varied', harvesting: false }, worlds, 'fit', false)
    expect(free.gain).toBeCloseTo(0.1 / 0.8, 12)
    expect(free.medianGain).toBeCloseTo((0.2 / 0.4 - 0.1 / 0.4) / 2, 12)
    expect(free.worse).toBe(0.5)
    expect(free.promised).toBeCloseTo(6, 12)
    expect(free.prudent).toBeCloseTo(3, 12)
    expect(free.actGain).toBeCloseTo(0.2 / 0.8, 12)
    expect([free.actWorse, free.acted]).toEqual([0, 0.5])
  })

  it('tells wrong verdicts and errors by grade', () => {
    expect(summariseGrade(worlds, 'indicated', false)).toEqual({
      grade: 'indicated',
      tests: false,
      channels: 2,
      medianError: 0.2,
      coverage90: 0.5,
      wrongVerdict: 0,
    })
    const poor = [world([40, 100], planned(0, 'keep'))]
    expect(summariseGrade(poor, 'measured', false).wrongVerdict).toBe(1)
  })

  it('values the test that each rule picks', () => {
    const summary = summariseTests('varied', worlds)
    expect(summary).toMatchObject({ byEvsi: 0.1, bySd: 0.3, bySpend: 0.1, best: 0.3 })
    expect(summary.atRandom).toBeCloseTo(0.2, 12)
  })

  it('takes the middle', () => {
    expect(median([3, 1, 2])).toBe(2)
    expect(median([4, 1, 2, 3])).toBe(2.5)
  })
})
