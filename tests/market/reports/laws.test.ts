import { describe, expect, it } from 'vitest'
import { marketLaws } from '../../../src/market/index.js'
import { publishedMarket } from '../published.js'

const source = publishedMarket([
  { date: '2018-04-30', orders: 40, priceCents: 100_000 },
  { date: '2018-05-12', orders: 10, priceCents: 5_000 },
])

/** For each law, one statement that breaks it and little else. */
const corruptions: Readonly<Record<string, string>> = {
  spend_conserved: `update market.fct_marketing_daily set spend_cents = spend_cents + 1
    where channel = 'google_search' and date = '2018-05-02'`,
  spend_split: `update market.spend_release set spend_date = spend_date - 1
    where release_date = spend_date and spend_date = '2018-05-02'`,
  cost_released: `update market.fct_marketing_daily set released_cost_cents = released_cost_cents + 3
    where channel = 'google_search' and date = '2018-05-02'`,
  balances: 'update market.channel_balances set released_cents = released_cents - 1',
  no_effect_before_cause: `update market.spend_release set release_date = spend_date - 1
    where channel = 'email_marketing'`,
  no_phantom_clicks: `update market.fct_marketing_daily set exposure = 0, expected_clicks = 0
    where channel = 'organic_search'`,
  unpaid_is_free: `update market.fct_marketing_daily set spend_cents = 5
    where channel = 'organic_search' and date = '2018-05-02'`,
  gapless: `delete from market.fct_marketing_daily
    where channel = 'organic_search' and date = '2018-05-02'`,
}

describe('marketLaws', () => {
  it('all hold on a published market', async () => {
    const laws = await marketLaws(source)
    expect(laws.map(({ law }) => law)).toEqual(Object.keys(corruptions))
    expect(laws.filter(({ holds }) => !holds)).toEqual([])
  })

  for (const [law, corruption] of Object.entries(corruptions)) {
    it(`${law} is violated when the tables are`, async () => {
      await source.run('begin')
      await source.run(corruption)
      const laws = await marketLaws(source)
      await source.run('rollback')
      expect(laws.find((found) => found.law === law)).toMatchObject({ holds: false })
    })
  }
})
