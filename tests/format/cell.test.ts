import { describe, expect, it } from 'vitest'
import { InputError } from '../../src/errors.js'
import { type CellFormat, defaultFormat, formatCell } from '../../src/format/cell.js'
import { notation } from '../notation.js'

describe('defaultFormat', () => {
  it.each<[string, unknown[], CellFormat]>([
    ['spend_cents', [1], 'money'],
    ['ctr_bps', [1], 'rate'],
    ['weight_millionths', [1], 'millionths'],
    ['click_date', [17_000], 'date'],
    ['cohort_month', [new Date(0)], 'month'],
    ['month', [11], 'plain'],
    ['year', [2017], 'plain'],
    ['order_item_id', [1], 'plain'],
    ['clicks', [1, null, 3n], 'integer'],
    ['exposure', [1, 2.5], 'decimal'],
    ['channel', ['direct'], 'channel'],
    ['member', ['direct'], 'plain'],
    ['nothing', [], 'plain'],
  ])('%s is shown by its name and values', (column, values, format) => {
    expect(defaultFormat(column, values)).toBe(format)
  })
})

describe('formatCell', () => {
  it.each<[unknown, CellFormat, string]>([
    [123_456, 'money', 'R$1,234.56'],
    [-5, 'money', '-R$0.05'],
    [350, 'rate', '3.50%'],
    [500_000, 'millionths', '0.500000'],
    [12_345, 'integer', '12,345'],
    [7n, 'integer', '7'],
    [1234.567, 'decimal', '1,234.57'],
    [new Date('2017-11-24T00:00:00Z'), 'date', '2017-11-24'],
    [17_494, 'date', '2017-11-24'],
    ['2017-11-24', 'date', '2017-11-24'],
    ['2017-11', 'month', '2017-11'],
    [new Date('2017-11-01T00:00:00Z'), 'month', '2017-11'],
    [new Date('2017-11-24T10:20:30Z'), 'plain', '2017-11-24 10:20:30'],
    [true, 'plain', 'yes'],
    [false, 'plain', 'no'],
    [null, 'money', '–'],
    [undefined, 'date', '–'],
    ['all', 'integer', 'all'],
    ['email_marketing', 'channel', 'Email'],
    [{ a: 1 }, 'plain', '{"a":1}'],
  ])('writes %s as %s: %s', (value, format, text) => {
    expect(formatCell(value, format, notation)).toBe(text)
  })

  it('refuses what is no number where one is due', () => {
    expect(() => formatCell(Number.NaN, 'money', notation)).toThrow(InputError)
    expect(() => formatCell(1.5, 'date', notation)).toThrow(/whole day number/)
  })
})
