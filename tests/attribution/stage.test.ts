import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { attributionStage } from '../../src/attribution/index.js'
import { type Database, schemaDifferences, tableFingerprint } from '../../src/engine/index.js'
import { brokenLaws, runAttribution, threeWeeks } from './artifacts.js'

/** Neutral rules: no direct demand, two clicks an order, nothing decays inside three days. */
const simple = {
  'attribution.direct_demand_bps': 0,
  'attribution.channels.email_marketing': {
    window_days: 3,
    clicks_per_order: 2,
    decay_curve: 'listed',
    decay_list: [1_000_000, 1_000_000, 1_000_000],
  },
}

describe('attributionStage on two days of one channel', () => {
  let db: Database
  beforeAll(async () => {
    db = await runAttribution({
      orders: [
        ['before', 99],
        ['a', 101],
        ['b', 101],
        ['c', 101],
      ],
      marketing: [
        ['email_marketing', 100, 3, 100],
        ['email_marketing', 101, 2, 50],
      ],
      changes: simple,
    })
  })
  afterAll(() => db.close())

  it('makes the declared tables and no others', async () => {
    expect(await schemaDifferences(db, attributionStage.schema)).toEqual([])
  })

  it('gives five clicks to two of three orders and leaves the odd click on the lots', async () => {
    const orders = await db.all(
      `select channel, count(*) as orders, sum(clicks) as clicks, sum(acquisition_cost_cents) as cents
       from attribution.fct_order_attribution group by channel order by channel`,
    )
    expect(orders).toEqual([
      { channel: 'direct', orders: 2, clicks: 0, cents: 0 },
      { channel: 'email_marketing', orders: 2, clicks: 4, cents: 116 },
    ])
  })

  it('writes a bridge row for each lot an order touches', async () => {
    const bridge = await db.all(
      `select age_days, clicks, cost_cents from attribution.bridge_order_clicks
       order by age_days, clicks`,
    )
    expect(bridge).toEqual([
      { age_days: 0, clicks: 2, cost_cents: 50 },
      { age_days: 1, clicks: 2, cost_cents: 66 },
    ])
  })

  it('keeps an order from outside the horizon as direct', async () => {
    const [row] = await db.all(
      `select channel from attribution.fct_order_attribution where order_id = 'before'`,
    )
    expect(row).toEqual({ channel: 'direct' })
    expect(await db.all('select sum(orders)::bigint as n from attribution.demand_daily')).toEqual([
      { n: 3 },
    ])
  })
})

describe('attributionStage on three weeks of two channels', () => {
  const tables = Object.keys(attributionStage.schema)
  const fingerprints = async (run: Parameters<typeof runAttribution>[0]) => {
    const db = await runAttribution(run)
    const prints = await Promise.all(tables.map((name) => tableFingerprint(db, name)))
    await db.close()
    return prints
  }

  it('obeys every law, with scarcity on the busiest day', async () => {
    const db = await runAttribution(threeWeeks())
    expect(await brokenLaws(db)).toEqual([])
    const [busiest] = await db.all(
      'select unserved_orders from attribution.demand_daily order by orders desc limit 1',
    )
    expect(busiest!.unserved_orders).toBeGreaterThan(0)
    await db.close()
  })

  it('gives the same tables for any order of rows and any number of threads', async () => {
    const given = threeWeeks()
    const reversed = {
      orders: [...given.orders].reverse(),
      marketing: [...given.marketing].reverse(),
    }
    const first = await fingerprints({ ...given, threads: 1 })
    expect(await fingerprints({ ...reversed, threads: 2 })).toEqual(first)
  })

  it('draws other orders for another seed, of the same number', async () => {
    const [first, other] = [
      await runAttribution(threeWeeks()),
      await runAttribution({ ...threeWeeks(), seed: 7 }),
    ]
    const counts = (db: Database) =>
      db.all(
        `select purchase_date, channel, count(*) as n from attribution.fct_order_attribution
         group by all order by all`,
      )
    expect(await counts(other)).toEqual(await counts(first))
    expect(await tableFingerprint(other, 'fct_order_attribution')).not.toBe(
      await tableFingerprint(first, 'fct_order_attribution'),
    )
    await Promise.all([first.close(), other.close()])
  })

  it('works on a market without a single click', async () => {
    const { orders, marketing } = threeWeeks()
    const silent = marketing.map(([channel, day, , cents]) => [channel, day, 0, cents] as const)
    const db = await runAttribution({ orders, marketing: silent })
    expect(await brokenLaws(db)).toEqual([])
    await db.close()
  })
})
