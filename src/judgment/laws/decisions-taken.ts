import { changed, gone, twice } from '../fault.js'
import { lawsOf } from '../law.js'
import { sameRows } from '../sql.js'

const VALUE = 'decisions.channel_value'
const DAILY = 'decisions.incremental_daily'
const DAYS = 'decisions.fit_days'

/** What decisions take from earlier tables as it is, and what their tables say of each other. */
export const takenLaws = lawsOf('decisions', [
  {
    name: 'fit_days_are_the_orders',
    unit: 'rows',
    statement: 'The fit has every day of its span once, with the orders that were placed on it',
    distrust: 'what channels caused, and every plan',
    needs: [],
    sql: `
      select 0 as amount_cents, cast(f.date as varchar) as sample
      from ${DAYS} as f
      left join (
        select purchase_date, count(*) as orders from dwh.fct_orders group by purchase_date
      ) as o on o.purchase_date = f.date
      where f.orders is distinct from coalesce(o.orders, 0)
      union all
      select 0, 'the span'
      from (select count(*) as held, count(distinct date) as days, max(date) - min(date) + 1 as span
        from ${DAYS}) as s
      where held <> span or days <> span`,
    fault: changed(DAYS, ['date'], 'orders = orders + 1', {}),
  },
  {
    name: 'attributed_is_of_attribution',
    unit: 'rows',
    statement:
      'Beside what a channel caused on a day of the fit stands what attribution gave it on that day, and their sum beside its value',
    distrust: 'causes beside attribution',
    needs: [],
    sql: `
      ${sameRows({
        key: ['channel', 'date'],
        counts: ['attributed_orders'],
        published: `(select channel, date, attributed_orders from ${DAILY})`,
        expected: `(
          select v.channel, f.date, coalesce(a.orders, 0) as attributed_orders
          from ${VALUE} as v
          cross join ${DAYS} as f
          left join (
            select channel, purchase_date, count(*) as orders
            from attribution.fct_order_attribution group by channel, purchase_date
          ) as a on a.channel = v.channel and a.purchase_date = f.date)`,
      })}
      union all
      select 0, v.channel
      from ${VALUE} as v
      left join (
        select channel, sum(attributed_orders) as orders from ${DAILY} group by channel
      ) as d on d.channel = v.channel
      where v.attributed_orders is distinct from d.orders`,
    fault: changed(VALUE, ['channel'], 'attributed_orders = attributed_orders + 1', {}),
  },
  {
    name: 'value_is_contribution_less_spend',
    statement:
      'What a channel is worth is the contribution that it caused less its spend, the ends within a cent',
    distrust: 'whether a channel pays',
    needs: [],
    sql: ['_low', '', '_high']
      .map(
        (end) => `
      select abs(incremental_profit${end}_cents - incremental_contribution${end}_cents + spend_cents)
          as amount_cents, concat(channel, '${end}') as sample
      from ${VALUE}
      where not coalesce(abs(incremental_profit${end}_cents - incremental_contribution${end}_cents
        + spend_cents) <= ${end === '' ? 0 : 1}, false)`,
      )
      .join('\nunion all\n'),
    fault: changed(
      VALUE,
      ['channel'],
      'incremental_profit_high_cents = incremental_profit_high_cents + 19',
      { cents: '19' },
    ),
  },
  {
    name: 'tests_are_as_told',
    unit: 'rows',
    statement:
      'A lift test stands beside the fit with the days, the spend and the lift that were told',
    distrust: 'what lift tests add to the fit',
    needs: [],
    sql: `
      select 0 as amount_cents, t.test_id as sample
      from decisions.lift_tests as t
      left join (
        select *, trim(regexp_replace(lower(strip_accents(channel)), '[^a-z0-9]+', '_', 'g'), '_') as id
        from dwh.fct_lift_tests
      ) as f
        on f.first_date = t.first_date and f.last_date = t.last_date
        and f.spend_factor = t.spend_factor and f.lift_orders = t.lift_orders
        and f.standard_error = t.standard_error and t.channel in (f.id, concat('channel_', f.id))
      where f.id is null or t.test_id is distinct from concat(t.channel, ' ', t.first_date)`,
    fault: changed('decisions.lift_tests', ['test_id'], 'lift_orders = lift_orders + 1', {}),
  },
  {
    name: 'draws_are_whole',
    unit: 'rows',
    statement: 'Every channel has every draw once, and no draw is of a channel without a value',
    distrust: 'ranges and probabilities',
    needs: [],
    sql: sameRows({
      key: ['draw', 'channel'],
      published: '(select draw, channel from decisions.draws)',
      expected: `(
        select d.draw, v.channel
        from (select unnest(generate_series(1, max(draw))) as draw from decisions.draws) as d
        cross join ${VALUE} as v)`,
    }),
    fault: twice('decisions.draws', ['draw', 'channel'], {}),
  },
  {
    name: 'status_is_of_the_value',
    unit: 'rows',
    statement:
      'What may be learned of a channel is told once, with the basis and the grade of its value',
    distrust: 'how sure the figures are',
    needs: [],
    sql: sameRows({
      key: ['channel', 'basis', 'grade'],
      published: '(select channel, basis, grade from decisions.fit_status)',
      expected: `(select channel, basis, grade from ${VALUE})`,
    }),
    fault: gone('decisions.fit_status', ['channel'], {}),
  },
])
