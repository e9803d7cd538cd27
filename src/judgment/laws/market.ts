import { type LawDeclaration, lawsOf } from '../law.js'
import { sameRows } from '../sql.js'
import { channelBases, marketSpan } from '../working/market-days.js'
import { marketDifferences } from '../working/market-differences.js'
import { releaseDifferences } from '../working/release-differences.js'
import { seasonDifferences, seasonEffects } from '../working/season-differences.js'
import { statedNotes } from '../working/stated-notes.js'

const DAILY = 'market.fct_marketing_daily'
const channel = (field: string) => `market.channels.*.${field}`

/** The days of the market: those of the orders or as declared, warm-up first. */
const horizon = `
  with ends as (
    select coalesce(try_cast(nullif(max(value) filter (id = 'market.first_date'), '') as date),
        (select first_day from market_span))
        - cast(max(value) filter (id = 'market.warmup_days') as integer) as first_date,
      coalesce(try_cast(nullif(max(value) filter (id = 'market.last_date'), '') as date),
        (select last_day from market_span)) as last_date
    from assumed
  )
  select cast(unnest(generate_series(first_date, last_date, interval 1 day)) as date) as date
  from ends`

const calendar = ['market.first_date', 'market.last_date', 'market.warmup_days']

const oneDay = (where: string, cents = 'spend_cents') => `
  select channel, date, ${cents} as cents from ${DAILY}
  where ${where} order by spend_cents desc, channel, date limit 1`
const ofDay = 'where channel = :channel and date = cast(:date as date)'

/** A law of one step from spend to clicks. */
function stepLaw(
  step: string,
  law: Pick<LawDeclaration, 'name' | 'statement' | 'distrust' | 'needs' | 'fault'>,
): LawDeclaration {
  return {
    ...law,
    figure: 'spend',
    uses: [marketDifferences],
    sql: `
      select amount_cents, concat(channel, ' ', date) as sample
      from market_differences where step = '${step}'`,
  }
}

