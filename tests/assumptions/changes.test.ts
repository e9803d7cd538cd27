import { describe, expect, it } from 'vitest'
import { assumptionChanges, loadAssumptions } from '../../src/assumptions/index.js'

const before = loadAssumptions()
const changesOf = (changes: Record<string, unknown>, basis?: 'observed' | 'fitted') =>
  assumptionChanges(before, before.with(changes, basis))

describe('what is changed over another set', () => {
  it('is each value with its basis', () => {
    const id = 'finance.carrier_cost_bps'
    expect(changesOf({})).toEqual([])
    expect(changesOf({ [id]: 12_000 })).toEqual([
      { id, unit: 'bps', a: 11_000, b: 12_000, basis: 'declared' },
    ])
    expect(changesOf({ [id]: 12_000 }, 'fitted')).toMatchObject([{ id, basis: 'fitted' }])
    expect(changesOf({ [id]: 11_000 })).toEqual([])
  })

  it('is a member left out once, whatever fields it has and whoever follows it', () => {
    const removed = changesOf({ 'market.channels.facebook_ads': null }, 'observed')
    expect(removed).toMatchObject([
      { id: 'market.channels.facebook_ads', a: null, b: null, basis: 'observed' },
    ])
  })

  it('is of a new member what somebody said of it', () => {
    const added = changesOf({
      market: { channels: { tiktok: { name: 'TikTok', cpm_cents: 900 } } },
    })
    expect(added.map(({ id, b }) => [id, b])).toEqual([
      ['market.channels.tiktok.name', 'TikTok'],
      ['market.channels.tiktok.cpm_cents', 900],
    ])
  })
})
