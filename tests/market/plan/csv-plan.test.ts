import { describe, expect, it } from 'vitest'
import { InputError } from '../../../src/errors.js'
import { addSpendFile, runMarket, withOrders } from '../dwh.js'

const week = [
  { date: '2018-04-30', orders: 40, priceCents: 10_000 },
  { date: '2018-05-03', orders: 30, priceCents: 20_000 },
]

async function run(lines: readonly string[], changes: Record<string, unknown> = {}) {
  const db = await withOrders(week)
  await addSpendFile(db, lines)
  await runMarket(db, { 'market.plan': 'csv', ...changes })
  return db
}

describe('plan csv', () => {
  it('spends what the file says, to the cent, and nothing else', async () => {
    const db = await run(['2018-05-01,google_search,10.5,,', '2018-05-02,email_marketing,0.07,,'])
    const rows = await db.all(
      `select channel, date::varchar as date, spend_cents from fct_marketing_daily
       where spend_cents > 0 order by channel`,
    )
    expect(rows).toEqual([
      { channel: 'email_marketing', date: '2018-05-02', spend_cents: 7 },
      { channel: 'google_search', date: '2018-05-01', spend_cents: 1_050 },
    ])
    await db.close()
  })

  it('takes impressions as they are; the model goes on from there', async () => {
    const db = await run(['2018-04-30,google_search,10,1000,'])
    const [row] = await db.all(
      `select impressions, exposure, clicks > 0 as has_clicks from fct_marketing_daily
       where channel = 'google_search' and date = '2018-04-30'`,
    )
    expect(row).toMatchObject({ impressions: 1_000, has_clicks: true })
    expect(row!.exposure).toBeCloseTo(800.01, 1)
    await db.close()
  })

  it('takes clicks as they are, paid or not, and releases their money on their day', async () => {
    const lines = ['2018-05-01,google_search,9.99,500,33', '2018-05-01,organic_search,,,12']
    const db = await run(lines)
    const rows = await db.all(
      `select channel, expected_clicks, clicks, released_cost_cents, saturation_loss_clicks
       from fct_marketing_daily where date = '2018-05-01' and channel in
         ('google_search', 'organic_search') order by channel`,
    )
    const seen = { saturation_loss_clicks: 0 }
    expect(rows).toEqual([
      {
        channel: 'google_search',
        expected_clicks: 33,
        clicks: 33,
        released_cost_cents: 999,
        ...seen,
      },
      {
        channel: 'organic_search',
        expected_clicks: 12,
        clicks: 12,
        released_cost_cents: 0,
        ...seen,
      },
    ])
    await db.close()
    const spread = await run(lines, { 'market.observed_release': 'kernel' })
    const [release] = await spread.all('select count(*) as parts from spend_release')
    expect(release!.parts).toBeGreaterThan(1)
    await spread.close()
  })

  it('refuses what cannot be used, naming day, channel and column', async () => {
    const refused = async (lines: readonly string[], words: string) => {
      await expect(run(lines)).rejects.toThrow(InputError)
      await expect(run(lines)).rejects.toThrow(words)
    }
    const good = '2018-05-01,google_search,1,,'
    await refused(['2018-05-01,,1,,'], "column channel: got ''")
    await refused(['2018-05-01,Direct,1,,'], "column channel: got 'Direct'")
    await refused(
      [good, '2018-05-01,Google Search,1,,'],
      'column date: 2018-05-01 of google_search stands there twice',
    )
    await refused(['2018-05-01,organic_search,5,,'], 'organic_search is not paid')
    await refused(
      [good, '2081-05-01,google_search,5,,'],
      '2081-05-01 of google_search, column date: got 2081-05-01',
    )
    await refused(
      ['2018-08-04,google_search,5,,'],
      'got 2018-08-04, allowed 2018-01-28..2018-08-03, the days of the orders and market.spend_reach_days (92)',
    )
  })

  it('opens the horizon to spend before the first order and after the last', async () => {
    const file = ['2018-04-28,google_search,1,,', '2018-05-05,google_search,2,,']
    const days = async (changes: Record<string, unknown> = {}) => {
      const db = await run(file, changes)
      const [row] = await db.all(
        `select count(distinct date) as days, sum(spend_cents)::bigint as spend from fct_marketing_daily`,
      )
      await db.close()
      return row
    }
    expect(await days()).toEqual({ days: 8, spend: 300 })
    const declared = { 'market.first_date': '2018-04-30' }
    await expect(days(declared)).rejects.toThrow('got 2018-04-28, allowed 2018-04-30..2018-05-05')
  })

  it('says so when there is no file', async () => {
    const db = await withOrders(week)
    await expect(runMarket(db, { 'market.plan': 'csv' })).rejects.toThrow(
      'the data folder holds no file of spend',
    )
    await db.close()
  })
})
