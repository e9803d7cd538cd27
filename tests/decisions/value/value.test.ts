import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { causalWaste, profitBridge } from '../../../src/decisions/value/bridge.js'
import { monthsOf } from '../../../src/decisions/value/months.js'
import { orderValue } from '../../../src/decisions/value/order-value.js'
import { InputError } from '../../../src/errors.js'

describe('monthsOf', () => {
  it('names the month of each day, and of the first day of each week', () => {
    const orders = new Float64Array(3)
    expect(monthsOf({ firstDay: 17_073, grain: 'day', orders })).toEqual({
      names: ['2016-09', '2016-10'],
      ofPeriod: Int32Array.of(0, 0, 1),
    })
    expect(monthsOf({ firstDay: 17_070, grain: 'week', orders }).names).toEqual([
      '2016-09',
      '2016-10',
    ])
  })
})

describe('orderValue', () => {
  const months = { names: ['2018-01', '2018-02', '2018-03'], ofPeriod: new Int32Array(0) }

  it('shrinks a month to the horizon by n / (n + 50)', () => {
    const { cents } = orderValue(months, {
      contributionCents: [5_000, 30_000, 0],
      orders: [50, 150, 0],
    })
    expect([...cents]).toEqual([0.5 * 100 + 0.5 * 175, 0.75 * 200 + 0.25 * 175, 175])
  })

  it('adds what new customers buy later', () => {
    const { cents } = orderValue(months, {
      contributionCents: [100, 100, 100],
      orders: [1, 1, 1],
      newCustomers: [1, 1, 1],
      repeatValueCents: 50,
    })
    expect(cents[0]).toBeCloseTo(150, 10)
  })

  it('refuses other months and no orders', () => {
    expect(() => orderValue(months, { contributionCents: [1], orders: [1] })).toThrow(InputError)
    expect(() => orderValue(months, { contributionCents: [0, 0, 0], orders: [0, 0, 0] })).toThrow(
      /no order/,
    )
  })
})

describe('profitBridge', () => {
  it('says what profit would be without marketing, and what each channel adds and costs', () => {
    const channels = [
      { channel: 'email', spendCents: 100, contributionCents: 250.4 },
      { channel: 'tv', spendCents: 900, contributionCents: 300.4 },
    ]
    expect(profitBridge(1_000, channels)).toEqual([
      { line: 'profit_without_paid_marketing', channel: '', amountCents: 1_449 },
      { line: 'incremental_contribution', channel: 'email', amountCents: 251 },
      { line: 'spend', channel: 'email', amountCents: -100 },
      { line: 'incremental_contribution', channel: 'tv', amountCents: 300 },
      { line: 'spend', channel: 'tv', amountCents: -900 },
    ])
    expect(channels.map(causalWaste)).toEqual([0, 599.6])
  })

  it('sums to the P&L to the cent, whatever was caused', () => {
    const channel = fc.record({
      channel: fc.string(),
      spendCents: fc.nat(1e12),
      contributionCents: fc.double({ min: -1e9, max: 1e12, noNaN: true }),
    })
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), fc.array(channel), (profit, channels) => {
        const lines = profitBridge(profit, channels)
        expect(lines.every(({ amountCents }) => Number.isSafeInteger(amountCents))).toBe(true)
        expect(lines.reduce((sum, { amountCents }) => sum + amountCents, 0)).toBe(profit)
      }),
    )
  })
})
