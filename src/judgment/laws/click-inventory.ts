import { lawsOf, sameCents, uniqueRows } from '../law.js'

const CLICK_COST =
  '(abs(clicks_born - clicks_consumed - clicks_decayed - clicks_expired - clicks_live) * born_cents)'

/** Clicks are born of the market, and each is consumed, lost or live. */
export const clickInventoryLaws = lawsOf('attribution', [
  {
    name: 'lots_conserve_clicks',
    statement: 'Every lot: clicks born = consumed + decayed + expired + live',
    distrust: 'attributed orders and waste',
    sql: `
      select ${CLICK_COST} // greatest(clicks_born, 1) as amount_cents,
        concat(channel, ' ', click_date) as sample
      from attribution.click_lots
      where clicks_born <> clicks_consumed + clicks_decayed + clicks_expired + clicks_live`,
  },
  {
    name: 'lots_conserve_cents',
    statement: 'Every lot: cost born = consumed + decayed + expired + live',
    distrust: 'acquisition cost and waste',
    sql: `
      select abs(born_cents - consumed_cents - decayed_cents - expired_cents - live_cents)
        as amount_cents, concat(channel, ' ', click_date) as sample
      from attribution.click_lots
      where born_cents <> consumed_cents + decayed_cents + expired_cents + live_cents`,
  },
  {
    name: 'lots_unique',
    statement: 'The clicks of a channel and day are one lot',
    distrust: 'attributed orders and waste',
    sql: uniqueRows('attribution.click_lots', ['channel', 'click_date'], 'born_cents'),
  },
  {
    name: 'lots_are_the_market',
    statement:
      'A lot is born with the cost that the market released on its day, where it had clicks',
    distrust: 'acquisition cost and waste',
    sql: sameCents(
      ['channel', 'date'],
      `select channel, date, released_cost_cents as cents
       from market.fct_marketing_daily where clicks > 0`,
      'select channel, click_date as date, born_cents as cents from attribution.click_lots',
    ),
  },
  {
    name: 'clicks_are_the_market',
    statement: 'A lot is born with the clicks of its channel and day',
    distrust: 'attributed orders and waste',
    sql: `
      select m.released_cost_cents as amount_cents, concat(m.channel, ' ', m.date) as sample
      from market.fct_marketing_daily as m
      left join attribution.click_lots as l on l.channel = m.channel and l.click_date = m.date
      where m.clicks <> coalesce(l.clicks_born, 0)`,
  },
  {
    name: 'inventory_rolls',
    statement: 'Every channel and day: closing = opening + born - consumed - decayed - expired',
    distrust: 'marketing assets and the days of waste',
    sql: `
      select abs(opening_cents + born_cents - consumed_cents - decayed_cents - expired_cents
        - closing_cents) as amount_cents, concat(channel, ' ', date) as sample
      from attribution.click_inventory_daily
      where opening_cents + born_cents
          <> consumed_cents + decayed_cents + expired_cents + closing_cents
        or opening_clicks + born_clicks
          <> consumed_clicks + decayed_clicks + expired_clicks + closing_clicks`,
  },
  {
    name: 'inventory_opens_as_it_closed',
    statement: 'A day opens with what the day before closed with',
    distrust: 'marketing assets and the days of waste',
    sql: `
      select abs(opening_cents - closed_cents) as amount_cents, concat(channel, ' ', date) as sample
      from (
        select channel, date, opening_cents, opening_clicks,
          lag(closing_cents, 1, 0) over (partition by channel order by date) as closed_cents,
          lag(closing_clicks, 1, 0) over (partition by channel order by date) as closed_clicks
        from attribution.click_inventory_daily
      ) as days
      where opening_cents <> closed_cents or opening_clicks <> closed_clicks`,
  },
  {
    name: 'no_negative_stock',
    statement: 'The inventory of clicks is never below zero',
    distrust: 'attributed orders and marketing assets',
    sql: `
      select abs(least(closing_cents, 0)) as amount_cents, concat(channel, ' ', date) as sample
      from attribution.click_inventory_daily
      where least(opening_clicks, born_clicks, consumed_clicks, decayed_clicks, expired_clicks,
        closing_clicks, opening_cents, born_cents, consumed_cents, decayed_cents, expired_cents,
        closing_cents) < 0`,
  },
  {
    name: 'inventory_is_its_lots',
    statement: 'The days of a channel waste what its lots lost, to the cent',
    distrust: 'waste',
    sql: sameCents(
      ['channel', 'fate'],
      `select channel, 'decayed' as fate, sum(decayed_cents) as cents
       from attribution.click_inventory_daily group by channel
       union all
       select channel, 'expired' as fate, sum(expired_cents) as cents
       from attribution.click_inventory_daily group by channel`,
      `select channel, 'decayed' as fate, sum(decayed_cents) as cents
       from attribution.click_lots group by channel
       union all
       select channel, 'expired' as fate, sum(expired_cents) as cents
       from attribution.click_lots group by channel`,
    ),
  },
  {
    name: 'spend_is_six_parts',
    statement:
      'Every channel: spend = acquisition cost + decayed + expired + no response + live + in flight',
    distrust: 'every marketing figure',
    sql: sameCents(
      ['channel'],
      'select channel, sum(spend_cents) as cents from market.fct_marketing_daily group by channel',
      `select channel, sum(cents) as cents
       from (
         select channel, cost_cents as cents from attribution.bridge_order_clicks
         union all
         select channel, decayed_cents + expired_cents + live_cents as cents
         from attribution.click_lots
         union all
         select channel, released_cost_cents as cents
         from market.fct_marketing_daily where clicks = 0
         union all
         select channel, cost_cents as cents
         from market.spend_release
         where release_date > (select max(date) from market.fct_marketing_daily)
       ) as parts
       group by channel`,
    ),
  },
])
