import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { numbersFormat } from '../../src/format/index.js'

const { number, rate, compact } = numbersFormat('en')

describe('number', () => {
  it.each([
    [0, 0, '0'],
    [1234, 0, '1,234'],
    [-1234.5, 1, '-1,234.5'],
    [0.005, 2, '0.01'],
    [-0.004, 2, '0.00'],
    [0.5, 0, '1'],
    [2, 2, '2.00'],
  ])('%d with %d decimals is %s', (value, decimals, text) => {
    expect(number(value, decimals)).toBe(text)
  })

  it('follows the locale', () => {
    expect(numbersFormat('de').number(-1234.5, 1)).toBe('-1.234,5')
  })

  it('keeps every whole number', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (value) => {
        expect(Number(number(value).replaceAll(',', ''))).toBe(value === 0 ? 0 : value)
      }),
    )
  })
})

describe('rate', () => {
  it.each([
    [350, 2, '3.50%'],
    [10_000, 2, '100.00%'],
    [-5, 2, '-0.05%'],
    [1_250, 0, '13%'],
    [-3, 0, '0%'],
  ])('%d basis points with %d decimals are %s', (bps, decimals, text) => {
    expect(rate(bps, decimals)).toBe(text)
  })
})

describe('compact', () => {
  it.each([
    [0, '0'],
    [0.123, '0.12'],
    [12.34, '12.3'],
    [950, '950'],
    [9_999, '9,999'],
    [12_345, '12.3K'],
    [123_456, '123K'],
    [-1_234_567, '-1.23M'],
    [3_400_000_000, '3.4B'],
  ])('%d is %s', (value, text) => expect(compact(value)).toBe(text))
})
