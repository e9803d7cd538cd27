import { lawsOf, sameCents, uniqueRows } from '../law.js'

/** Spend becomes clicks: no cost without spend, no spend without trace. */
export const marketLaws = lawsOf('market', [
  {
    name: 'days_unique',
    statement: 'A channel has one row a day',
    distrust: 'spend and clicks',
    sql: uniqueRows('market.fct_marketing_daily', ['channel', 'date'], 'spend_cents'),
  },
  {
    name: 'days_gapless',
    unit: 'rows',
    statement: 'Every channel has every day of the horizon',
    distrust: 'spend and clicks',
    sql: `
      select 0 as amount_cents, channel as sample
      from market.fct_marketing_daily
      group by channel
      having date_diff('day', min(date), max(date)) + 1 <> count(distinct date)
        or max(date) <> (select max(date) from market.fct_marketing_daily)
        or min(date) <> (select min(date) from market.fct_marketing_daily)`,
  },
  {
    name: 'nothing_negative',
    statement: 'No day has negative spend, impressions, clicks or cost',
    distrust: 'spend and clicks',
    sql: `
      select abs(spend_cents) + abs(released_cost_cents) as amount_cents,
        concat(channel, ' ', date) as sample
      from market.fct_marketing_daily
      where spend_cents < 0 or impressions < 0 or clicks < 0 or released_cost_cents < 0`,
  },
  {
    name: 'no_lost_spend',
    statement: 'What was spent on a day is released or in flight, to the cent',
    distrust: 'the cost of every click and order',
    sql: sameCents(
      ['channel', 'date'],
      'select channel, date, spend_cents as cents from market.fct_marketing_daily',
      `select channel, spend_date as date, sum(cost_cents) as cents
       from market.spend_release group by channel, spend_date`,
    ),
  },
  {
    name: 'no_phantom_cost',
    statement: 'Cost released on a day comes from spend of that day or before, to the cent',
    distrust: 'the cost of every click and order',
    sql: sameCents(
      ['channel', 'date'],
      'select channel, date, released_cost_cents as cents from market.fct_marketing_daily',
      `select r.channel, r.release_date as date, sum(r.cost_cents) as cents
       from market.spend_release as r
       inner join market.fct_marketing_daily as d
         on d.channel = r.channel and d.date = r.release_date
       group by r.channel, r.release_date`,
    ),
  },
  {
    name: 'no_release_before_spend',
    statement: 'No money works before it is spent',
    distrust: 'the cost of every click and order',
    sql: `
      select abs(cost_cents) as amount_cents,
        concat(channel, ' ', spend_date, ' ', release_date) as sample
      from market.spend_release
      where release_date < spend_date or cost_cents < 0`,
  },
  {
    name: 'no_paid_click_without_money',
    unit: 'rows',
    statement: 'A paid channel that never spent has no clicks',
    distrust: 'clicks and attributed orders',
    sql: `
      select 0 as amount_cents, d.channel as sample
      from market.fct_marketing_daily as d
      inner join market.dim_channel as c on c.channel = d.channel
      where c.is_paid
      group by d.channel
      having sum(d.spend_cents) = 0 and sum(d.clicks) > 0`,
  },
  {
    name: 'balances_close',
    statement: 'Every channel: opening in flight + spend = released + closing in flight',
    distrust: 'money in flight and the cash view',
    sql: `
      select abs(opening_in_flight_cents + spend_cents - released_cents - closing_in_flight_cents)
        as amount_cents, channel as sample
      from market.channel_balances
      where opening_in_flight_cents + spend_cents <> released_cents + closing_in_flight_cents`,
  },
  {
    name: 'no_click_without_exposure',
    unit: 'rows',
    statement: 'No click where there was neither exposure nor a click to expect',
    distrust: 'clicks and attributed orders',
    sql: `
      select released_cost_cents as amount_cents, concat(channel, ' ', date) as sample
      from market.fct_marketing_daily
      where exposure = 0 and expected_clicks = 0 and clicks > 0`,
  },
  {
    name: 'unpaid_is_free',
    statement: 'A channel that is not paid has neither spend nor cost',
    distrust: 'the cost of every click and order',
    sql: `
      select abs(d.spend_cents) + abs(d.released_cost_cents) as amount_cents,
        concat(d.channel, ' ', d.date) as sample
      from market.fct_marketing_daily as d
      inner join market.dim_channel as c on c.channel = d.channel
      where not c.is_paid and (d.spend_cents <> 0 or d.released_cost_cents <> 0)`,
  },
])
