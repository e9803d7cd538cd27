import { describe, expect, it } from 'vitest'
import type { ChannelSeries } from '../../../src/decisions/data.js'
import { gradeOf, priorSd } from '../../../src/decisions/fit/grade.js'
import { channelPrior } from '../../../src/decisions/fit/prior.js'

const channel: ChannelSeries = {
  id: 'search',
  spend: Float64Array.of(1, 1),
  spendBefore: new Float64Array(0),
  kernel: { kind: 'geometric', decay: 0.5 },
  curve: { kind: 'michaelis_menten', half: 1 },
  attributedOrders: Float64Array.of(15, 25),
}

const company = { channels: 5, spendShare: 0.6 }

describe('prior of incremental orders', () => {
  it('attributed: .35 of its attributed orders and .175 of all, half evenly and half by spend', () => {
    const { centre, sd, source } = channelPrior(channel, 'attributed', 100, company)
    expect([centre, source]).toEqual([0, 'attributed'])
    expect(sd).toBeCloseTo(0.35 * 20 + 0.175 * 100 * (0.5 / 5 + 0.5 * 0.6), 12)
  })

  it('leaves a channel room that neither spent nor was attributed anything', () => {
    const none = { ...channel, attributedOrders: Float64Array.of(0, 0) }
    const { sd } = channelPrior(none, 'attributed', 100, { channels: 5, spendShare: 0 })
    expect(sd).toBeCloseTo((0.175 * 100) / 10, 12)
  })

  it('neutral when asked, or where nothing is attributed: half of all, shared evenly', () => {
    const { attributedOrders: _, ...unattributed } = channel
    for (const prior of [
      channelPrior(channel, 'neutral', 100, company),
      channelPrior(unattributed, 'attributed', 100, company),
    ]) {
      expect(prior).toEqual({ centre: 0, sd: 10, source: 'neutral' })
    }
  })

  it('declared stands before both, as a multiple of attributed orders', () => {
    const declared = { ...channel, incrementality: { centre: 0.5, spread: 0.25 } }
    expect(channelPrior(declared, 'neutral', 100, company)).toEqual({
      centre: 10,
      sd: 5,
      source: 'declared',
    })
    const none = { ...declared, attributedOrders: Float64Array.of(0, 0) }
    expect(() => channelPrior(none, 'neutral', 100, company)).toThrow(/search has none. Remove it/)
  })

  it('its sd after the cut at 0: half-normal, and nearly whole far from the cut', () => {
    const source = 'declared' as const
    expect(priorSd({ centre: 0, sd: 2, source })).toBeCloseTo(2 * Math.sqrt(1 - 2 / Math.PI), 9)
    expect(priorSd({ centre: 20, sd: 2, source })).toBeCloseTo(2, 9)
  })
})

describe('grade', () => {
  it.each([
    [19, 'measured'],
    [20, 'indicated'],
    [50, 'indicated'],
    [51, 'not_identified'],
  ])('sd of %d%% of the mean: %s', (sd, grade) => {
    expect(gradeOf({ low: 0, mean: 100, high: 200, sd })).toBe(grade)
  })
})
