import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatBps, formatCompact, formatNumber, formatReais } from '../../src/format/index.js'

describe('formatNumber', () => {
  it.each([
    [0, 0, '0'],
    [1234, 0, '1.234'],
    [1234567, 0, '1.234.567'],
    [-1234.5, 1, '-1.234,5'],
    [0.005, 2, '0,01'],
    [-0.004, 2, '0,00'],
    [0.5, 0, '1'],
    [2, 2, '2,00'],
  ])('writes %d with %d decimals as %s', (value, decimals, text) => {
    expect(formatNumber(value, decimals)).toBe(text)
  })

  it('keeps every whole number', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (value) => {
        expect(Number(formatNumber(value).replaceAll('.', ''))).toBe(value)
      }),
    )
  })
})

describe('formatBps', () => {
  it.each([
    [350, '3,50%'],
    [10_000, '100,00%'],
    [-5, '-0,05%'],
  ])('writes %d as %s', (bps, text) => expect(formatBps(bps)).toBe(text))
})

describe('formatReais', () => {
  it.each([
    [123_456, 'R$ 1.235'],
    [-123_449, '-R$ 1.234'],
    [49, 'R$ 0'],
    [-50, '-R$ 1'],
  ])('writes %d cents as %s', (cents, text) => expect(formatReais(cents)).toBe(text))
})

describe('formatCompact', () => {
  it.each([
    [0, '0'],
    [0.123, '0,12'],
    [12.34, '12,3'],
    [950, '950'],
    [9_999, '9.999'],
    [12_345, '12,3 k'],
    [123_456, '123 k'],
    [999_600, '1,0 mi'],
    [-1_234_567, '-1,2 mi'],
    [3_400_000_000, '3,4 bi'],
  ])('writes %d as %s', (value, text) => expect(formatCompact(value)).toBe(text))
})
