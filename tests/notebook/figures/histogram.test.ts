import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { histogram } from '../../../src/notebook/index.js'
import { notation } from '../../notation.js'
import { rowsDrawn } from './drawn.js'

/** Bars by their edges, of values counted once or as often as `times` says. */
async function barsOf(
  values: readonly number[],
  options: { times?: readonly number[]; bins?: number; range?: [number, number] } = {},
) {
  const { times, ...more } = options
  const data = values.map((size, i) => ({ size, times: times?.[i] ?? 1 }))
  const rows = await rowsDrawn(histogram({ data, value: 'size', count: 'times', ...more }), 'y')
  return rows
    .map(({ x, x2, y }) => ({ from: x!, to: x2!, count: y! }))
    .sort((a, b) => a.from - b.from)
}

describe('the bars of a histogram', () => {
  it('hold their lower edge, and are one wide at least of whole numbers', async () => {
    expect(await barsOf([1, 1, 3])).toEqual([
      { from: 1, to: 2, count: 2 },
      { from: 3, to: 4, count: 1 },
    ])
  })

  it('count a table that was counted before', async () => {
    const bars = await barsOf([1, 5], { times: [4, 3], bins: 2 })
    expect(bars.reduce((sum, { count }) => sum + count, 0)).toBe(7)
  })

  it('hold at their ends what lies beyond the range', async () => {
    const bars = await barsOf([-100, -12, 0, 7, 400], { range: [-12, 20], bins: 8 })
    expect(bars[0]).toMatchObject({ count: 2 })
    expect(bars[0]!.from).toBeGreaterThanOrEqual(-16)
    expect(bars.at(-1)!.from).toBeLessThanOrEqual(20)
    expect(bars.at(-1)!.to).toBeGreaterThan(20)
  })

  it('are said to hold what lies beyond an end only where some does', () => {
    const data = [{ size: 5 }, { size: 70 }]
    const { description } = histogram({ data, value: 'size', range: [0, 60] })(notation)
    expect(description).toMatch(/outer bars hold all beyond 60,/)
  })

  it('part below zero from above it, and lose no value', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: -500, max: 500 }), { minLength: 1, maxLength: 40 }),
        async (values) => {
          const bars = await barsOf(values, { bins: 12 })
          expect(bars.reduce((sum, { count }) => sum + count, 0)).toBe(values.length)
          expect(bars.every(({ from, to }) => to <= 0 || from >= 0)).toBe(true)
          expect(bars.length).toBeLessThanOrEqual(13)
        },
      ),
      { numRuns: 30 },
    )
  })
})
