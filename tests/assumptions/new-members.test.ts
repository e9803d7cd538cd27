import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { Assumptions } from '../../src/assumptions/index.js'
import { editDistance } from '../../src/assumptions/near-names.js'

const defaults = Assumptions.defaults()

describe('a way to pay', () => {
  it('may be new, but is refused where it is a known one, misspelt', () => {
    expect(() => defaults.with({ 'finance.payment_types.credit_crad.fee_bps': 100 })).toThrow(
      'finance.payment_types.credit_crad: no such member, allowed credit_card, debit_card, boleto, voucher, not_defined. Did you mean credit_card?',
    )
    const paypal = defaults.with({ 'finance.payment_types.paypal.fee_bps': 300 })
    expect(paypal.number('finance.payment_types.paypal.fee_bps')).toBe(300)
  })
})

describe('a new channel', () => {
  it('is refused where it is a known one, misspelt', () => {
    const typo = () => defaults.with({ 'market.channels.facebok_ads.cpm_cents': 1_500 })
    expect(typo).toThrow('market.channels.facebok_ads: no such member')
    expect(typo).toThrow('Did you mean facebook_ads?')
    expect(() => defaults.with({ 'market.channels.facebok_ads.gmv_share_bps': 50 })).toThrow(
      'Did you mean facebook_ads?',
    )
  })

  it('needs a name or a spend', () => {
    const unknown = defaults.with({ 'market.channels.tiktok_ads.cpm_cents': 900 })
    expect(unknown.members('market.channels')).not.toContain('tiktok_ads')
    expect(() => unknown.settled()).toThrow(
      'A new one needs a line in marketing_spend.csv, or at least one of name, gmv_share_bps',
    )
    const named = defaults.with({ 'market.channels.tiktok_ads.name': 'TikTok' })
    expect(named.text('market.channels.tiktok_ads.name')).toBe('TikTok')
  })

  it('keeps what is declared of it until a file of spend names it', () => {
    const early = defaults.with({
      'market.channels.tiktok_ads.cpm_cents': 900,
      'attribution.channels.tiktok_ads.window_days': 3,
    })
    expect(early.pending('market')).toEqual([['market.channels.tiktok_ads.cpm_cents', 900]])
    const named = early.with({ 'market.channels.tiktok_ads.name': 'TikTok' }).settled()
    expect(named.number('market.channels.tiktok_ads.cpm_cents')).toBe(900)
    expect(named.number('attribution.channels.tiktok_ads.window_days')).toBe(3)
    expect(() => defaults.with({ 'market.channels.tiktok_ads.cpm_cents': -1 })).toThrow('allowed')
  })

  it('is called by its id in words where it has no name', () => {
    const spending = defaults.with({ 'market.channels.tiktok_ads.gmv_share_bps': 50 })
    expect(spending.text('market.channels.tiktok_ads.name')).toBe('Tiktok ads')
  })

  it('may be close to a known one when it has a name of its own', () => {
    const both = defaults.with({ 'market.channels.facebook_ad.name': 'The other one' })
    expect(both.members('market.channels')).toContain('facebook_ad')
  })

  it('may follow in a later change of assumptions that names it', () => {
    const named = defaults.with({ 'market.channels.tiktok_ads.name': 'TikTok' })
    expect(
      named.with({ 'market.channels.tiktok_ads.cpm_cents': 900 }).members('market.channels'),
    ).toContain('tiktok_ads')
  })
})

it('the example in data/assumptions.yaml can be used as it stands', () => {
  const text = readFileSync('data/assumptions.yaml', 'utf8')
  const example = text.slice(text.indexOf('# place:')).replace(/^# ?/gm, '')
  const changed = defaults.with(parse(example))
  expect(changed.text('market.channels.tiktok_ads.name')).toBe('TikTok ads')
  expect(changed.members('market.channels')).not.toContain('influencer_instagram')
})

it.each([
  ['facebok_ads', 'facebook_ads', 1],
  ['facebook_asd', 'facebook_ads', 1],
  ['tiktok_ads', 'facebook_ads', 6],
  ['', 'abc', 3],
])('%s is %s after %d edits', (from, to, edits) => expect(editDistance(from, to)).toBe(edits))
