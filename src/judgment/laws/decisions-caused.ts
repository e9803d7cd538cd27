import { changed } from '../fault.js'
import { lawsOf } from '../law.js'

/** Tables with a range, and the columns of its lower end, mean and upper end. */
const ranges: readonly (readonly [table: string, key: string, ends: readonly string[]])[] = [
  ['channel_value', 'channel', ['incremental_low', 'incremental_mean', 'incremental_high']],
  [
    'channel_value',
    'channel',
    [
      'incremental_contribution_low_cents',
      'incremental_contribution_cents',
      'incremental_contribution_high_cents',
    ],
  ],
  [
    'channel_value',
    'channel',
    ['incremental_profit_low_cents', 'incremental_profit_cents', 'incremental_profit_high_cents'],
  ],
  [
    'plan_summary',
    'plan_id',
    ['profit_difference_low_cents', 'profit_difference_mean_cents', 'profit_difference_high_cents'],
  ],
]

/** What draws say of causes: ranges in order, nothing below zero, nothing beyond the orders of a day. */
export const causedLaws = lawsOf('decisions', [
  {
    name: 'ranges_are_in_order',
    unit: 'rows',
    statement: 'A mean lies between its 5% and its 95%',
    distrust: 'the range',
    needs: [],
    sql: ranges
      .map(
        ([table, key, [low, mean, high]]) => `
      select 0 as amount_cents, concat('${table} ', ${key}, ' ${mean}') as sample
      from decisions.${table} where not (${low} <= ${mean} and ${mean} <= ${high})`,
      )
      .join('\nunion all\n'),
    fault: changed(
      'decisions.channel_value',
      ['channel'],
      'incremental_low = incremental_high + 1',
      {},
    ),
  },
  {
    name: 'nothing_is_caused_below_zero',
    unit: 'rows',
    statement: 'No draw of what a channel caused is below zero',
    distrust: 'what the channel caused',
    needs: [],
    sql: `
      select 0 as amount_cents, concat(channel, ' draw ', draw) as sample
      from decisions.draws where not coalesce(incremental_orders >= 0, false)`,
    fault: changed('decisions.draws', ['draw', 'channel'], 'incremental_orders = -1', {}),
  },
  {
    name: 'caused_within_orders',
    unit: 'rows',
    statement: 'On no day did channels cause more orders than were placed',
    distrust: 'what channels caused',
    needs: [],
    sql: `
      select 0 as amount_cents, cast(i.date as varchar) as sample
      from (
        select date, sum(incremental_orders) as caused
        from decisions.incremental_daily group by date
      ) as i
      left join (
        select purchase_date, count(*) as orders from dwh.fct_orders group by purchase_date
      ) as o on o.purchase_date = i.date
      where not i.caused <= coalesce(o.orders, 0) + 1e-6`,
    fault: changed(
      'decisions.incremental_daily',
      ['date', 'channel'],
      'incremental_orders = 1e9',
      {},
    ),
  },
])
