import { corruptionsOf } from './corruption.js'

/** Lies of profit and loss. */
export const profitCorruptions = corruptionsOf('finance', [
  {
    what: 'a profit moved to another purchase day',
    pick: `select cast(min(date) as varchar) as date, 2 * 5000 as stake from pnl_cohort_daily`,
    sql: `update pnl_cohort_daily set contribution_after_marketing_cents = contribution_after_marketing_cents + 5000 where date = :date;
          update pnl_cohort_daily set contribution_after_marketing_cents = contribution_after_marketing_cents - 5000
          where date = cast(:date as date) + 1`,
    law: 'finance.cohort_is_its_facts',
  },
  {
    what: 'a better verdict',
    pick: 'select 100000 as stake from verdict',
    sql: 'update verdict set contribution_after_marketing_cents = contribution_after_marketing_cents + 100000',
    law: 'finance.verdict_is_the_sum',
  },
  {
    what: 'a slice left out',
    pick: `select member, abs(contribution_after_marketing_cents) as stake from pnl_slices
           where dimension = 'state' and contribution_after_marketing_cents <> 0 order by member desc limit 1`,
    sql: `delete from pnl_slices where dimension = 'state' and member = :member`,
    law: 'finance.slices_sum_to_the_whole',
  },
  {
    what: 'orders counted as new customers',
    pick: `select channel, sum(acquisition_cost_cents) as stake from channel_economics
           group by channel having sum(orders) > sum(new_customers) order by channel limit 1`,
    sql: 'update channel_economics set new_customers = orders where channel = :channel',
    law: 'finance.new_customers_are_persons',
  },
  {
    what: 'the cost of returning customers hidden in that of new ones',
    pick: `select channel, 2 * sum(returning_acquisition_cents) as stake from channel_economics
           group by channel having sum(returning_acquisition_cents) > 0 order by channel limit 1`,
    sql: `update channel_economics set returning_acquisition_cents = 0,
          new_acquisition_cents = acquisition_cost_cents where channel = :channel`,
    law: 'finance.acquisition_is_of_new_or_returning',
  },
  {
    what: 'waste that the statement does not tell',
    pick: `select channel, cast(month as varchar) as month, waste_cents as stake
           from waste_statement where waste_cents > 0 order by channel, month limit 1`,
    sql: `update waste_statement set waste_cents = 0
          where channel = :channel and month = :month`,
    law: 'finance.waste_is_what_clicks_lost',
  },
])
