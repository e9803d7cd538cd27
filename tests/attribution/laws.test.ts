import { describe, expect, it } from 'vitest'
import { attributionLaws } from '../../src/attribution/laws.js'
import { runAttribution, threeWeeks } from './artifacts.js'

/** One place of the published tables broken, and a law that must see it. */
const corruptions: readonly (readonly [law: string, sql: string])[] = [
  [
    'lots_clicks',
    `update click_lots set clicks_decayed = clicks_decayed + 1 where clicks_born > 20`,
  ],
  ['lots_cents', `update click_lots set expired_cents = expired_cents - 1 where clicks_born > 20`],
  [
    'inventory_balance',
    `update click_inventory_daily set closing_clicks = closing_clicks + 1 where date = '2016-07-25'`,
  ],
  [
    'inventory_continuity',
    `update click_inventory_daily set opening_cents = opening_cents + 1 where date = '2016-07-25'`,
  ],
  ['births', `update click_lots set born_cents = born_cents + 7 where click_date = '2016-07-22'`],
  ['births', `update market.fct_marketing_daily set clicks = 0 where date = '2016-07-22'`],
  [
    'one_channel_each',
    `insert into fct_order_attribution select * from fct_order_attribution limit 1`,
  ],
  ['one_channel_each', `delete from fct_order_attribution where order_id = 'o3-1'`],
  ['one_channel_each', `update fct_order_attribution set channel = null where order_id = 'o3-1'`],
  [
    'order_clicks',
    `update fct_order_attribution set acquisition_cost_cents = acquisition_cost_cents + 1
     where channel = 'google_search'`,
  ],
  [
    'order_clicks',
    `update fct_order_attribution set channel = 'direct' where channel = 'google_search'`,
  ],
  ['bridge_clicks', `update bridge_order_clicks set clicks = clicks + 1 where age_days = 0`],
  [
    'bridge_cents',
    `insert into bridge_order_clicks select * from bridge_order_clicks where cost_cents > 0 limit 1`,
  ],
  [
    'cause_before_effect',
    `update bridge_order_clicks set click_date = click_date + 40 where age_days = 1`,
  ],
  ['cause_before_effect', `update bridge_order_clicks set age_days = age_days + 1`],
  [
    'supply_before_direct',
    `update demand_daily set attributed_orders = attributed_orders - 1,
       unserved_orders = unserved_orders + 1 where date = '2016-07-22'`,
  ],
  [
    'system',
    `update market.fct_marketing_daily set spend_cents = spend_cents + 1 where clicks > 50`,
  ],
]

describe('attributionLaws', () => {
  it.each(corruptions)('%s sees: %s', async (law, sql) => {
    const db = await runAttribution(threeWeeks())
    await db.exec(sql)
    const broken = (await attributionLaws((text) => db.all(text))).filter(({ holds }) => !holds)
    expect(broken.map((found) => found.law)).toContain(law)
    expect(broken.every(({ residual }) => residual !== 0)).toBe(true)
    await db.close()
  })
})
