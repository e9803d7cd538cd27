import { describe, expect, it } from 'vitest'
import { Assumptions } from '../../src/assumptions/index.js'
import { definitions } from '../../src/assumptions/registry.js'
import { checkValue } from '../../src/assumptions/validate.js'

const ctr = 'market.channels.email_marketing.ctr_bps'

describe('the registry', () => {
  it('declares each id once, with a value that it would accept itself', () => {
    expect(new Set(definitions.map(({ id }) => id)).size).toBe(definitions.length)
    for (const definition of definitions) checkValue(definition, definition.id, definition.value)
  })

  it('gives every assumption a reason and a source', () => {
    for (const row of Assumptions.defaults().rows()) {
      expect(row.why.length, row.id).toBeGreaterThan(5)
      expect(row.source.length, row.id).toBeGreaterThan(3)
    }
  })
})

describe('Assumptions', () => {
  const defaults = Assumptions.defaults()

  it('changes a value by nested or dotted key and leaves the original as it is', () => {
    const before = defaults.number(ctr)
    const nested = defaults.with({ market: { channels: { email_marketing: { ctr_bps: 401 } } } })
    expect(nested.number(ctr)).toBe(401)
    expect(defaults.with({ [ctr]: 402 }).number(ctr)).toBe(402)
    expect(nested.with({ [ctr]: 403 }).number(ctr)).toBe(403)
    expect(defaults.number(ctr)).toBe(before)
  })

  it('adds a channel with the fields it leaves out at their defaults', () => {
    const more = defaults.with({
      'market.channels.tiktok_ads.name': 'TikTok',
      'market.channels.tiktok_ads.ctr_bps': 100,
    })
    expect(more.members('market.channels')).toContain('tiktok_ads')
    expect(more.members('attribution.channels')).toContain('tiktok_ads')
    expect(more.number('market.channels.tiktok_ads.ctr_bps')).toBe(100)
    expect(more.number('market.channels.tiktok_ads.cpm_cents')).toBeGreaterThan(0)
  })

  it('removes a channel that is set to null', () => {
    const fewer = defaults.with({ market: { channels: { email_marketing: null } } })
    expect(fewer.members('market.channels')).not.toContain('email_marketing')
    expect(() => fewer.number(ctr)).toThrow('No assumption is named')
  })

  it.each([
    [{ market: { chanels: {} } }, 'market.chanels: no such assumption. Known keys under market:'],
    [
      { 'market.plan_kind': 'csv' },
      'market.plan_kind: no such assumption. Known keys under market:',
    ],
    [
      { 'market.channels.email_marketing.ctr': 1 },
      'Known keys under market.channels.email_marketing: name,',
    ],
    [{ marketing: 1 }, 'marketing: no such assumption. Known keys under the top: '],
    [{ 'finance.carier_cost_bps': 1 }, 'Did you mean carrier_cost_bps?'],
    [{ 'finance.carrier_cost_bps': '11000' }, 'Write it without quotes: 11000.'],
    [{ 'finance.carrier_cost_bps': '110%' }, '110% is 11000.'],
    [{ [ctr]: 35_000 }, `${ctr}: got 35000, allowed 0..10000 (basis points). 3.5% is 350.`],
    [{ 'market.channels.email_marketing.ctr': 1 }, 'ctr: no such assumption'],
    [{ 'market.channels.Email!.ctr_bps': 1 }, 'no such assumption'],
    [{ market: 7 }, 'market: got 7, allowed a mapping of names to values.'],
    [{ 'attribution.channels.carrier_pigeon.window_days': 3 }, 'no such member, allowed'],
  ])('refuses %j', (changes, message) => {
    expect(() => defaults.with(changes).settled()).toThrow(message)
  })

  it('tells which values are not the default', () => {
    const changed = defaults.with({ [ctr]: 123 }).rows('market')
    expect(changed.filter(({ isDefault }) => !isDefault).map(({ id }) => id)).toEqual([ctr])
  })
})
