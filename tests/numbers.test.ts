import { expect, it } from 'vitest'
import { mean, sum } from '../src/numbers.js'

it('sums and averages numbers of any list', () => {
  expect(sum([1, 2, 3.5])).toBe(6.5)
  expect(sum(new Float64Array([0.1, 0.2, 0.3]))).toBe(0.1 + 0.2 + 0.3)
  expect([sum([]), mean([2, 4]), mean([])]).toEqual([0, 3, Number.NaN])
})
