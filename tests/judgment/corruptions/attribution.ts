import { corruptionsOf } from './corruption.js'

const ONE_LOT = `
  select channel, cast(click_date as varchar) as click_date, born_cents // clicks_born as click_cents
  from click_lots where clicks_consumed > 0 and born_cents > clicks_born
  order by channel, click_date limit 1`

const ONE_BRIDGE = `
  select order_id, channel, cast(click_date as varchar) as click_date, cost_cents as stake
  from bridge_order_clicks where cost_cents > 0 order by order_id, click_date limit 1`

const lot = 'channel = :channel and click_date = :click_date'

/** Lies of attribution. */
export const attributionCorruptions = corruptionsOf('attribution', [
  {
    what: 'future leakage: an order won by a click born after it',
    pick: ONE_BRIDGE,
    sql: `update bridge_order_clicks set click_date = click_date + 60
          where order_id = :order_id and ${lot}`,
    law: 'attribution.no_effect_before_its_cause',
  },
  {
    what: 'a click far older than it says',
    pick: ONE_BRIDGE,
    sql: `update bridge_order_clicks set click_date = click_date - 365
          where order_id = :order_id and ${lot}`,
    law: 'attribution.no_stale_click',
  },
  {
    what: 'an order won by clicks that nobody consumed',
    pick: `select order_id, acquisition_cost_cents as stake
           from fct_order_attribution where acquisition_cost_cents > 0 order by order_id limit 1`,
    sql: 'delete from bridge_order_clicks where order_id = :order_id',
    law: 'attribution.no_order_without_supply',
  },
  {
    what: 'a cent of a lot that came from nowhere',
    pick: `select *, 1 as stake from (${ONE_LOT})`,
    sql: `update click_lots set consumed_cents = consumed_cents + 1 where ${lot}`,
    law: 'attribution.lots_conserve_cents',
  },
  {
    what: 'a click that vanished',
    pick: `select *, click_cents as stake from (${ONE_LOT})`,
    sql: `update click_lots set clicks_consumed = clicks_consumed - 1 where ${lot}`,
    law: 'attribution.lots_conserve_clicks',
  },
  {
    what: 'the cost of a lot moved by a cent against its orders',
    pick: `select *, 1 as stake from (${ONE_LOT})`,
    sql: `update click_lots set consumed_cents = consumed_cents - 1,
          decayed_cents = decayed_cents + 1 where ${lot}`,
    law: 'attribution.bridge_consumes_lots',
  },
  {
    what: 'waste made smaller on both sides',
    pick: `select channel, cast(click_date as varchar) as click_date, decayed_cents as stake
           from click_lots where decayed_cents > 0 order by channel, click_date limit 1`,
    sql: `update click_lots set decayed_cents = 0, born_cents = born_cents - decayed_cents
          where ${lot}`,
    law: 'attribution.spend_is_six_parts',
  },
  {
    what: 'negative stock',
    pick: `select channel, cast(date as varchar) as date, 500 as stake
           from click_inventory_daily order by channel, date limit 1`,
    sql: `update click_inventory_daily set closing_cents = -500
          where channel = :channel and date = :date`,
    law: 'attribution.no_negative_stock',
  },
  {
    what: 'stock that changes overnight',
    pick: `select channel, cast(date as varchar) as date, 40 as stake
           from click_inventory_daily where opening_cents > 0 order by channel, date limit 1`,
    sql: `update click_inventory_daily set opening_cents = opening_cents + 40
          where channel = :channel and date = :date`,
    law: 'attribution.inventory_opens_as_it_closed',
  },
  {
    what: 'an order that came twice',
    pick: 'select order_id, null as stake from fct_order_attribution order by order_id limit 1',
    sql: `insert into fct_order_attribution
          select * from fct_order_attribution where order_id = :order_id`,
    law: 'attribution.one_channel_per_order',
  },
])
