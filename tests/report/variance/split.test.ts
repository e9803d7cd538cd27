import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitVariance, total, unsplit } from '../../../src/report/variance/split.js'

type Rows = Record<string, readonly [units: number, cents: number]>
const segments = (rows: Rows) =>
  new Map(Object.entries(rows).map(([name, [units, cents]]) => [name, { units, cents }]))

describe('splitVariance', () => {
  it('tells more units from other units and another amount for each', () => {
    // Base: 10 toys at 2.00 and 10 books at 6.00, 4.00 on average. Actual: 10 toys at 2.00, 20 books at 7.00.
    const base = segments({ toys: [10, 2_000], books: [10, 6_000] })
    const actual = segments({ toys: [10, 2_000], books: [20, 14_000] })
    // 10 more at 4.00; of them books, worth 2.00 more than the average; 20 books at 1.00 more.
    expect(splitVariance(base, actual)).toEqual({
      volume_cents: 4_000,
      mix_cents: 2_000,
      price_cents: 2_000,
      other_cents: 0,
    })
  })

  it('counts a segment that is new at the average of the base', () => {
    const base = segments({ toys: [10, 2_000] })
    const actual = segments({ toys: [10, 2_000], books: [1, 500] })
    expect(splitVariance(base, actual)).toMatchObject({
      volume_cents: 200,
      mix_cents: 0,
      price_cents: 300,
    })
  })

  it('is all volume where the base had none', () => {
    expect(splitVariance(segments({}), segments({ toys: [3, 900] }))).toMatchObject({
      volume_cents: 900,
      mix_cents: 0,
      price_cents: 0,
    })
  })

  it('takes volume away where nothing is left', () => {
    expect(splitVariance(segments({ toys: [3, 900] }), segments({}))).toMatchObject({
      volume_cents: -900,
      mix_cents: 0,
      price_cents: 0,
    })
  })
})

describe('unsplit', () => {
  it('leaves the difference whole', () => {
    const row = unsplit(segments({ all: [0, 700] }), segments({ all: [0, 650] }))
    expect(row).toEqual({ volume_cents: 0, mix_cents: 0, price_cents: 0, other_cents: -50 })
  })
})

const units = fc.integer({ min: 0, max: 10_000 })
const anySegments = fc
  .dictionary(
    fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    fc.tuple(units, fc.integer({ min: -1e10, max: 1e10 })),
  )
  .map(segments)

describe('the parts of any difference', () => {
  it('sum to it, residual 0', () => {
    fc.assert(
      fc.property(anySegments, anySegments, (base, actual) => {
        const { volume_cents, mix_cents, price_cents, other_cents } = splitVariance(base, actual)
        const difference = total(actual).cents - total(base).cents
        expect(volume_cents + mix_cents + price_cents + other_cents).toBe(difference)
      }),
    )
  })

  it('are all price where units are the same', () => {
    fc.assert(
      fc.property(anySegments, fc.integer({ min: -5, max: 5 }), (base, change) => {
        const whole = new Map(
          [...base].map(([name, one]) => [name, { ...one, units: one.units + 1 }]),
        )
        const actual = new Map(
          [...whole].map(([name, one]) => [name, { ...one, cents: one.cents + change }]),
        )
        expect(splitVariance(whole, actual)).toMatchObject({
          ...(whole.size === 0 ? {} : { volume_cents: 0, mix_cents: 0 }),
          price_cents: whole.size === 0 ? 0 : change * whole.size + 0,
        })
      }),
    )
  })

  it('are all volume where there is so many times more of everything', () => {
    fc.assert(
      fc.property(anySegments, fc.integer({ min: 1, max: 9 }), (base, times) => {
        const whole = new Map(
          [...base].map(([name, one]) => [name, { ...one, units: one.units + 1 }]),
        )
        const actual = new Map(
          [...whole].map(([name, { units: count, cents }]) => [
            name,
            { units: count * times, cents: cents * times },
          ]),
        )
        expect(splitVariance(whole, actual)).toMatchObject({ mix_cents: 0, price_cents: 0 })
      }),
    )
  })
})
