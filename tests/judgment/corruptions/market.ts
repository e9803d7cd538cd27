import { corruptionsOf } from './corruption.js'

/** Lies of the market. */
export const marketCorruptions = corruptionsOf('market', [
  {
    what: 'phantom cost: cost released that nobody spent',
    pick: `select channel, cast(date as varchar) as date, 777 as stake
           from fct_marketing_daily where spend_cents > 0 order by channel, date limit 1`,
    sql: `update fct_marketing_daily set released_cost_cents = released_cost_cents + 777
          where channel = :channel and date = :date`,
    law: 'market.no_phantom_cost',
  },
  {
    what: 'lost spend: money that is never released',
    pick: `select channel, cast(spend_date as varchar) as spend_date,
             cast(release_date as varchar) as release_date, cost_cents as stake
           from spend_release where cost_cents > 0
           order by channel, spend_date, release_date limit 1`,
    sql: `delete from spend_release where channel = :channel and spend_date = :spend_date
          and release_date = :release_date`,
    law: 'market.no_lost_spend',
  },
  {
    what: 'money that works before it is spent',
    pick: `select channel, cast(spend_date as varchar) as spend_date,
             cast(release_date as varchar) as release_date, cost_cents as stake
           from spend_release where cost_cents > 0
           order by channel, spend_date desc, release_date limit 1`,
    sql: `update spend_release set release_date = spend_date - 1 where channel = :channel
          and spend_date = :spend_date and release_date = :release_date`,
    law: 'market.no_release_before_spend',
  },
  {
    what: 'a day torn out of a channel',
    pick: `select channel, cast(min(date) + 5 as varchar) as date, 0 as stake
           from fct_marketing_daily group by channel order by channel limit 1`,
    sql: 'delete from fct_marketing_daily where channel = :channel and date = :date',
    law: 'market.days_gapless',
  },
  {
    what: 'negative spend',
    pick: `select channel, cast(date as varchar) as date, 100 + released_cost_cents as stake
           from fct_marketing_daily where spend_cents > 0 order by channel, date limit 1`,
    sql: `update fct_marketing_daily set spend_cents = -100
          where channel = :channel and date = :date`,
    law: 'market.nothing_negative',
  },
  {
    what: 'money in flight that does not add up',
    pick: `select channel, 11 as stake from channel_balances order by channel limit 1`,
    sql: `update channel_balances set closing_in_flight_cents = closing_in_flight_cents + 11
          where channel = :channel`,
    law: 'market.balances_close',
  },
  {
    what: 'clicks from nowhere',
    pick: `select channel, cast(date as varchar) as date, released_cost_cents as stake
           from fct_marketing_daily where clicks > 0 order by channel, date limit 1`,
    sql: `update fct_marketing_daily set exposure = 0, expected_clicks = 0
          where channel = :channel and date = :date`,
    law: 'market.no_click_without_exposure',
  },
  {
    what: 'a free channel that costs money',
    pick: `select d.channel, cast(min(d.date) as varchar) as date, 5 as stake
           from fct_marketing_daily as d inner join dim_channel as c on c.channel = d.channel
           where not c.is_paid group by d.channel order by d.channel limit 1`,
    sql: `update fct_marketing_daily set spend_cents = 5 where channel = :channel and date = :date`,
    law: 'market.unpaid_is_free',
  },
])
