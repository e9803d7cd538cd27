import { changed, gone } from '../fault.js'
import { type LawDeclaration, lawsOf } from '../law.js'
import { agree, sameRows } from '../sql.js'

const VALUE = 'decisions.channel_value'
const CURVE = 'decisions.response_curve'
const PLANS = 'decisions.plans'
const SUMMARY = 'decisions.plan_summary'

/** Ranges of money with the chance that it is above zero: table, key, low, high, chance. */
const chances = [
  [VALUE, 'channel', 'incremental_profit_low_cents', 'incremental_profit_high_cents', 'p_pays_bps'],
  [
    SUMMARY,
    'plan_id',
    'profit_difference_low_cents',
    'profit_difference_high_cents',
    'p_better_bps',
  ],
  ['decisions.verdict_range', 'figure', 'low', 'high', 'p_above_zero_bps'],
] as const

const rows = { needs: [], unit: 'rows' } as const satisfies Partial<LawDeclaration>

/** What a channel's money brings, at today's spend and at any other, and what plans add up to. */
export const returnLaws = lawsOf('decisions', [
  {
    name: 'waste_is_told_both_ways',
    figure: 'spend',
    statement:
      'Beside the spend beyond what a channel caused stands what the ledger calls waste: clicks that decayed, expired or never came',
    distrust: 'waste by cause and by ledger',
    needs: [],
    sql: `
      select abs(coalesce(v.causal_waste_cents, 0)
          - greatest(0, v.spend_cents - v.incremental_contribution_cents))
        + abs(coalesce(v.ledger_waste_cents, 0) - coalesce(w.cents, 0)) as amount_cents,
        v.channel as sample
      from ${VALUE} as v
      left join (
        select channel, cast(sum(waste_cents) as bigint) as cents
        from finance.waste_statement group by channel
      ) as w on w.channel = v.channel
      where v.causal_waste_cents is distinct from
          greatest(0, v.spend_cents - v.incremental_contribution_cents)
        or v.ledger_waste_cents is distinct from coalesce(w.cents, 0)`,
    fault: changed(VALUE, ['channel'], 'ledger_waste_cents = ledger_waste_cents + 29', {
      cents: '29',
    }),
  },
  {
    ...rows,
    name: 'return_is_contribution_by_spend',
    statement:
      'The return of a channel is its contribution by its spend, none without spend; it breaks even between nothing and three times today',
    distrust: 'which channel brings most by unit of money',
    sql: `
      select 0 as amount_cents, channel as sample
      from ${VALUE}
      where case when spend_cents > 0
        then not coalesce(abs(roi_bps - 10000.0 * incremental_contribution_cents / spend_cents) <= 1
          and break_even_spend_cents between 0 and 3 * spend_cents + 1, false)
        else roi_bps is not null or coalesce(break_even_spend_cents, 0) <> 0 end`,
    fault: changed(VALUE, ['channel'], 'roi_bps = roi_bps + 100', { where: 'spend_cents > 0' }),
  },
  {
    ...rows,
    name: 'next_money_returns_as_the_curve_climbs',
    statement:
      "What the next unit of money brings is how steep the curve of the channel is at today's spend",
    distrust: 'where the next unit of money should go',
    sql: `
      select 0 as amount_cents, v.channel as sample
      from ${VALUE} as v
      left join (
        select channel, arg_max(multiplier_bps, multiplier_bps) filter (where multiplier_bps < 10000) as below,
          arg_min(multiplier_bps, multiplier_bps) filter (where multiplier_bps > 10000) as above
        from ${CURVE} group by channel
      ) as steps on steps.channel = v.channel
      left join ${CURVE} as b on b.channel = v.channel and b.multiplier_bps = steps.below
      left join ${CURVE} as a on a.channel = v.channel and a.multiplier_bps = steps.above
      where case when v.spend_cents > 10000
        then not coalesce(abs(v.marginal_roi_bps - 10000 - 10000.0
            * (a.profit_mean_cents - b.profit_mean_cents) / (a.spend_cents - b.spend_cents))
          <= 100 + 0.1 * abs(v.marginal_roi_bps), false)
        else v.spend_cents = 0 and v.marginal_roi_bps is not null end`,
    fault: changed(VALUE, ['channel'], 'marginal_roi_bps = 2 * marginal_roi_bps + 1000', {
      where: 'spend_cents > 10000',
    }),
  },
  {
    name: 'curve_passes_through_today',
    statement:
      "At today's spend the curve of a channel has the channel's value, at no spend nothing but what spend before the first order left, and every step spends its multiple",
    distrust: 'what another budget would bring',
    needs: [],
    sql: `
      select abs(coalesce(c.profit_mean_cents, 0) - v.incremental_profit_cents) as amount_cents,
        concat(v.channel, ' today') as sample
      from ${VALUE} as v
      left join ${CURVE} as c on c.channel = v.channel and c.multiplier_bps = 10000
      cross join (select count(*) as channels from ${VALUE}) as n
      where not coalesce(${['low', 'mean', 'high']
        .map(
          (end) => `${agree(`c.orders_${end}`, `v.incremental_${end}`)}
          and abs(c.profit_${end}_cents - v.incremental_profit_${end === 'mean' ? '' : `${end}_`}cents)
            <= n.channels`,
        )
        .join(' and ')}, false)
      union all
      select abs(coalesce(c.spend_cents, 0) - c.multiplier_bps * v.spend_cents // 10000),
        concat(c.channel, ' ', c.multiplier_bps)
      from ${CURVE} as c
      left join ${VALUE} as v on v.channel = c.channel
      left join (
        select distinct channel from market.fct_marketing_daily
        where spend_cents > 0 and date < (select min(purchase_date) from dwh.fct_orders)
      ) as earlier on earlier.channel = c.channel
      where not coalesce(abs(10000 * c.spend_cents - c.multiplier_bps * v.spend_cents) <= 10000
        and (c.multiplier_bps > 0 or earlier.channel is not null
          or (c.orders_low = 0 and c.orders_mean = 0 and c.orders_high = 0
          and c.profit_low_cents = 0 and c.profit_mean_cents = 0 and c.profit_high_cents = 0)), false)`,
    fault: changed(
      CURVE,
      ['channel', 'multiplier_bps'],
      'profit_mean_cents = profit_mean_cents + 1000',
      {
        cents: `1000 + profit_mean_cents - (
        select incremental_profit_cents from ${VALUE} as v where v.channel = response_curve.channel)`,
        where: 'multiplier_bps = 10000',
      },
    ),
  },
  {
    ...rows,
    name: 'more_spend_never_causes_less',
    statement:
      'Along its curve a channel has every step once, causes no fewer orders with more spend and not many times as many with little more',
    distrust: 'what another budget would bring',
    sql: `
      select 0 as amount_cents, concat(channel, ' ', multiplier_bps) as sample
      from (
        select *, ${['low', 'mean', 'high'].map((end) => `lag(orders_${end}) over along as ${end}_before`).join(', ')},
          pow(multiplier_bps / lag(multiplier_bps) over along, 6) as times
        from ${CURVE} window along as (partition by channel order by multiplier_bps)
      ) as steps
      where not coalesce(${['low', 'mean', 'high']
        .map(
          (end) => `orders_${end} >= coalesce(${end}_before, 0) - 1e-6
          and (coalesce(${end}_before, 0) = 0 or orders_${end} <= ${end}_before * times + 1e-6)`,
        )
        .join(' and ')}, false)
      union all
      ${sameRows({
        key: ['channel', 'multiplier_bps'],
        published: `(select channel, multiplier_bps from ${CURVE})`,
        expected: `(select v.channel, m.multiplier_bps from ${VALUE} as v
          cross join (select distinct multiplier_bps from ${CURVE}) as m)`,
      })}`,
    fault: gone(CURVE, ['channel', 'multiplier_bps'], { where: 'multiplier_bps > 0' }),
  },
  {
    ...rows,
    name: 'chances_are_of_their_ranges',
    statement:
      'A chance to be above zero is high where the range lies above it, low where it lies below, and neither where zero lies within',
    distrust: 'how likely it is that a channel pays or a plan is better',
    sql: chances
      .map(
        ([table, key, low, high, chance]) => `
      select 0 as amount_cents, concat(${key}, ' ${chance}') as sample
      from ${table}
      where not coalesce(${chance} between 0 and 10000
        and (${low} <= 0 or ${chance} >= 9300) and (${high} >= 0 or ${chance} <= 700)
        and (${low} >= 0 or ${chance} <= 9700) and (${high} <= 0 or ${chance} >= 300), false)`,
      )
      .join('\nunion all\n'),
    fault: changed(VALUE, ['channel'], 'p_pays_bps = 10001 - p_pays_bps', {
      where: 'incremental_profit_low_cents > 0 or incremental_profit_high_cents < 0',
    }),
  },
  {
    name: 'plans_have_every_month',
    figure: 'spend',
    statement:
      "A plan has every channel and month of the fit once; today's spends what the market spent",
    distrust: 'the plan',
    needs: [],
    sql: `
      ${sameRows({
        key: ['plan_id', 'channel', 'month'],
        cents: ['spend_cents'],
        published: `(select plan_id, channel, month,
          case when plan_id = 'today' then spend_cents else 0 end as spend_cents from ${PLANS})`,
        expected: `(
          select s.plan_id, v.channel, strftime(f.date, '%Y-%m') as month,
            cast(sum(case when s.plan_id = 'today' then coalesce(m.spend_cents, 0) else 0 end) as bigint)
              as spend_cents
          from ${SUMMARY} as s cross join ${VALUE} as v cross join decisions.fit_days as f
          left join market.fct_marketing_daily as m on m.channel = v.channel and m.date = f.date
          group by 1, 2, 3)`,
      })}`,
    fault: changed(PLANS, ['plan_id', 'channel', 'month'], 'spend_cents = spend_cents + 31', {
      cents: '31',
      where: "plan_id = 'today'",
    }),
  },
  {
    name: 'orders_of_a_month_are_worth_the_same',
    statement:
      'Whichever channel and plan brings an order more or less, it brings the contribution of an order of its month',
    distrust: 'what plans bring',
    needs: [],
    sql: `
      select abs(coalesce(p.contribution_difference_cents, 0)) as amount_cents,
        concat(p.plan_id, ' ', p.channel, ' ', p.month) as sample
      from ${PLANS} as p
      left join (
        select month, median(contribution_difference_cents / orders_difference) as worth
        from ${PLANS} where abs(orders_difference) > 0.1 group by month
      ) as m on m.month = p.month
      where not coalesce(abs(p.contribution_difference_cents
          - coalesce(m.worth, 0) * p.orders_difference)
        <= 2 + 0.02 * abs(coalesce(m.worth, 0) * p.orders_difference)
          + case when m.worth is null then abs(p.contribution_difference_cents) else 0 end, false)`,
    fault: changed(
      PLANS,
      ['plan_id', 'channel', 'month'],
      'contribution_difference_cents = 2 * contribution_difference_cents',
      {
        cents: '2 * abs(contribution_difference_cents)',
        where: 'abs(contribution_difference_cents) > 1000 and abs(orders_difference) > 1',
      },
    ),
  },
])
