import { describe, expect, it } from 'vitest'
import { runMarket, withOrders } from './dwh.js'

const days = [
  { date: '2018-05-01', orders: 10, priceCents: 10_000 },
  { date: '2018-05-10', orders: 10, priceCents: 10_000 },
]
interface Balance {
  warmup: number
  opening: number
  spend: number
  released: number
  closing: number
}

async function run(changes: Record<string, unknown>) {
  const db = await withOrders(days)
  await runMarket(db, { 'market.plan': 'flat', ...changes })
  const balances = await db.all<Balance>(
    `select warmup_spend_cents as warmup, opening_in_flight_cents as opening,
       spend_cents as spend, released_cents as released, closing_in_flight_cents as closing
     from channel_balances order by channel`,
  )
  return { db, balances }
}

describe('warm-up', () => {
  it('none: the market opens cold', async () => {
    const { db, balances } = await run({})
    for (const { warmup, opening, spend, released, closing } of balances) {
      expect(warmup + opening).toBe(0)
      expect(spend).toBe(released + closing)
    }
    await db.close()
  })

  it('opens with money in flight; opening + spend = released + closing, to the cent', async () => {
    const { db, balances } = await run({ 'market.warmup_days': 30 })
    expect(balances.filter(({ opening }) => opening > 0)).toHaveLength(4)
    for (const { opening, spend, released, closing } of balances) {
      expect(opening + spend).toBe(released + closing)
    }
    const [row] = await db.all(
      `select min(date)::varchar as first, count(*) as days from fct_marketing_daily
       where channel = 'facebook_ads'`,
    )
    expect(row).toEqual({ first: '2018-04-01', days: 40 })
    await db.close()
  })

  it('has its exposure up on the first day, where a cold market starts from nothing', async () => {
    const exposure = async (changes: Record<string, unknown>) => {
      const { db } = await run(changes)
      const [row] = await db.all<{ exposure: number }>(
        `select exposure from fct_marketing_daily
         where channel = 'influencer_instagram' and date = '2018-05-01'`,
      )
      await db.close()
      return row!.exposure
    }
    expect(await exposure({ 'market.warmup_days': 30 })).toBeGreaterThan(3 * (await exposure({})))
  })
})
