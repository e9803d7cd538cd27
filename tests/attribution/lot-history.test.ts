import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lotHistory, orderHistory } from '../../src/attribution/index.js'
import type { Database } from '../../src/engine/index.js'
import { InputError } from '../../src/errors.js'
import { runAttribution } from './artifacts.js'

let db: Database

beforeAll(async () => {
  db = await runAttribution({
    orders: [
      ['a', 101],
      ['b', 101],
    ],
    marketing: [
      ['email_marketing', 100, 3, 100],
      ['email_marketing', 101, 0, 0],
      ['email_marketing', 102, 0, 0],
    ],
    changes: {
      'attribution.direct_demand_bps': 0,
      'attribution.channels.email_marketing': {
        window_days: 3,
        clicks_per_order: 2,
        decay_curve: 'listed',
        decay_list: [1_000_000, 1_000_000, 1_000_000],
      },
    },
  })
})
afterAll(() => db.close())

describe('lotHistory', () => {
  it('follows a lot from birth to its end', async () => {
    const days = await lotHistory(db, 'email_marketing', '1970-04-11')
    expect(
      days.map((day) => [
        day.age_days,
        day.available_clicks,
        day.orders,
        day.consumed_clicks,
        day.expired_clicks,
        day.closing_clicks,
        day.consumed_cents,
        day.lost_cents,
      ]),
    ).toEqual([
      [0, 3, 0, 0, 0, 3, 0, 0],
      [1, 3, 1, 2, 0, 1, 66, 0],
      [2, 1, 0, 0, 1, 0, 0, 34],
    ])
  })

  it('says where to look when there is no such lot', async () => {
    await expect(lotHistory(db, 'email_marketing', '1970-04-12')).rejects.toThrow(InputError)
  })
})

describe('orderHistory', () => {
  it('shows what a served order took, and that the other took nothing', async () => {
    const lives = [...(await orderHistory(db, 'a')), ...(await orderHistory(db, 'b'))]
    expect(
      lives
        .map(({ channel, age_days, clicks, cost_cents }) => [channel, age_days, clicks, cost_cents])
        .sort(),
    ).toEqual([
      ['direct', null, 0, 0],
      ['email_marketing', 1, 2, 66],
    ])
  })

  it('refuses an order that does not exist', async () => {
    await expect(orderHistory(db, 'nobody')).rejects.toThrow(/got 'nobody'/)
  })
})
