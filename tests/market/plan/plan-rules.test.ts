import { describe, expect, it } from 'vitest'
import { flatSpend, percentOfGmvSpend } from '../../../src/market/plan/plan-rules.js'
import { trailingSums } from '../../../src/market/plan/trailing.js'
import { channelWith } from '../channels.js'

describe('trailingSums', () => {
  it('sums the days before, never the day itself', () => {
    expect([...trailingSums([5, 7, 1, 0, 2], 2)]).toEqual([0, 5, 12, 8, 1])
  })
})

describe('percentOfGmvSpend', () => {
  it('takes a share of the mean of the whole window, half cents away from zero', () => {
    const channel = channelWith({ gmv_share_bps: 200, spend_floor_cents: 0 })
    const trailingGmvCents = [0, 28 * 10_000, 28 * 25, 28 * 24]
    expect([...percentOfGmvSpend(channel, { trailingGmvCents, trailingDays: 28 })]).toEqual([
      0, 200, 1, 0,
    ])
  })

  it('keeps to the floor when sales are few', () => {
    const channel = channelWith({ gmv_share_bps: 200, spend_floor_cents: 600 })
    expect([
      ...percentOfGmvSpend(channel, { trailingGmvCents: [0, 1e7], trailingDays: 28 }),
    ]).toEqual([600, 7143])
  })
})

describe('flatSpend', () => {
  it('is the budget times the calendar, in whole cents', () => {
    const channel = channelWith({ daily_budget_cents: 1_001 })
    expect([...flatSpend(channel, [1, 0.5, 2, 0])]).toEqual([1_001, 501, 2_002, 0])
  })
})
