import { describe, expect, it } from 'vitest'
import { Assumptions } from '../../../src/assumptions/index.js'
import { assumptionsInForce } from '../../../src/market/index.js'
import { addSpendFile, runMarket, withOrders } from '../dwh.js'

const week = [
  { date: '2018-04-30', orders: 40, priceCents: 10_000 },
  { date: '2018-05-06', orders: 30, priceCents: 20_000 },
]
const lines = [
  '2018-04-30,google_ads,10.00,1000,40',
  '2018-05-01,google_ads,12.50,1100,44',
  '2018-05-04,google_ads,9.00,900,31',
  '2018-04-30,Meta Ads,5.00,,',
  '2018-05-06,Meta Ads,5.00,,',
]

async function run(file: readonly string[], changes: Record<string, unknown> = {}) {
  const db = await withOrders(week)
  await addSpendFile(db, file)
  await runMarket(db, changes)
  return db
}

describe('a file of spend beside the orders', () => {
  it('is used without being asked for, and its channels need no declaration', async () => {
    const db = await run(lines)
    const spend = await db.all(
      `select channel, sum(spend_cents)::bigint as cents from fct_marketing_daily
       group by channel order by channel`,
    )
    expect(spend).toEqual([
      { channel: 'google_ads', cents: 3_150 },
      { channel: 'meta_ads', cents: 1_000 },
      { channel: 'organic_search', cents: 0 },
    ])
    await db.close()
  })

  it('says of every channel what is observed', async () => {
    const db = await run(lines)
    const channels = await db.all('select * from dim_channel order by channel')
    const seen = { is_paid: true, spend_basis: 'observed' }
    expect(channels).toEqual([
      {
        channel: 'google_ads',
        name: 'Google ads',
        ...seen,
        impressions_basis: 'observed',
        clicks_basis: 'observed',
      },
      {
        channel: 'meta_ads',
        name: 'Meta Ads',
        ...seen,
        impressions_basis: 'simulated',
        clicks_basis: 'simulated',
      },
      {
        channel: 'organic_search',
        name: 'Organic search',
        is_paid: false,
        spend_basis: 'declared',
        impressions_basis: 'simulated',
        clicks_basis: 'simulated',
      },
    ])
    await db.close()
  })

  it('calls clicks observed that are missing in the days of warm-up only', async () => {
    const days = ['04-30', '05-01', '05-02', '05-03', '05-04', '05-05', '05-06']
    const file = days.map((day, i) => `2018-${day},google_ads,10.00,,${i < 2 ? '' : 40}`)
    const basis = async (warmupDays: number) => {
      const db = await run(file, {
        'market.first_date': `2018-05-0${warmupDays}`,
        'market.warmup_days': warmupDays,
      })
      const [channel] = await db.all(
        `select clicks_basis from dim_channel where channel = 'google_ads'`,
      )
      await db.close()
      return channel
    }
    expect(await basis(2)).toEqual({ clicks_basis: 'observed' })
    expect(await basis(1)).toEqual({ clicks_basis: 'simulated' })
  })

  it('counts a day without a line as spend 0, and as no click where clicks are counted', async () => {
    const db = await run(lines)
    const days = await db.all(
      `select spend_cents, impressions, clicks from fct_marketing_daily
       where channel = 'google_ads' order by date`,
    )
    const none = { spend_cents: 0, impressions: 0, clicks: 0 }
    expect(days).toEqual([
      { spend_cents: 1_000, impressions: 1_000, clicks: 40 },
      { spend_cents: 1_250, impressions: 1_100, clicks: 44 },
      none,
      none,
      { spend_cents: 900, impressions: 900, clicks: 31 },
      none,
      none,
    ])
    await db.close()
  })

  it('takes a channel that never cost anything for one that is not paid', async () => {
    const db = await run([...lines, '2018-05-01,newsletter,0,,7'])
    const [row] = await db.all(`select is_paid from dim_channel where channel = 'newsletter'`)
    expect(row).toEqual({ is_paid: false })
    await db.close()
  })

  it('is refused when it holds no line', async () => {
    await expect(run([])).rejects.toThrow('The files of spend hold no line after their header')
  })
})

describe('assumptions in force', () => {
  const spend = async (file: readonly string[]) => {
    const db = await withOrders(week)
    await addSpendFile(db, file)
    return { db, rows: <T>(sql: string) => db.all<T>(sql) }
  }

  it('have the channels of the file, the unpaid ones, and those declared by hand', async () => {
    const { db, rows } = await spend(lines)
    const declared = Assumptions.defaults().with({ 'market.channels.podcast.name': 'Podcast' })
    const inForce = await assumptionsInForce({ assumptions: declared, rows })
    const channels = ['organic_search', 'podcast', 'meta_ads', 'google_ads']
    expect(inForce.members('market.channels')).toEqual(channels)
    expect(inForce.members('attribution.channels')).toEqual(channels)
    const again = await assumptionsInForce({ assumptions: inForce, rows })
    expect(again.rows()).toEqual(inForce.rows())
    await db.close()
  })

  it('are those declared where another plan is asked for', async () => {
    const { db, rows } = await spend(lines)
    const declared = Assumptions.defaults().with({ 'market.plan': 'flat' })
    expect(await assumptionsInForce({ assumptions: declared, rows })).toBe(declared)
    await db.close()
  })
})
