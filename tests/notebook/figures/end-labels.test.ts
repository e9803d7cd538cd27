import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { spread } from '../../../src/notebook/figures/end-labels.js'

describe('spread', () => {
  it('leaves alone what lies apart', () => {
    expect(spread([10, 40, 80], 15, 100)).toEqual([10, 40, 80])
  })

  it('moves neighbours apart and keeps them inside', () => {
    expect(spread([50, 50], 15, 100)).toEqual([50, 65])
    expect(spread([98, 99], 15, 100)).toEqual([85, 100])
  })

  it('keeps order and distance wherever there is room', () => {
    const positions = fc.array(fc.integer({ min: 0, max: 260 }), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(positions, (given) => {
        const placed = spread(given, 15, 260)
        const order = given.map((_, i) => i).sort((a, b) => given[a]! - given[b]! || a - b)
        order.slice(1).forEach((i, rank) => {
          expect(placed[i]! - placed[order[rank]!]!).toBeGreaterThanOrEqual(15)
        })
        for (const at of placed) {
          expect(at).toBeGreaterThanOrEqual(0)
          expect(at).toBeLessThanOrEqual(260)
        }
      }),
    )
  })
})
