import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { layered } from '../../../src/report/book/layers.js'

const options = { nodeWidth: 100, gap: 10, layerHeight: 50 }

describe('layered', () => {
  it('puts each node below all that lead to it, and leads long lines past those between', () => {
    const steps = [
      { from: 'a', to: 'b' },
      { from: 'b', to: 'c' },
      { from: 'a', to: 'c' },
    ]
    const { nodes, lines, width, height } = layered(steps, options)
    expect(nodes.map(({ name, y }) => [name, y])).toEqual([
      ['a', 0],
      ['b', 50],
      ['c', 100],
    ])
    expect(lines[2]!.map(({ y, width }) => [y, width > 50])).toEqual([
      [0, true],
      [50, false],
      [100, true],
    ])
    expect({ width, height }).toEqual({ width: 124, height: 150 })
  })

  it('lets no two nodes overlap', () => {
    const step = fc
      .tuple(fc.nat({ max: 8 }), fc.integer({ min: 1, max: 4 }))
      .map(([from, by]) => ({ from: `n${from}`, to: `n${from + by}` }))
    fc.assert(
      fc.property(
        fc.uniqueArray(step, { selector: (s) => `${s.from} ${s.to}`, minLength: 1 }),
        (steps) => {
          const { nodes, lines } = layered(steps, options)
          const all = [
            ...new Map([...nodes, ...lines.flat()].map((node) => [node.name, node])).values(),
          ]
          for (const one of all) {
            for (const other of all) {
              if (one === other || one.y !== other.y) continue
              expect(one.x + one.width <= other.x || other.x + other.width <= one.x).toBe(true)
            }
          }
          for (const { from, to } of steps) {
            const y = (name: string) => nodes.find((node) => node.name === name)!.y
            expect(y(from)).toBeLessThan(y(to))
          }
        },
      ),
    )
  })
})
