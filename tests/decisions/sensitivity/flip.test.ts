import fc from 'fast-check'
import { expect, it } from 'vitest'
import { flipBetween } from '../../../src/decisions/sensitivity/flip.js'

it('finds where a straight margin crosses zero', async () => {
  const margin = async (value: number) => 3 * value - 6
  const flip = await flipBetween({ value: 0, margin: -6 }, { value: 10, margin: 24 }, margin)
  expect(flip).toBeCloseTo(2, 1)
})

it('finds the crossing of any margin that crosses once, to a fiftieth of the range at worst', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.double({ min: 0.05, max: 0.95, noNaN: true }),
      fc.constantFrom(0.2, 1, 5),
      fc.boolean(),
      async (at, power, falls) => {
        const side = falls ? -1 : 1
        const shape = (value: number) =>
          side * Math.sign(value - at) * Math.abs(value - at) ** power
        const ends = [0, 1].map((value) => ({ value, margin: shape(value) }))
        const flip = await flipBetween(ends[0]!, ends[1]!, async (value) => shape(value))
        expect(Math.abs(flip - at)).toBeLessThan(0.02)
      },
    ),
  )
})

it('keeps the bracket where the margin jumps', async () => {
  const margin = async (value: number) => (value < 0.3 ? -1 : 0.2)
  const flip = await flipBetween({ value: 0, margin: -1 }, { value: 1, margin: 0.2 }, margin)
  expect(Math.abs(flip - 0.3)).toBeLessThan(0.05)
})
