import { describe, expect, it } from 'vitest'
import { InputError } from '../../../src/errors.js'
import { marketStage } from '../../../src/market/stage.js'
import { runMarket, withOrders } from '../dwh.js'

const days = [
  { date: '2018-05-01', orders: 10, priceCents: 10_000 },
  { date: '2018-05-02', orders: 10, priceCents: 10_000 },
]
const inputs = { dataDir: '.', allowRejects: false }
const plan = { channel: ['google_search'], date: ['2018-05-02'], spend_cents: [12_345] }

describe('a plan given by hand', () => {
  it('is what is spent, to the cent', async () => {
    const db = await withOrders(days)
    await runMarket(db, { 'market.spend_factor_bps': 20_000 }, { inputs: { ...inputs, plan } })
    const [row] = await db.all('select sum(spend_cents)::bigint as spend from fct_marketing_daily')
    expect(row).toEqual({ spend: 12_345 })
    await db.close()
  })

  it('is refused where the market has no such day or channel', async () => {
    const db = await withOrders(days)
    const run = (change: object) =>
      runMarket(db, {}, { inputs: { ...inputs, plan: { ...plan, ...change } } })
    await expect(run({ date: ['2018-05-09'] })).rejects.toThrow(InputError)
    await expect(run({ channel: ['tv'] })).rejects.toThrow("plan, row 1, column channel: got 'tv'")
    await db.close()
  })

  it('has a fingerprint of its own', async () => {
    const print = (spend: number) =>
      marketStage.fingerprint!({ ...inputs, plan: { ...plan, spend_cents: [spend] } })
    expect(await print(1)).toBe(await print(1))
    expect(await print(1)).not.toBe(await print(2))
    expect(await marketStage.fingerprint!(inputs)).toBe('')
  })
})
