import { describe, expect, it } from 'vitest'
import { schemaDifferences, tableFingerprint, tableNames } from '../../src/engine/index.js'
import { InputError } from '../../src/errors.js'
import { marketSchema } from '../../src/schema/market.js'
import { runMarket, withOrders } from './dwh.js'

const week = [
  { date: '2018-04-30', orders: 40, priceCents: 10_000 },
  { date: '2018-05-01', orders: 10, priceCents: 5_000 },
  { date: '2018-05-04', orders: 30, priceCents: 20_000 },
]

async function fingerprints(changes = {}, seed = 42, days = week): Promise<string[]> {
  const db = await withOrders(days)
  await runMarket(db, changes, { seed })
  const names = await tableNames(db)
  const prints = await Promise.all(names.map((name) => tableFingerprint(db, name)))
  await db.close()
  return prints
}

describe('marketStage', () => {
  it('writes the declared tables over a gapless horizon', async () => {
    const db = await withOrders(week)
    await runMarket(db)
    expect(await schemaDifferences(db, marketSchema)).toEqual([])
    const rows = await db.all(
      `select channel, count(*) as days, min(date)::varchar as first, max(date)::varchar as last
       from fct_marketing_daily group by channel order by channel`,
    )
    expect(rows).toHaveLength(5)
    expect(rows[0]).toEqual({
      channel: 'email_marketing',
      days: 5,
      first: '2018-04-30',
      last: '2018-05-04',
    })
    await db.close()
  })

  it('conserves every channel’s spend: released within the horizon + in flight', async () => {
    const db = await withOrders(week)
    await runMarket(db)
    const rows = await db.all<{ spend: number; released: number; split: number; inside: number }>(
      `with split as (
         select channel, sum(cost_cents)::bigint as split,
           sum(case when release_date <= date '2018-05-04' then cost_cents else 0 end)::bigint as inside
         from spend_release group by channel)
       select d.channel, sum(spend_cents)::bigint as spend,
         sum(released_cost_cents)::bigint as released, any_value(split) as split,
         any_value(inside) as inside
       from fct_marketing_daily as d join split using (channel) group by d.channel`,
    )
    expect(rows).toHaveLength(4)
    for (const { spend, released, split, inside } of rows) {
      expect(split).toBe(spend)
      expect(inside).toBe(released)
    }
    await db.close()
  })

  it('spends a share of the past 28 days, and the floor before there is a past', async () => {
    const db = await withOrders(week)
    await runMarket(db)
    const rows = await db.all<{ spend_cents: number }>(
      `select spend_cents from fct_marketing_daily where channel = 'facebook_ads' order by date`,
    )
    const share = (gmvCents: number) => Math.max(600, Math.round((gmvCents * 0.018) / 28))
    expect(rows.map((row) => row.spend_cents)).toEqual(
      [0, 400_000, 450_000, 450_000, 450_000].map(share),
    )
    await db.close()
  })

  it('is the same for the same seed, and differs in clicks only for another', async () => {
    expect(await fingerprints()).toEqual(await fingerprints())
    const changed = await fingerprints({}, 7)
    const same = (await fingerprints()).map((print, i) => print === changed[i])
    expect(same).toEqual([true, true, false, true, true, true])
    const rounded = { 'market.counts': 'rounded' }
    expect(await fingerprints(rounded, 7)).toEqual(await fingerprints(rounded, 42))
  })

  it('appended days change no earlier day', async () => {
    const past = async (days: typeof week) => {
      const db = await withOrders(days)
      await runMarket(db)
      const rows = await db.all(
        `select * from fct_marketing_daily where date <= '2018-05-04' order by channel, date`,
      )
      await db.close()
      return rows
    }
    const more = [...week, { date: '2018-05-20', orders: 90, priceCents: 30_000 }]
    expect(await past(more)).toEqual(await past(week))
  })

  it('takes the horizon that is declared, and refuses one that ends before it starts', async () => {
    const db = await withOrders(week)
    await runMarket(db, { market: { first_date: '2018-05-01', last_date: '2018-05-02' } })
    const [row] = await db.all('select count(*) as n from fct_marketing_daily')
    expect(row).toEqual({ n: 10 })
    await expect(runMarket(db, { 'market.last_date': '2017-01-01' })).rejects.toThrow(InputError)
    await db.close()
  })

  it('plan flat spends its budget and follows the declared calendar', async () => {
    const db = await withOrders(week)
    await runMarket(db, { 'market.plan': 'flat', 'market.spend_factor_bps': 15_000 })
    const rows = await db.all(
      `select channel, sum(spend_cents)::bigint as spend from fct_marketing_daily
       group by channel order by channel`,
    )
    expect(rows).toContainEqual({ channel: 'facebook_ads', spend: 4 * 12_750 + 16_575 })
    expect(rows).toContainEqual({ channel: 'organic_search', spend: 0 })
    await db.close()
  })
})
