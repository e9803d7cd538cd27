import { describe, expect, it } from 'vitest'
import { loadAssumptions } from '../../src/assumptions/index.js'
import { openWorkbench } from '../../src/workbench/index.js'

const principal = { 'finance.goods_role': 'principal' } as const
const message =
  /finance.goods_role: got principal beside finance.commission_tiers.low.commission_bps 1000, .*own_shop, or set/

describe('a principal for goods that pays itself commission', () => {
  it('is refused with the way out, in a file, in changes and in a scenario', () => {
    expect(() => loadAssumptions({ changes: principal })).toThrow(message)
    expect(() => openWorkbench({ changes: principal })).toThrow(message)
    expect(() => openWorkbench().assume(principal)).toThrow(message)
    expect(() =>
      loadAssumptions({
        preset: 'own_shop',
        changes: { 'finance.commission_tiers.high.commission_bps': 500 },
      }),
    ).toThrow('commission_tiers.high.commission_bps 500')
  })

  it('is none with commissions of 0, by the preset or by hand', () => {
    const own = loadAssumptions({ preset: 'own_shop' })
    expect(own.text('finance.goods_role')).toBe('principal')
    const none = Object.fromEntries(
      ['low', 'standard', 'high'].map((tier) => [
        `finance.commission_tiers.${tier}.commission_bps`,
        0,
      ]),
    )
    const byHand = loadAssumptions({ changes: { ...principal, ...none } })
    expect(byHand.text('finance.goods_role')).toBe('principal')
  })
})
