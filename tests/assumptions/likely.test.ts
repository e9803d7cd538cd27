import { describe, expect, it } from 'vitest'
import { Assumptions } from '../../src/assumptions/index.js'
import { likelyRange, variedIds } from '../../src/assumptions/likely.js'
import { definitions } from '../../src/assumptions/registry.js'

const assumptions = Assumptions.defaults()

describe('declared ranges', () => {
  it('are of assumptions that are there, each a number', () => {
    const numbers = definitions.filter(({ value }) => typeof value === 'number').map(({ id }) => id)
    expect(variedIds.filter((id) => !numbers.includes(id))).toEqual([])
  })

  it('are multiples of the value, or fixed ends that hold it; whole where the unit is', () => {
    expect(assumptions.likely('finance.operations_item_cents')).toEqual({ low: 75, high: 300 })
    expect(assumptions.likely('finance.carrier_cost_bps')).toEqual({ low: 9_000, high: 13_000 })
    expect(assumptions.likely('market.channels.email_marketing.ctr_bps')).toEqual({
      low: 175,
      high: 700,
    })
    const outside = assumptions.with({ 'finance.carrier_cost_bps': 15_000 })
    expect(outside.likely('finance.carrier_cost_bps')).toEqual({ low: 9_000, high: 15_000 })
  })

  it('have none for rules, choices, and what has no width', () => {
    expect(assumptions.likely('market.trailing_days')).toBeUndefined()
    expect(assumptions.likely('market.plan')).toBeUndefined()
    expect(assumptions.likely('finance.operations_order_cents')).toBeUndefined()
    expect(assumptions.likely('no.such')).toBeUndefined()
  })

  it('stay within what is allowed, and every end can be declared', () => {
    const decay = { id: 'x', value: 0.9, unit: 'ratio', min: 0, max: 0.99 } as never
    expect(likelyRange(decay, 'market.channels.*.decay', 0.9)).toEqual({ low: 0.54, high: 0.99 })
    for (const { id } of assumptions.rows()) {
      const range = assumptions.likely(id)
      if (range === undefined) continue
      for (const end of [range.low, range.high]) {
        expect(assumptions.with({ [id]: end }).number(id)).toBe(end)
      }
    }
  })
})