/** Spend becomes clicks: every step from the one before, every cent with its trace. */
export const marketLaws = lawsOf('market', [
  {
    name: 'channels_are_declared',
    unit: 'rows',
    figure: 'spend',
    statement:
      'The channels, their names, whether they are paid and what their figures rest on are as declared and as the files tell',
    distrust: 'every marketing figure',
    needs: [channel('name'), channel('is_paid')],
    uses: [channelBases],
    sql: sameRows({
      key: [...['channel', 'name', 'is_paid', 'spend_basis', 'impressions_basis', 'clicks_basis']],
      published: 'market.dim_channel',
      expected: `(
        select c.channel, c.name, c.is_paid,
          case when c.is_paid then b.spend_basis else 'declared' end as spend_basis,
          b.impressions_basis, b.clicks_basis
        from (
          select split_part(id, '.', 3) as channel,
            max(value) filter (id like '%.name') as name,
            max(value) filter (id like '%.is_paid') = 'true' as is_paid
          from assumed where id like 'market.channels.%' group by 1
        ) as c
        left join channel_bases as b on b.channel = c.channel)`,
    }),
    fault: {
      victim: `select min(channel) as channel, 2 as rows from market.dim_channel`,
      breaks: `update market.dim_channel set is_paid = not is_paid where channel = :channel`,
    },
  },
  {
    name: 'notes_tell_the_file',
    unit: 'rows',
    figure: 'spend',
    statement:
      'What is to be known about the file of spend is told, and nothing else: that it is not used, where it begins or ends inside the orders, gaps, sums of several days, channels that take general values',
    distrust: 'what is said of the file of spend',
    needs: ['market.plan'],
    uses: [statedNotes],
    sql: sameRows({
      key: ['note_id', 'severity', 'channel', 'days', 'amount_cents'],
      published: 'market.plan_notes',
      expected: `(
        select * from stated_notes
        union all
        select n.note_id, 'info', c.channel, 0, 0
        from market.plan_notes as n
        left join market.dim_channel as c on n.note_id = concat('generic_', c.channel)
        where n.note_id = 'absent_channels' or c.channel is not null)`,
    }),
    fault: {
      victim: `select note_id, 2 as rows from market.plan_notes order by note_id limit 1`,
      breaks: `update market.plan_notes set amount_cents = amount_cents + 1 where note_id = :note_id`,
    },
  },
  {
    name: 'days_are_the_horizon',
    figure: 'spend',
    statement: 'Every channel has every day of the horizon, warm-up included, once',
    distrust: 'spend and clicks',
    needs: [...calendar, channel('is_paid')],
    uses: [marketSpan],
    sql: `
      select max(spend_cents) as amount_cents, concat(channel, ' ', date) as sample
      from (
        select channel, date, spend_cents, 1 as held from ${DAILY}
        union all
        select c.channel, h.date, 0, -1
        from (${horizon}) as h
        cross join (select distinct split_part(id, '.', 3) as channel from assumed
          where id like 'market.channels.%') as c
      ) as sides
      group by channel, date having sum(held) <> 0`,
    fault: {
      victim: oneDay('spend_cents > 0'),
      breaks: `insert into ${DAILY} select * from ${DAILY} ${ofDay}`,
    },
  },
  stepLaw('spend', {
    name: 'spend_is_planned',
    statement: 'The spend of a channel and day is what the plan in force says, to the cent',
    distrust: 'every marketing figure',
    needs: [
      ...['market.plan', 'market.spend_factor_bps', 'market.trailing_days', 'market.warmup_days'],
      ...['gmv_share_bps', 'spend_floor_cents', 'daily_budget_cents', 'is_paid'].map(channel),
    ],
    fault: {
      victim: oneDay('spend_cents > 0'),
      breaks: `update ${DAILY} set spend_cents = 2 * spend_cents ${ofDay}`,
    },
  }),
  stepLaw('impressions', {
    name: 'impressions_are_bought',
    statement:
      'Impressions are spend by price, the price following the season; an unpaid channel has its own, as declared',
    distrust: 'clicks and everything after them',
    needs: ['cpm_cents', 'price_follows_season', 'is_paid', 'base', 'impressions_per_order']
      .concat('impressions_floor', 'impressions_per_day', 'growth_per_year')
      .map(channel),
    fault: {
      victim: oneDay('impressions > 0'),
      breaks: `update ${DAILY} set impressions = impressions + 1 ${ofDay}`,
    },
  }),
  stepLaw('exposure', {
    name: 'exposure_remembers',
    statement:
      'Exposure is the impressions of the days before, weighed by the kernel (within a billionth)',
    distrust: 'clicks and everything after them',
    needs: ['kernel', 'max_lag_days', 'decay', 'alpha', 'peak_days', 'shape', 'scale'].map(channel),
    fault: {
      victim: oneDay('exposure > 0'),
      breaks: `update ${DAILY} set exposure = exposure * 1.000001 ${ofDay}`,
    },
  }),
  stepLaw('response', {
    name: 'clicks_are_expected',
    statement:
      'Expected clicks are rate × capacity × f(exposure / capacity) × season, and what saturation took is the rest (within a billionth)',
    distrust: 'clicks and everything after them',
    needs: [
      ...['market.efficiency_factor', 'market.funnel_loss_bps', 'market.trailing_days'],
      ...['ctr_bps', 'capacity_impressions', 'capacity_per_order_impressions', 'is_paid']
        .concat('curve', 'curve_half', 'curve_slope', 'curve_rate')
        .map(channel),
    ],
    fault: {
      victim: oneDay('expected_clicks > 0'),
      breaks: `update ${DAILY} set expected_clicks = 'NaN' ${ofDay}`,
    },
  }),
  stepLaw('clicks', {
    name: 'clicks_are_drawn',
    statement:
      'The clicks of a day are the draw of its seed around what is expected, or were observed',
    distrust: 'clicks, attributed orders and everything after them',
    needs: ['seed', 'market.counts', 'market.dispersion', channel('volatility')],
    fault: {
      victim: oneDay('clicks > 0'),
      breaks: `update ${DAILY} set clicks = clicks + 1 ${ofDay}`,
    },
  }),
  {
    name: 'season_is_declared',
    unit: 'rows',
    figure: 'spend',
    statement:
      'Every calendar effect is on the days of its weekday, month, dates or feast, as strong as declared',
    distrust: 'spend, prices and clicks by season',
    needs: [
      'place.country',
      ...['price', 'response', 'demand', 'spend'].flatMap((target) => [
        `market.season.weekday_${target}`,
        `market.season.month_${target}`,
        `market.season.events.*.${target}_factor`,
      ]),
      ...['rule', 'first', 'last', 'days_before', 'days_after'].map(
        (field) => `market.season.events.*.${field}`,
      ),
    ],
    uses: [marketSpan, seasonEffects, seasonDifferences],
    sql: `
      select 0 as amount_cents, concat(effect, ' ', date) as sample from season_differences
      union all
      select 0, concat(effect, ' ', date)
      from (
        select effect, date, 1 as held from market.season_effects
        union all
        select e.effect, h.date, -1
        from (${horizon}) as h
        cross join season_effects_in_force as e
      ) as sides
      group by effect, date having sum(held) <> 0`,
    fault: {
      victim: `select min(date) as date, 1 as rows from market.season_effects`,
      breaks: `update market.season_effects set price_factor = price_factor * 2
        where effect = 'month' and date = cast(:date as date)`,
    },
  },
  {
    name: 'money_travels_with_memory',
    figure: 'spend',
    statement:
      'A day’s spend is released over the days that remember it, by the kernel, to the cent',
    distrust: 'the cost of every click and order',
    needs: [
      'market.observed_release',
      ...['kernel', 'max_lag_days', 'decay', 'alpha', 'peak_days', 'shape', 'scale'].map(channel),
    ],
    uses: [releaseDifferences],
    sql: `
      select amount_cents,
        concat(channel, ' ', date '1970-01-01' + spend_day, ' ', date '1970-01-01' + release_day)
          as sample
      from release_differences`,
    fault: {
      victim: `select channel, spend_date, cost_cents as cents from market.spend_release
        where release_date = spend_date order by cost_cents desc, channel, spend_date limit 1`,
      breaks: `delete from market.spend_release where channel = :channel
        and spend_date = cast(:spend_date as date) and release_date = spend_date`,
    },
  },
  {
    name: 'releases_stand_once',
    figure: 'spend',
    statement: 'What a day of spend releases on one day is one part, above zero',
    distrust: 'the cost of every click and order',
    needs: [],
    sql: `
      select max(abs(cost_cents)) as amount_cents,
        concat(channel, ' ', spend_date, ' ', release_date) as sample
      from market.spend_release
      group by channel, spend_date, release_date
      having count(*) > 1 or min(cost_cents) <= 0`,
    fault: {
      victim: `select channel, spend_date, release_date, cost_cents as cents
        from market.spend_release order by cost_cents desc, channel, spend_date limit 1`,
      breaks: `insert into market.spend_release values (:channel, cast(:spend_date as date),
        cast(:release_date as date), 0)`,
    },
  },
  {
    name: 'released_cost_is_released',
    figure: 'spend',
    statement: 'The cost behind the clicks of a day is all that was released on it, to the cent',
    distrust: 'the cost of every click and order',
    needs: [],
    sql: `
      select abs(sum(cents)) as amount_cents, concat(channel, ' ', date) as sample
      from (
        select channel, date, released_cost_cents as cents from ${DAILY}
        union all
        select channel, release_date, -cost_cents from market.spend_release
        where release_date <= (select max(date) from ${DAILY})
      ) as sides
      group by channel, date having sum(cents) <> 0`,
    fault: {
      victim: oneDay('released_cost_cents > 0', 'released_cost_cents'),
      breaks: `update ${DAILY} set released_cost_cents = 0 ${ofDay}`,
    },
  },
  {
    name: 'balances_of_channels',
    figure: 'spend',
    statement: 'Every channel: in flight at the opening + spend = released + in flight at the end',
    distrust: 'money in flight and the cash view',
    needs: calendar,
    sql: sameRows({
      key: ['channel', 'first_date'],
      cents: [
        ...['warmup_spend_cents', 'opening_in_flight_cents', 'spend_cents', 'released_cents'],
        'closing_in_flight_cents',
      ],
      published: 'market.channel_balances',
      expected: `(
        with ends as (
          select min(date) + (select cast(value as integer) from assumed
            where id = 'market.warmup_days') as first_date, max(date) as last_date
          from ${DAILY}
        ),
        spent as (
          select channel, min(e.first_date) as first_date,
            coalesce(sum(spend_cents) filter (date < e.first_date), 0) as warmup_spend_cents,
            coalesce(sum(spend_cents) filter (date >= e.first_date), 0) as spend_cents
          from ${DAILY} cross join ends as e group by channel
        ),
        moved as (
          select channel,
            sum(cost_cents) filter (spend_date < e.first_date and release_date >= e.first_date)
              as opening,
            sum(cost_cents) filter (release_date between e.first_date and e.last_date) as released,
            sum(cost_cents) filter (release_date > e.last_date) as closing
          from market.spend_release cross join ends as e group by channel
        )
        select s.*, coalesce(m.opening, 0) as opening_in_flight_cents,
          coalesce(m.released, 0) as released_cents, coalesce(m.closing, 0) as closing_in_flight_cents
        from spent as s left join moved as m on m.channel = s.channel)`,
    }),
    fault: {
      victim: `select channel, released_cents as cents from market.channel_balances
        where released_cents > 0 order by channel limit 1`,
      breaks: 'update market.channel_balances set released_cents = 0 where channel = :channel',
    },
  },
])
