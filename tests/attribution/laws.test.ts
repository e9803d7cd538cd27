import { describe, expect, it } from 'vitest'
import { brokenLaws, runAttribution, threeWeeks } from './artifacts.js'

/** One place of the published tables broken, and a law that must see it. */
const corruptions: readonly (readonly [law: string, sql: string])[] = [
  [
    'lots_conserve_clicks',
    `update click_lots set clicks_decayed = clicks_decayed + 1 where clicks_born > 20`,
  ],
  [
    'lots_conserve_cents',
    `update click_lots set expired_cents = expired_cents - 1 where clicks_born > 20`,
  ],
  [
    'inventory_rolls',
    `update click_inventory_daily set closing_clicks = closing_clicks + 1 where date = '2016-07-25'`,
  ],
  [
    'inventory_opens_as_it_closed',
    `update click_inventory_daily set opening_cents = opening_cents + 1 where date = '2016-07-25'`,
  ],
  [
    'lots_are_the_market',
    `update click_lots set born_cents = born_cents + 7 where click_date = '2016-07-22'`,
  ],
  [
    'lots_are_the_market',
    `update market.fct_marketing_daily set clicks = 0 where date = '2016-07-22'`,
  ],
  [
    'one_channel_per_order',
    `insert into fct_order_attribution select * from fct_order_attribution limit 1`,
  ],
  ['one_channel_per_order', `delete from fct_order_attribution where order_id = 'o3-1'`],
  [
    'one_channel_per_order',
    `update fct_order_attribution set channel = null where order_id = 'o3-1'`,
  ],
  [
    'orders_cost_their_clicks',
    `update fct_order_attribution set acquisition_cost_cents = acquisition_cost_cents + 1
     where channel = 'google_search'`,
  ],
  [
    'orders_cost_their_clicks',
    `update fct_order_attribution set channel = 'direct' where channel = 'google_search'`,
  ],
  [
    'bridge_consumes_clicks',
    `update bridge_order_clicks set clicks = clicks + 1 where age_days = 0`,
  ],
  [
    'bridge_consumes_lots',
    `insert into bridge_order_clicks select * from bridge_order_clicks where cost_cents > 0 limit 1`,
  ],
  [
    'no_effect_before_its_cause',
    `update bridge_order_clicks set click_date = click_date + 40 where age_days = 1`,
  ],
  ['no_stale_click', `update bridge_order_clicks set age_days = age_days + 1`],
  [
    'no_direct_beside_supply',
    `update demand_daily set attributed_orders = attributed_orders - 1,
       unserved_orders = unserved_orders + 1 where date = '2016-07-22'`,
  ],
  [
    'spend_is_six_parts',
    `update market.fct_marketing_daily set spend_cents = spend_cents + 1 where clicks > 50`,
  ],
]

describe('the laws of the published tables', () => {
  it.each(corruptions)('%s sees: %s', async (law, sql) => {
    const db = await runAttribution(threeWeeks())
    await db.exec(sql)
    expect(await brokenLaws(db)).toContain(law)
    await db.close()
  })
})
