import { table } from 'arquero'
import { expect, it } from 'vitest'
import { toDataFrame } from '../../src/workbench/index.js'

it('hands an arquero table over as a danfojs DataFrame', async () => {
  const orders = table({ channel: ['direct', 'email', 'email'], orders: [3, 4, 5] })
  const frame = await toDataFrame(orders)
  expect(frame.columns).toEqual(['channel', 'orders'])
  expect(frame.shape).toEqual([3, 2])
  const sums = frame.groupby(['channel']).col(['orders']).sum()
  expect(sums.values).toEqual([
    ['direct', 3],
    ['email', 9],
  ])
})
