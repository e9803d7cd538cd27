import { changed, emptied } from '../../fault.js'
import { lawsOf } from '../../law.js'
import { floorShare, sameRows } from '../../sql.js'
import { consumptionDifferences } from '../../working/consumption.js'
import { fadingByAge } from '../../working/fading.js'

const DAILY = 'attribution.click_lot_daily'
const LOTS = 'attribution.click_lots'

const movements = ['opening', 'born', 'consumed', 'decayed', 'expired', 'closing']
const inClicks = movements.map((name) => `${name}_clicks`)
const inCents = movements.map((name) => `${name}_cents`)

const ofLotDay = `where channel = :channel and click_date = cast(:click_date as date)
  and date = cast(:date as date)`

const curve = (what: string) =>
  ['curve', 'half_life_days', 'list'].map((field) => `attribution.channels.*.${what}_${field}`)
const window = 'attribution.channels.*.window_days'

/** What the first positions of a lot cost: floor(cost * position / clicks). */
const costOf = (position: string) => floorShare('l.born_cents', position, 'l.clicks_born')

/** Clicks are born of the market, and each is consumed, lost or live. */
export const lotLaws = lawsOf('attribution', [
  {
    name: 'lots_live_day_by_day',
    figure: 'spend',
    statement:
      'A lot is born with the clicks and cost of its channel and day, and opens every day with what the day before left of it',
    distrust: 'attributed orders, acquisition cost and waste',
    needs: [],
    sql: sameRows({
      isLarge: true,
      key: ['channel', 'click_date', 'date', 'age_days'],
      cents: ['opening_cents', 'born_cents'],
      counts: ['opening_clicks', 'born_clicks'],
      published: DAILY,
      expected: `(
        select channel, date as click_date, date, 0 as age_days, 0 as opening_cents,
          released_cost_cents as born_cents, 0 as opening_clicks, clicks as born_clicks
        from market.fct_marketing_daily where clicks > 0
        union all
        select channel, click_date, date + 1, age_days + 1, closing_cents, 0, closing_clicks, 0
        from ${DAILY} where closing_clicks > 0
          and date < (select max(date) from market.fct_marketing_daily))`,
    }),
    fault: emptied(DAILY, ['channel', 'click_date', 'date'], 'born_cents'),
  },
  {
    name: 'lots_fade',
    figure: 'spend',
    statement:
      'Of what orders left of a lot, at most its share by age lives on; the rest decays, at the window’s end it expires',
    distrust: 'waste and attributed orders',
    needs: [...curve('decay'), window],
    uses: [fadingByAge],
    sql: `
      with days as (
        select d.*, l.clicks_born, l.born_cents as lot_cents,
          d.opening_clicks + d.born_clicks - d.consumed_clicks as unsold,
          least(d.opening_clicks + d.born_clicks - d.consumed_clicks,
            l.clicks_born * f.may_live // 1000000) as may_close, f.is_last
        from ${DAILY} as d
        left join ${LOTS} as l on l.channel = d.channel and l.click_date = d.click_date
        left join expected_fading as f on f.channel = d.channel and f.age_days = d.age_days
      )
      select coalesce(abs(closing_clicks - may_close) * lot_cents // greatest(clicks_born, 1), 0)
          as amount_cents, concat(channel, ' ', click_date, ' ', date) as sample
      from days
      where closing_clicks is distinct from may_close
        or decayed_clicks is distinct from (1 - is_last) * (unsold - may_close)
        or expired_clicks is distinct from is_last * (unsold - may_close)`,
    fault: {
      victim: `
        select d.channel, d.click_date, d.date, l.born_cents // l.clicks_born as cents
        from ${DAILY} as d
        inner join ${LOTS} as l on l.channel = d.channel and l.click_date = d.click_date
        where d.decayed_clicks > 0 and l.born_cents > 0
        order by d.channel, d.date, d.click_date limit 1`,
      breaks: `update ${DAILY} set decayed_clicks = decayed_clicks - 1,
        closing_clicks = closing_clicks + 1 ${ofLotDay}`,
    },
  },
  {
    name: 'lots_are_used_by_policy',
    figure: 'spend',
    statement:
      'The clicks that a channel gives its orders on a day come from its lots as the consumption policy says',
    distrust: 'acquisition cost by order and waste',
    needs: ['attribution.consumption_policy', ...curve('recency'), window],
    uses: [fadingByAge, consumptionDifferences],
    sql: `
      select abs(l.consumed_clicks - e.expected_clicks) * l.consumed_cents
          // greatest(l.consumed_clicks, 1) as amount_cents,
        concat(l.channel, ' ', l.click_date, ' ', l.date) as sample
      from ${DAILY} as l
      inner join consumption_differences as e
        on e.channel = l.channel and e.age_days = l.age_days
          and e.day = days_between(date '1970-01-01', l.date)`,
    fault: {
      victim: `
        select one.channel, one.date, one.click_date, min(two.click_date) as other_date,
          2 as rows
        from ${DAILY} as one
        inner join ${DAILY} as two on two.channel = one.channel and two.date = one.date
          and two.click_date < one.click_date and two.closing_clicks > 0
        where one.consumed_clicks > 1
        group by 1, 2, 3 order by 1, 2, 3 limit 1`,
      breaks: `
        update ${DAILY} set consumed_clicks = consumed_clicks - 1 ${ofLotDay};
        update ${DAILY} set consumed_clicks = consumed_clicks + 1 where channel = :channel
          and click_date = cast(:other_date as date) and date = cast(:date as date)`,
    },
  },
  {
    name: 'positions_have_their_cost',
    figure: 'spend',
    statement:
      'Orders take a lot from its front, decay from its back: positions [i, j) of a lot cost floor(C j / n) - floor(C i / n)',
    distrust: 'acquisition cost and waste',
    needs: [],
    sql: `
      with taken as (
        select d.*,
          case when y.channel is null then 0 else y.first_position + y.consumed_clicks end as front
        from ${DAILY} as d
        left join ${DAILY} as y on y.channel = d.channel and y.click_date = d.click_date
          and y.date = d.date - 1
      ),
      costed as (
        select t.*, l.clicks_born,
          ${costOf('t.front')} as c0,
          ${costOf('t.front + t.consumed_clicks')} as c1,
          ${costOf('t.front + t.consumed_clicks + t.closing_clicks')} as c2,
          ${costOf('t.front + t.opening_clicks + t.born_clicks')} as c3
        from taken as t
        left join ${LOTS} as l on l.channel = t.channel and l.click_date = t.click_date
      )
      select coalesce(greatest(abs(consumed_cents - (c1 - c0)), abs(closing_cents - (c2 - c1)),
          abs(decayed_cents + expired_cents - (c3 - c2))), 0) as amount_cents,
        concat(channel, ' ', click_date, ' ', date) as sample
      from costed
      where first_position is distinct from front or consumed_cents is distinct from c1 - c0
        or closing_cents is distinct from c2 - c1
        or decayed_cents is distinct from case when expired_clicks > 0 then 0 else c3 - c2 end
        or expired_cents is distinct from case when expired_clicks > 0 then c3 - c2 else 0 end`,
    fault: emptied(DAILY, ['channel', 'click_date', 'date'], 'consumed_cents'),
  },
  {
    name: 'lots_queue_by_policy',
    unit: 'rows',
    figure: 'spend',
    statement:
      'The clicks that a channel gives on a day queue lot by lot: oldest first in fifo, else youngest',
    distrust: 'which order took which click',
    needs: ['attribution.consumption_policy'],
    sql: `
      select 0 as amount_cents, concat(channel, ' ', click_date, ' ', date) as sample
      from (
        select d.*, sum(consumed_clicks) over (partition by channel, date
            order by case when a.value = 'fifo' then -age_days else age_days end)
          - consumed_clicks as queued
        from ${DAILY} as d
        left join assumed as a on a.id = 'attribution.consumption_policy'
      ) as queue
      where sequence_start is distinct from queued`,
    fault: changed(
      DAILY,
      ['channel', 'click_date', 'date'],
      'sequence_start = sequence_start + 1',
      { where: 'consumed_clicks > 0' },
    ),
  },
  {
    name: 'lots_are_their_days',
    figure: 'spend',
    statement:
      'A lot is what its days say: born = consumed + decayed + expired + live, in clicks and cents',
    distrust: 'acquisition cost and waste',
    needs: [],
    sql: sameRows({
      key: ['channel', 'click_date'],
      cents: ['born_cents', 'consumed_cents', 'decayed_cents', 'expired_cents', 'live_cents'],
      counts: ['clicks_born', 'clicks_consumed', 'clicks_decayed', 'clicks_expired', 'clicks_live'],
      published: LOTS,
      expected: `(
        with lost as (
          select channel, click_date,
            ${[...inClicks, ...inCents].map((name) => `sum(${name}) as ${name}`).join(', ')}
          from ${DAILY} group by channel, click_date
        )
        select m.channel, m.date as click_date, m.released_cost_cents as born_cents,
          l.consumed_cents, l.decayed_cents, l.expired_cents,
          m.released_cost_cents - l.consumed_cents - l.decayed_cents - l.expired_cents as live_cents,
          m.clicks as clicks_born, l.consumed_clicks as clicks_consumed,
          l.decayed_clicks as clicks_decayed, l.expired_clicks as clicks_expired,
          m.clicks - l.consumed_clicks - l.decayed_clicks - l.expired_clicks as clicks_live
        from market.fct_marketing_daily as m
        inner join lost as l on l.channel = m.channel and l.click_date = m.date
        where m.clicks > 0)`,
    }),
    fault: emptied(LOTS, ['channel', 'click_date'], 'consumed_cents'),
  },
  {
    name: 'inventory_is_its_lots',
    figure: 'spend',
    statement:
      'The inventory of a channel and day is what its lots opened with, gained, lost and closed with',
    distrust: 'marketing assets and the days of waste',
    needs: [],
    sql: sameRows({
      key: ['channel', 'date'],
      cents: inCents,
      counts: inClicks,
      published: 'attribution.click_inventory_daily',
      expected: `(
        select m.channel, m.date,
          ${[...inClicks, ...inCents].map((name) => `coalesce(sum(l.${name}), 0) as ${name}`).join(', ')}
        from market.fct_marketing_daily as m
        left join ${DAILY} as l on l.channel = m.channel and l.date = m.date
        group by m.channel, m.date)`,
    }),
    fault: emptied('attribution.click_inventory_daily', ['channel', 'date'], 'closing_cents'),
  },
])
