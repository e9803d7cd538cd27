import { describe, expect, it } from 'vitest'
import { responseColumn } from '../../src/decisions/column.js'
import { responseColumns, sharedPoints } from '../../src/decisions/columns.js'
import { exampleModel } from './model.js'

describe('responseColumns', () => {
  it('gives each point its own column to the bit, those that share all but the wait too', () => {
    const { data, grids } = exampleModel()
    const channel = data.channels[0]!
    const points = grids[0]!.flatMap((point) => [point, { ...point, wait: 1, scale: 0.7 }])
    expect(sharedPoints(points)).toHaveLength(grids[0]!.length)
    const plan = channel.spend.map((cents) => cents * 0.3)
    for (const spend of [channel.spend, plan]) {
      const columns = responseColumns(channel, points, spend)
      for (const [i, point] of points.entries()) {
        expect(columns[i]).toEqual(responseColumn(channel, point, spend))
      }
    }
  })
})
