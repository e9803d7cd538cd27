import { changed, twice } from '../fault.js'
import { type LawDeclaration, lawsOf } from '../law.js'
import { eachDay, sameRows } from '../sql.js'
import { channelBases, marketSpan } from '../working/market-days.js'
import { marketDifferences } from '../working/market-differences.js'
import { seasonDifferences, seasonEffects } from '../working/season-differences.js'
import { statedNotes } from '../working/stated-notes.js'

const DAILY = 'market.fct_marketing_daily'
const channel = (field: string) => `market.channels.*.${field}`

/** The days of the market: those of the orders or as declared, warm-up first. */
const horizon = `
  with ends as (
    select coalesce(try_cast(nullif(max(value) filter (where id = 'market.first_date'), '') as date),
        (select first_day from market_span))
        - cast(max(value) filter (where id = 'market.warmup_days') as integer) as first_date,
      coalesce(try_cast(nullif(max(value) filter (where id = 'market.last_date'), '') as date),
        (select last_day from market_span)) as last_date
    from assumed
  )
  ${eachDay('first_date', 'last_date', 'ends')}`

const calendar = ['market.first_date', 'market.last_date', 'market.warmup_days']

const DAY = ['channel', 'date']
const day = (set: string, where: string) =>
  changed(DAILY, DAY, set, { cents: 'spend_cents', where: `spend_cents > 0 and ${where}` })

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
            max(value) filter (where id like '%.name') as name,
            max(value) filter (where id like '%.is_paid') = 'true' as is_paid
          from assumed where id like 'market.channels.%' group by 1
        ) as c
        left join channel_bases as b on b.channel = c.channel)`,
    }),
    fault: changed('market.dim_channel', ['channel'], 'is_paid = not is_paid', { rows: 2 }),
  },
  {
    name: 'notes_tell_the_file',
    unit: 'rows',
    figure: 'spend',
    statement:
      'What is to be known about the files of spend and lift tests is told, and nothing else: that spend is not used, where it begins or ends inside the orders, gaps, sums of several days, channels that take general values, tests of channels there are not',
    distrust: 'what is said of the files of spend and lift tests',
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
    fault: changed('market.plan_notes', ['note_id'], 'amount_cents = amount_cents + 1', {
      rows: 2,
    }),
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
    fault: twice(DAILY, DAY, { cents: 'spend_cents', where: 'spend_cents > 0' }),
  },
  stepLaw('spend', {
    name: 'spend_is_planned',
    statement: 'The spend of a channel and day is what the plan in force says, to the cent',
    distrust: 'every marketing figure',
    needs: [
      ...['market.plan', 'market.spend_factor_bps', 'market.trailing_days', 'market.warmup_days'],
      ...['gmv_share_bps', 'spend_floor_cents', 'daily_budget_cents', 'is_paid'].map(channel),
    ],
    fault: day('spend_cents = 2 * spend_cents', 'spend_cents > 0'),
  }),
  stepLaw('impressions', {
    name: 'impressions_are_bought',
    statement:
      'Impressions are spend by price, the price following the season; an unpaid channel has its own, as declared',
    distrust: 'clicks and everything after them',
    needs: ['cpm_cents', 'price_follows_season', 'is_paid', 'base', 'impressions_per_order']
      .concat('impressions_floor', 'impressions_per_day', 'growth_per_year')
      .map(channel),
    fault: day('impressions = impressions + 1', 'impressions > 0'),
  }),
  stepLaw('exposure', {
    name: 'exposure_remembers',
    statement:
      'Exposure is the impressions of the days before, weighed by the kernel (within a billionth)',
    distrust: 'clicks and everything after them',
    needs: ['kernel', 'max_lag_days', 'decay', 'alpha', 'peak_days', 'shape', 'scale'].map(channel),
    fault: day('exposure = exposure * 1.000001', 'exposure > 0'),
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
    fault: day("expected_clicks = 'NaN'", 'expected_clicks > 0'),
  }),
  stepLaw('clicks', {
    name: 'clicks_are_drawn',
    statement:
      'The clicks of a day are the draw of its seed around what is expected, or were observed',
    distrust: 'clicks, attributed orders and everything after them',
    needs: ['seed', 'market.counts', 'market.dispersion', channel('volatility')],
    fault: day('clicks = clicks + 1', 'clicks > 0'),
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
    fault: changed(
      'market.season_effects',
      ['effect', 'date'],
      'price_factor = price_factor * 2',
      {},
    ),
  },
])
