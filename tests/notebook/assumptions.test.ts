import { describe, expect, it } from 'vitest'
import { assumptionTable, type ShownAssumption } from '../../src/notebook/index.js'
import { notation } from '../notation.js'

const about = { allowed: '0..10000 (basis points)', why: 'Typical', source: 'Industry report' }
const rows: ShownAssumption[] = [
  { ...about, id: 'market.channels.facebook_ads.ctr_bps', value: 90, unit: 'bps' },
  { ...about, id: 'market.channels.email_marketing.ctr_bps', value: 350, unit: 'bps' },
  { ...about, id: 'finance.operations_cents', value: 150, unit: 'cents', isDefault: false },
  { ...about, id: 'attribution.window_days', value: 30, unit: 'days' },
  { ...about, id: 'attribution.decay_millionths', value: [500_000, 250_000], unit: 'millionths' },
  { ...about, id: 'market.volatility', value: 0.3, unit: 'ratio' },
  { ...about, id: 'market.plan', value: 'percent_of_gmv', unit: 'choice' },
  { ...about, id: 'market.start', value: '', unit: 'date' },
  { ...about, id: 'market.warm', value: true, unit: 'flag' },
]

describe('assumptionTable', () => {
  it('is written as its golden file', async () => {
    await expect(`${assumptionTable(rows, notation)}\n`).toMatchFileSnapshot(
      'golden/assumptions.html',
    )
  })

  it('has what was changed in view, and folds the others into one line', () => {
    const [view, folded] = assumptionTable(rows, notation).split('<details>')
    expect(view).toContain('finance.operations_cents')
    expect(view).not.toContain('market.plan')
    expect(folded).toContain('<summary>Assumptions of this stage: 7, not changed</summary>')
    const same = assumptionTable(rows.slice(0, 2), notation, 'Rates')
    expect(same).toMatch(/^<details>\n<summary>Rates: 1, none is changed<\/summary>/)
  })

  it('gives one row to what every member of a collection declares alike', () => {
    const html = assumptionTable(rows, notation)
    expect(html).toContain('market.channels.*.ctr_bps')
    expect(html).toContain('Facebook ads 0.90%; Email 3.50%')
  })

  it('says once what is the same for all, and what was changed', () => {
    const same = rows.slice(0, 2).map((row) => ({ ...row, value: 90 }))
    expect(assumptionTable(same, notation)).toContain('0.90% each')
    expect(assumptionTable(rows, notation)).toContain('1.50 (changed)')
  })
})
