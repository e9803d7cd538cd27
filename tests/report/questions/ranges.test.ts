import { expect, it } from 'vitest'
import type { InventoryRange } from '../../../src/decisions/index.js'
import { withRange } from '../../../src/report/questions/ranges.js'

const range = (
  figure: InventoryRange['figure'],
  channel: string,
  at: string,
  low: number,
): InventoryRange => ({ figure, channel, at, low, mean: low + 1, high: low + 2 })

const ranges = [
  range('waste_cents', 'tv', '', 10),
  range('consumed_cents', 'tv', '', 20),
  range('live_clicks', 'tv', '2024-02-29', 30),
  range('live_clicks', 'radio', '2024-02-29', 40),
  range('consumed_bps', 'tv', '3', 50),
  range('capacity_orders', '', '2024-02-29', 60),
]
const day = new Date('2024-02-29T00:00:00Z')

it('puts the ends of the range of a figure beside its channel, its day or its age', () => {
  expect(withRange([{ channel: 'tv' }], ranges, 'waste_cents')).toEqual([
    { channel: 'tv', low_waste_cents: 10, high_waste_cents: 12 },
  ])
  expect(withRange([{ channel: 'radio', date: day }], ranges, 'live_clicks', 'date')).toEqual([
    { channel: 'radio', date: day, low_live_clicks: 40, high_live_clicks: 42 },
  ])
  expect(withRange([{ channel: 'tv', age: 3 }], ranges, 'consumed_bps', 'age')).toEqual([
    { channel: 'tv', age: 3, low_consumed_bps: 50, high_consumed_bps: 52 },
  ])
  expect(withRange([{ date: day }], ranges, 'capacity_orders', 'date')).toEqual([
    { date: day, low_capacity_orders: 60, high_capacity_orders: 62 },
  ])
})

it('leaves empty what has no range', () => {
  expect(withRange([{ channel: 'radio' }], ranges, 'waste_cents')).toEqual([
    { channel: 'radio', low_waste_cents: null, high_waste_cents: null },
  ])
})
