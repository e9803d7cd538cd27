import { describe, expect, it } from 'vitest'
import { delayed, plannedInput, responseColumn, waitWeights } from '../../src/decisions/column.js'
import type { ChannelSeries, GridPoint } from '../../src/decisions/data.js'

const channel: ChannelSeries = {
  id: 'search',
  spend: Float64Array.of(2, 0, 4, 2),
  spendBefore: Float64Array.of(6),
  kernel: { kind: 'geometric', decay: 0.5, maxLag: 2 },
  curve: { kind: 'michaelis_menten', half: 1 },
}
const point: GridPoint = {
  kernel: { kind: 'geometric', decay: 0.5, maxLag: 2 },
  curve: { kind: 'michaelis_menten', half: 1 },
  half: 2,
  wait: 0,
  season: Float64Array.of(1, 1, 2, 1),
  scale: 3,
}

describe('response column', () => {
  it('remembers, saturates, takes the season and scales', () => {
    // weights 2/3, 1/3: exposure 10/3, 2/3, 8/3, 8/3; halves at 2: 5/8, 1/4, 4/7, 4/7
    const column = responseColumn(channel, point)
    const expected = [(3 * 5) / 8, 3 / 4, (3 * 2 * 4) / 7, (3 * 4) / 7]
    for (const [t, z] of expected.entries()) expect(column[t]).toBeCloseTo(z, 12)
  })

  it('divides by a capacity', () => {
    const wide = { ...channel, capacity: Float64Array.of(1, 1, 1, 2) }
    expect(responseColumn(wide, point)[3]).toBeCloseTo((3 * (8 / 3)) / (8 / 3 + 4), 12)
  })

  it('gives history back bit by bit, by spend or by impressions', () => {
    const seen = {
      ...channel,
      impressions: Float64Array.of(20, 1, 30, 10),
      impressionsBefore: Float64Array.of(5),
    }
    for (const c of [channel, seen]) {
      expect(responseColumn(c, point, Float64Array.from(c.spend))).toEqual(responseColumn(c, point))
    }
  })

  it('buys impressions at the price of the day, and of the mean where none were bought', () => {
    const seen = { ...channel, impressions: Float64Array.of(20, 0, 40, 20) }
    expect([...plannedInput(seen, Float64Array.of(1, 3, 8, 0))]).toEqual([10, 30, 80, 0])
  })

  it('waits: weights sum to 1, a constant stays, the first period stands for those before', () => {
    expect(waitWeights(2.5).reduce((a, b) => a + b)).toBeCloseTo(1, 12)
    expect(delayed(Float64Array.of(3, 3, 3), 1)[2]).toBeCloseTo(3, 12)
    const late = delayed(Float64Array.of(0, 1, 0, 0), 1)
    expect(late[1]! / late[2]!).toBeCloseTo(2, 12)
    expect(delayed(Float64Array.of(0, 1), 0)[1]).toBe(1)
  })
})
