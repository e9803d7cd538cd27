import { lawsOf, sameCents, uniqueRows } from '../law.js'

const WASTE = 'decayed_cents + expired_cents + no_response_cents'

/** What channels cost and won: spend accounted for, persons counted as persons. */
export const acquisitionLaws = lawsOf('finance', [
  {
    name: 'channel_months_account_for_spend',
    statement: 'Every channel and month: spend = its four ends + change live + change in flight',
    distrust: 'CAC and waste by month',
    impact: 'figure',
    sql: `
      select abs(spend_cents - acquisition_cost_cents - ${WASTE.replaceAll('+', '-')}
          - live_change_cents - in_flight_change_cents) as amount_cents,
        concat(channel, ' ', month) as sample
      from finance.channel_economics
      where spend_cents <> acquisition_cost_cents + ${WASTE}
        + live_change_cents + in_flight_change_cents`,
  },
  {
    name: 'channel_months_are_the_market',
    statement: 'The spend of a channel and month is what the market spent',
    distrust: 'CAC and waste by month',
    sql: sameCents(
      ['channel', 'month'],
      'select channel, month, spend_cents as cents from finance.channel_economics',
      `select channel, cast(date_trunc('month', date) as date) as month, spend_cents as cents
       from market.fct_marketing_daily`,
    ),
  },
  {
    name: 'channel_months_unique',
    statement: 'A channel has one row a month',
    distrust: 'CAC and waste by month',
    impact: 'figure',
    sql: uniqueRows('finance.channel_economics', ['channel', 'month'], 'spend_cents'),
  },
  {
    name: 'new_customers_are_persons',
    statement: 'New customers of a channel are distinct persons, orders are orders',
    distrust: 'CAC and cost per order',
    impact: 'figure',
    sql: `
      select sum(e.acquisition_cost_cents) as amount_cents, e.channel as sample
      from finance.channel_economics as e
      left join (
        select a.channel, count(*) as orders,
          count(distinct case when o.is_new_customer then o.customer_unique_id end) as persons
        from attribution.fct_order_attribution as a
        inner join dwh.fct_orders as o on o.order_id = a.order_id
        group by a.channel
      ) as p on p.channel = e.channel
      group by e.channel
      having sum(e.orders) <> coalesce(min(p.orders), 0)
        or sum(e.new_customers) <> coalesce(min(p.persons), 0)`,
  },
  {
    name: 'acquisition_is_of_new_or_returning',
    statement:
      'What a channel spent on new customers is the clicks of their first orders, the rest of others',
    distrust: 'CAC',
    impact: 'figure',
    sql: sameCents(
      ['channel', 'customers'],
      `select channel, 'new' as customers, new_acquisition_cents as cents
       from finance.channel_economics
       union all
       select channel, 'returning' as customers, returning_acquisition_cents as cents
       from finance.channel_economics`,
      `select b.channel, case when o.is_new_customer then 'new' else 'returning' end as customers,
         b.cost_cents as cents
       from attribution.bridge_order_clicks as b
       inner join dwh.fct_orders as o on o.order_id = b.order_id`,
    ),
  },
  {
    name: 'waste_is_what_clicks_lost',
    statement: 'The waste of a channel is what its lots lost and its days without response',
    distrust: 'waste',
    impact: 'figure',
    sql: sameCents(
      ['channel'],
      'select channel, waste_cents as cents from finance.waste_statement',
      `select channel, decayed_cents + expired_cents as cents from attribution.click_lots
       union all
       select channel, released_cost_cents as cents
       from market.fct_marketing_daily where clicks = 0`,
    ),
  },
  {
    name: 'cohorts_win_every_new_customer',
    unit: 'rows',
    statement: 'The acquisition cohorts of a channel hold all its new customers',
    distrust: 'payback and 12-month contribution',
    impact: 'figure',
    sql: `
      select 0 as amount_cents, channel as sample
      from (
        select channel, new_customers as persons from finance.acquisition_cohorts
        union all
        select channel, -new_customers as persons from finance.channel_economics
      ) as sides
      group by channel
      having sum(persons) <> 0`,
  },
])
