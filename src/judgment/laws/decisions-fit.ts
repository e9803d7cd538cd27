import { changed } from '../fault.js'
import { type LawDeclaration, lawsOf } from '../law.js'
import { agree } from '../sql.js'

const VALUE = 'decisions.channel_value'
const DAILY = 'decisions.incremental_daily'
const DAYS = 'decisions.fit_days'
const DRAWS = 'decisions.draws'
const PARAMETERS = 'decisions.fit_parameters'

/** What a mean of draws that resemble one another may be off: ten standard errors. */
const drawn = (sd: string, draws: string) => `10 * coalesce(${sd}, 0) / sqrt(${draws}) + 1e-9`

const rows = { needs: [], unit: 'rows' } as const satisfies Partial<LawDeclaration>

/** What the tables of a fit say of each other: days, draws, parameters and the value of a channel. */
export const fitLaws = lawsOf('decisions', [
  {
    ...rows,
    name: 'days_make_the_value',
    statement: 'What a channel caused day by day sums to the orders that it caused in all',
    distrust: 'what channels caused, and when',
    sql: `
      select 0 as amount_cents, v.channel as sample
      from ${VALUE} as v
      left join (
        select channel, sum(incremental_orders) as orders from ${DAILY} group by channel
      ) as d on d.channel = v.channel
      where not ${agree('d.orders', 'v.incremental_mean')}`,
    fault: changed(DAILY, ['channel', 'date'], 'incremental_orders = incremental_orders + 1', {}),
  },
  {
    ...rows,
    name: 'days_are_shared_as_expected',
    statement:
      'On no day channels caused a larger share of its orders than the fit expects of marketing, nor less than half of it, and none less than nothing',
    distrust: 'what channels caused, and when',
    sql: `
      select 0 as amount_cents, cast(f.date as varchar) as sample
      from ${DAYS} as f
      left join (
        select date, sum(incremental_orders) as caused, min(incremental_orders) as least
        from ${DAILY} group by date
      ) as d on d.date = f.date
      where not coalesce(f.baseline >= 0 and d.least >= 0 and d.caused * f.expected
        <= f.orders * (f.expected - f.baseline) * (1 + 1e-6) + 1e-6
        and d.caused * f.expected >= 0.5 * f.orders * (f.expected - f.baseline) - 1e-6, false)`,
    fault: changed(DAYS, ['date'], 'baseline = expected + 1', { where: 'orders > 0' }),
  },
  {
    ...rows,
    name: 'residuals_are_what_was_not_expected',
    statement:
      'A residual is the orders of its day less those expected, unseen demand moves by no more than a factor of five a day, and over all days about as many orders are expected as came',
    distrust: 'how well the fit explains orders',
    sql: `
      select 0 as amount_cents, cast(date as varchar) as sample
      from (select *, lag(demand_index, 1, demand_index) over (order by date) as before from ${DAYS}) as f
      where not (${agree('residual', 'orders - expected')}
        and coalesce(demand_index > 0 and demand_index / before between 0.2 and 5, false))
      union all
      select 0, 'all days'
      from (select sum(orders) as orders, sum(expected) as expected from ${DAYS}) as f
      where not coalesce(abs(expected - orders) <= 10 + 0.2 * orders, false)`,
    fault: changed(DAYS, ['date'], 'residual = residual + 1', {}),
  },
  {
    ...rows,
    name: 'draws_tell_the_value',
    statement:
      'The published draws have the mean of the value, and about a twentieth of them lie beyond either end of its range',
    distrust: 'how sure the figures are',
    sql: `
      select 0 as amount_cents, v.channel as sample
      from ${VALUE} as v
      left join (
        select d.channel, avg(d.incremental_orders) as mean, stddev_samp(d.incremental_orders) as sd,
          count(*) as draws,
          avg(case when d.incremental_orders < o.incremental_low - 1e-9 then 1.0 else 0 end) as below,
          avg(case when d.incremental_orders <= o.incremental_low + 1e-9 then 1.0 else 0 end) as to_low,
          avg(case when d.incremental_orders > o.incremental_high + 1e-9 then 1.0 else 0 end) as above,
          avg(case when d.incremental_orders >= o.incremental_high - 1e-9 then 1.0 else 0 end) as from_high
        from ${DRAWS} as d inner join ${VALUE} as o on o.channel = d.channel group by d.channel
      ) as d on d.channel = v.channel
      where not coalesce(abs(d.mean - v.incremental_mean)
          <= ${drawn('d.sd', 'd.draws')} + 1e-6 * abs(v.incremental_mean)
        and d.below <= 0.15 and d.above <= 0.15
        and (d.draws < 200 or (d.to_low > 0.005 and d.from_high > 0.005)), false)`,
    fault: changed(
      VALUE,
      ['channel'],
      'incremental_low = incremental_low * 2 + 1, incremental_mean = incremental_mean * 2 + 1e3, incremental_high = incremental_high * 2 + 1e4',
      {},
    ),
  },
  {
    ...rows,
    name: 'a_candidate_is_one_response',
    statement: 'Draws of one candidate have its memory, its half and its wait, each within bounds',
    distrust: 'how quickly spend works, and how soon it saturates',
    sql: `
      select 0 as amount_cents, concat(channel, ' ', grid_point) as sample
      from ${DRAWS}
      group by channel, grid_point
      having not coalesce(grid_point >= 0 and min(half) = max(half) and min(half) > 0
        and min(wait_days) = max(wait_days) and min(wait_days) >= 0
        and count(half) = count(*) and count(wait_days) = count(*)
        and count(decay) in (0, count(*)) and coalesce(min(decay), 0) = coalesce(max(decay), 0)
        and coalesce(min(decay), 0) >= 0 and coalesce(max(decay), 0) < 1, false)`,
    fault: {
      victim: `select channel, grid_point, 1 as rows from ${DRAWS}
        group by channel, grid_point having count(*) > 1 order by channel, grid_point limit 1`,
      breaks: `update ${DRAWS} set half = half * 2 where channel = :channel and draw = (
        select min(draw) from ${DRAWS} where channel = :channel and grid_point = :grid_point)`,
    },
  },
  {
    ...rows,
    name: 'parameters_are_those_of_the_draws',
    statement:
      'After the data a channel has a half, a wait and, by its kernel, a memory: in the mean those of its draws, no range upside down',
    distrust: 'how quickly spend works, and how soon it saturates',
    sql: `
      select 0 as amount_cents, concat(coalesce(d.channel, p.channel), ' ', coalesce(d.parameter, p.parameter)) as sample
      from (
        select channel, parameter, avg(figure) as mean, stddev_samp(figure) as sd, count(*) as draws
        from (
          select channel, 'decay' as parameter, decay as figure from ${DRAWS} where decay is not null
          union all select channel, 'half_multiple', half from ${DRAWS}
          union all select channel, 'wait_days', wait_days from ${DRAWS}
        ) as told group by channel, parameter
      ) as d
      full outer join (select * from ${PARAMETERS} where parameter <> 'incrementality') as p
        on p.channel = d.channel and p.parameter = d.parameter
      where not coalesce(abs(d.mean - p.mean) <= ${drawn('d.sd', 'd.draws')} + 1e-6 * abs(p.mean)
        and p.source = 'grid', false)
      union all
      select 0, concat(channel, ' ', parameter)
      from ${PARAMETERS} group by channel, parameter having count(*) > 1
      union all
      select 0, concat(channel, ' ', parameter)
      from ${PARAMETERS}
      where not coalesce(low <= high and prior_low <= prior_high
        and mean is not null and prior_mean is not null, false)`,
    fault: changed(PARAMETERS, ['channel', 'parameter'], 'mean = mean + 1000, high = high + 1000', {
      where: "parameter = 'half_multiple'",
    }),
  },
  {
    ...rows,
    name: 'incrementality_is_by_attributed_order',
    statement:
      'The incrementality of a channel to which orders are attributed is what it caused by attributed order, at its mean and both ends',
    distrust: 'what channels caused, beside attribution',
    sql: `
      select 0 as amount_cents, concat(coalesce(v.channel, p.channel), ' incrementality') as sample
      from (select * from ${VALUE} where attributed_orders > 0) as v
      full outer join (select * from ${PARAMETERS} where parameter = 'incrementality') as p
        on p.channel = v.channel
      where not (${agree('p.mean * v.attributed_orders', 'v.incremental_mean')}
        and ${agree('p.low * v.attributed_orders', 'v.incremental_low')}
        and ${agree('p.high * v.attributed_orders', 'v.incremental_high')}
        and coalesce(p.source in ('attributed', 'neutral', 'declared'), false))`,
    fault: changed(PARAMETERS, ['channel', 'parameter'], 'mean = mean + 1e-3', {
      where: "parameter = 'incrementality' and mean > 0",
    }),
  },
  {
    ...rows,
    name: 'grades_are_of_the_draws',
    statement:
      'A channel is measured, indicated or not identified by how far its draws scatter around their mean, and its note says where the data added nothing or were too few',
    distrust: 'how sure the figures are',
    sql: `
      select 0 as amount_cents, s.channel as sample
      from decisions.fit_status as s
      left join (
        select channel, coalesce(stddev_samp(incremental_orders) / nullif(avg(incremental_orders), 0), 0) as scatter
        from ${DRAWS} group by channel
      ) as d on d.channel = s.channel
      where not coalesce(case s.grade when 'measured' then d.scatter <= 0.3
          when 'indicated' then d.scatter between 0.13 and 0.75
          when 'not_identified' then d.scatter = 0 or d.scatter >= 0.33
          else s.grade = 'no_data' end
        and (s.grade = 'no_data') = (s.note like '%Too little spend or too few clicks%')
        and (s.contraction_bps = 2000
          or (s.contraction_bps < 2000) = (s.note like '%data added nothing%')), false)`,
    fault: changed(
      'decisions.fit_status',
      ['channel'],
      'contraction_bps = 4001 - contraction_bps',
      {
        where: 'contraction_bps <> 2000',
      },
    ),
  },
  {
    ...rows,
    name: 'status_speaks_of_the_fit',
    statement:
      'The status of a channel tells the days of the fit, how far all channels vary together, and a plan of a known kind',
    distrust: 'how much can be learned',
    sql: `
      select 0 as amount_cents, s.channel as sample
      from decisions.fit_status as s
      cross join (select count(*) as days from ${DAYS}) as d
      cross join (select min(together) as together from decisions.fit_status) as t
      where not coalesce(s.days = d.days and s.together = t.together and abs(s.together) <= 1
        and s.own_variation >= 0 and s.r_hat > 0 and s.contraction_bps <= 10000
        and s.status in ('own', 'follows_past_orders', 'follows_unseen', 'assumed')
        and s.clicks_observed is not null and s.note is not null, false)`,
    fault: changed('decisions.fit_status', ['channel'], 'days = days + 1', {}),
  },
])
