import { changed } from '../fault.js'
import { lawsOf } from '../law.js'

/** Days of the fit, as one row. */
const span = '(select min(date) as first, max(date) as last from decisions.fit_days)'
const ALL_PROFIT = 'every plan and every figure of what was caused'

const planned = (plan: string, set: string, cents: string) =>
  changed('decisions.plans', ['channel', 'month', 'plan_id'], set, {
    cents,
    where: `plan_id = '${plan}'`,
  })

/** What marketing caused and what should change: sums and the P&L it must come back to. */
export const decisionLaws = lawsOf('decisions', [
  {
    name: 'bridge_closes',
    statement:
      'Profit without paid marketing, what channels caused and what they cost sum to contribution after marketing',
    distrust: ALL_PROFIT,
    needs: [],
    sql: `
      select abs(bridge - verdict) as amount_cents, 'profit_bridge' as sample
      from (select cast(sum(amount_cents) as bigint) as bridge from decisions.profit_bridge) as b
      cross join (
        select contribution_after_marketing_cents as verdict from finance.verdict
      ) as v
      where bridge is distinct from verdict`,
    fault: {
      victim: 'select 7 as cents',
      breaks:
        'update decisions.profit_bridge set amount_cents = amount_cents + 7 where line_no = 1',
    },
  },
  {
    name: 'bridge_is_of_channels',
    statement: 'The lines of the bridge are the contribution and the spend of channels',
    distrust: ALL_PROFIT,
    needs: [],
    sql: `
      select abs(cents) as amount_cents, concat(channel, ' ', line) as sample
      from (
        select channel, line, sum(cents) as cents
        from (
          select channel, line, amount_cents as cents
          from decisions.profit_bridge where channel <> ''
          union all
          select channel, 'incremental_contribution', -incremental_contribution_cents
          from decisions.channel_value
          union all
          select channel, 'spend', spend_cents from decisions.channel_value
        ) as sides group by channel, line
      ) as compared where cents <> 0`,
    fault: changed(
      'decisions.channel_value',
      ['channel'],
      'incremental_contribution_cents = incremental_contribution_cents + 9',
      { cents: '9' },
    ),
  },
  {
    name: 'spend_is_of_the_market',
    figure: 'spend',
    statement: 'What a channel spent on the days of the fit is what the market spent, to the cent',
    distrust: 'returns, waste and every plan',
    needs: [],
    sql: `
      select abs(v.spend_cents - coalesce(m.cents, 0)) as amount_cents, v.channel as sample
      from decisions.channel_value as v
      left join (
        select channel, cast(sum(spend_cents) as bigint) as cents
        from market.fct_marketing_daily
        cross join ${span} as s where date between s.first and s.last group by channel
      ) as m on m.channel = v.channel
      where v.spend_cents is distinct from m.cents`,
    fault: changed('decisions.channel_value', ['channel'], 'spend_cents = spend_cents + 11', {
      cents: '11',
    }),
  },
  {
    name: 'today_changes_nothing',
    statement: "Today's plan changes no order and no cent",
    distrust: ALL_PROFIT,
    needs: [],
    sql: `
      select abs(profit_difference_cents) as amount_cents, concat(channel, ' ', month) as sample
      from decisions.plans where plan_id = 'today' and (orders_difference <> 0
        or contribution_difference_cents <> 0 or profit_difference_cents <> 0)`,
    fault: planned('today', 'profit_difference_cents = 5', '5'),
  },
  {
    name: 'plans_add_up',
    statement: 'The months of a plan sum to its summary: spend and profit, to the cent',
    distrust: 'the plan',
    needs: [],
    sql: `
      select abs(s.spend_cents - p.spend) + abs(s.profit_difference_mean_cents - p.profit)
          as amount_cents, s.plan_id as sample
      from decisions.plan_summary as s
      left join (
        select plan_id, cast(sum(spend_cents) as bigint) as spend,
          cast(sum(profit_difference_cents) as bigint) as profit
        from decisions.plans group by plan_id
      ) as p on p.plan_id = s.plan_id
      where s.spend_cents is distinct from p.spend
        or s.profit_difference_mean_cents is distinct from p.profit`,
    fault: planned('best_total', 'spend_cents = spend_cents + 3', '3'),
  },
  {
    name: 'profit_is_contribution_less_spend',
    statement: "A plan's profit is what it adds in contribution less what it adds in spend",
    distrust: 'the plan',
    needs: [],
    sql: `
      select abs(p.profit_difference_cents - p.contribution_difference_cents
          + p.spend_cents - t.spend_cents) as amount_cents,
        concat(p.plan_id, ' ', p.channel, ' ', p.month) as sample
      from decisions.plans as p
      inner join decisions.plans as t
        on t.plan_id = 'today' and t.channel = p.channel and t.month = p.month
      where p.profit_difference_cents
        <> p.contribution_difference_cents - p.spend_cents + t.spend_cents`,
    fault: planned(
      'best_split',
      'contribution_difference_cents = contribution_difference_cents + 13',
      '13',
    ),
  },
  {
    name: 'split_keeps_the_total',
    figure: 'spend',
    statement: "The best split of today's total spends today's total, to the cent",
    distrust: 'the split',
    needs: [],
    sql: `
      select abs(s.spend_cents - t.spend_cents) as amount_cents, s.plan_id as sample
      from decisions.plan_summary as s
      inner join decisions.plan_summary as t on t.plan_id = 'today'
      where s.plan_id = 'best_split' and s.spend_cents <> t.spend_cents`,
    fault: changed('decisions.plan_summary', ['plan_id'], 'spend_cents = spend_cents + 17', {
      cents: '17',
      where: "plan_id = 'best_split'",
    }),
  },
  {
    name: 'best_is_not_worse',
    statement:
      "A best plan is expected to lose nothing against today's, and is recommended only when it is likelier better than worse and four fifths of what it moves are supported",
    distrust: 'the recommendation',
    needs: [],
    sql: `
      select abs(profit_difference_mean_cents) as amount_cents, plan_id as sample
      from decisions.plan_summary
      where profit_difference_mean_cents < 0
        or (advice = 'act' and (p_better_bps < 5000 or unsupported_bps > 2000))`,
    fault: changed('decisions.plan_summary', ['plan_id'], "advice = 'act', p_better_bps = 1", {
      where: "plan_id = 'best_split'",
    }),
    unit: 'rows',
  },
])
