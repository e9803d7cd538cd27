import { expect, it } from 'vitest'
import { formatBrl } from '../../src/format/money.js'

it.each([
  [0, 'R$ 0,00'],
  [5, 'R$ 0,05'],
  [123_456, 'R$ 1.234,56'],
  [-100_000_000, '-R$ 1.000.000,00'],
])('writes %d cents as %s', (cents, text) => {
  expect(formatBrl(cents)).toBe(text)
})
