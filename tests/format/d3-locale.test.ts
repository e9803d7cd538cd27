import { describe, expect, it } from 'vitest'
import { d3Locale } from '../../src/format/d3-locale.js'
import { createNotation } from '../../src/format/index.js'

const numberOf = (currency: string, locale: string) =>
  d3Locale(createNotation({ currency, locale })).number as Record<string, unknown>

describe('the locale of the axes', () => {
  it('is that of the run', () => {
    expect(numberOf('BRL', 'en')).toEqual({
      decimal: '.',
      thousands: ',',
      grouping: [3, 3, 3, 3],
      currency: ['R$', ''],
      percent: '%',
      minus: '-',
    })
  })

  it('sets the sign behind the number where the locale does', () => {
    const { decimal, thousands, currency, percent } = numberOf('EUR', 'de')
    expect([decimal, thousands]).toEqual([',', '.'])
    expect((currency as string[]).map((text) => text.trim())).toEqual(['', '€'])
    expect((percent as string).trim()).toBe('%')
  })

  it('groups as the locale does: lakh and crore in India', () => {
    expect((numberOf('INR', 'en-IN').grouping as number[]).slice(0, 3)).toEqual([3, 2, 2])
  })
})
