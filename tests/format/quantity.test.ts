import { expect, it } from 'vitest'
import { columnLabel } from '../../src/format/quantity.js'
import { notation } from '../notation.js'

it('writes the numbers of one column with the same decimals', () => {
  const written = (values: readonly number[]) =>
    values.map(columnLabel('orders_a_day', values, notation))
  expect(written([588.4, 99.94, 0.5])).toEqual(['588', '100', '1'])
  expect(written([12, 9.5])).toEqual([notation.number(12, 2), notation.number(9.5, 2)])
  expect(written([12, 9])).toEqual(['12', '9'])
})
