import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { minorDigits, moneyFormat } from '../../src/format/index.js'

const NBSP = '\u00a0'

describe('moneyFormat', () => {
  it.each([
    ['BRL', 'en', 0, 'R$0.00'],
    ['BRL', 'en', -5, '-R$0.05'],
    ['BRL', 'en', -100_000_000, '-R$1,000,000.00'],
    ['BRL', 'pt-BR', 123_456, `R$${NBSP}1.234,56`],
    ['EUR', 'de', 123_456, `1.234,56${NBSP}€`],
    ['JPY', 'en', 123_456, '¥123,456'],
    ['JPY', 'ja', -5, '-￥5'],
    ['KWD', 'en', 123_456, `KWD${NBSP}123.456`],
    ['INR', 'en-IN', 123_456_789, '₹12,34,567.89'],
  ])('%s in %s: %d minor units are %s', (currency, locale, minor, text) => {
    expect(moneyFormat({ currency, locale }).exact(minor)).toBe(text)
  })

  it.each([
    ['BRL', 123_456, 'R$1,235'],
    ['BRL', -123_449, '-R$1,234'],
    ['BRL', 49, 'R$0'],
    ['BRL', -49, 'R$0'],
    ['BRL', -50, '-R$1'],
    ['JPY', 1_234, '¥1,234'],
    ['KWD', 1_500, `KWD${NBSP}2`],
  ])('%s: %d minor units are %s in whole ones', (currency, minor, text) => {
    expect(moneyFormat({ currency, locale: 'en' }).whole(minor)).toBe(text)
  })

  it.each([
    ['BRL', '1,234.56'],
    ['JPY', '123,456'],
    ['KWD', '123.456'],
  ])('%s without its sign is %s', (currency, text) => {
    expect(moneyFormat({ currency, locale: 'en' }).bare(123_456)).toBe(text)
  })

  it('loses no minor unit, however large the amount', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.constantFrom('BRL', 'JPY', 'KWD'), (minor, currency) => {
        const text = moneyFormat({ currency, locale: 'en' }).bare(minor)
        expect(Number(text.replace(/[,.]/g, ''))).toBe(minor === 0 ? 0 : minor)
      }),
    )
  })
})

it.each([
  ['BRL', 2],
  ['JPY', 0],
  ['KWD', 3],
])('%s has %d decimals', (currency, digits) => expect(minorDigits(currency)).toBe(digits))
