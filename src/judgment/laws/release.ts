import { emptied, gone } from '../fault.js'
import { lawsOf } from '../law.js'
import { sameRows } from '../sql.js'
import { releaseDifferences } from '../working/release-differences.js'

const DAILY = 'market.fct_marketing_daily'
const RELEASE = 'market.spend_release'
const memory = ['kernel', 'max_lag_days', 'decay', 'alpha', 'peak_days', 'shape', 'scale']

/** How the money of a day of spend is spread over the days that remember it. */
export const releaseLaws = lawsOf('market', [
  {
    name: 'money_travels_with_memory',
    figure: 'spend',
    statement:
      'A day’s spend is released over the days that remember it, by the kernel, to the cent',
    distrust: 'the cost of every click and order',
    needs: ['market.observed_release', ...memory.map((field) => `market.channels.*.${field}`)],
    uses: [releaseDifferences],
    sql: `
      select amount_cents,
        concat(channel, ' ', date '1970-01-01' + spend_day, ' ', date '1970-01-01' + release_day)
          as sample
      from release_differences`,
    fault: gone(RELEASE, ['channel', 'spend_date', 'release_date'], { cents: 'cost_cents' }),
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
      from ${RELEASE}
      group by channel, spend_date, release_date
      having count(*) > 1 or min(cost_cents) <= 0`,
    fault: {
      victim: `select channel, spend_date, release_date, cost_cents as cents
        from ${RELEASE} order by cost_cents desc, channel, spend_date limit 1`,
      breaks: `insert into ${RELEASE} values (:channel, cast(:spend_date as date),
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
        select channel, release_date, -cost_cents from ${RELEASE}
        where release_date <= (select max(date) from ${DAILY})
      ) as sides
      group by channel, date having sum(cents) <> 0`,
    fault: emptied(DAILY, ['channel', 'date'], 'released_cost_cents'),
  },
  {
    name: 'balances_of_channels',
    figure: 'spend',
    statement: 'Every channel: in flight at the opening + spend = released + in flight at the end',
    distrust: 'money in flight and the cash view',
    needs: ['market.first_date', 'market.last_date', 'market.warmup_days'],
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
            coalesce(sum(spend_cents) filter (where date < e.first_date), 0) as warmup_spend_cents,
            coalesce(sum(spend_cents) filter (where date >= e.first_date), 0) as spend_cents
          from ${DAILY} cross join ends as e group by channel
        ),
        moved as (
          select channel,
            sum(cost_cents) filter (where spend_date < e.first_date and release_date >= e.first_date)
              as opening,
            sum(cost_cents) filter (where release_date between e.first_date and e.last_date) as released,
            sum(cost_cents) filter (where release_date > e.last_date) as closing
          from ${RELEASE} cross join ends as e group by channel
        )
        select s.*, coalesce(m.opening, 0) as opening_in_flight_cents,
          coalesce(m.released, 0) as released_cents, coalesce(m.closing, 0) as closing_in_flight_cents
        from spent as s left join moved as m on m.channel = s.channel)`,
    }),
    fault: emptied('market.channel_balances', ['channel'], 'released_cents'),
  },
])
