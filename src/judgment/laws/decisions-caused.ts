import { changed } from '../fault.js'
import { lawsOf } from '../law.js'

/** Ranges: the table and what names its rows, then the lower end, the mean and the upper end. */
type Ends = readonly [table: string, key: string, low: string, mean: string, high: string]

const CURVE = ['response_curve', "concat(channel, ' ', multiplier_bps)"] as const

const ofOrders: readonly Ends[] = [
  ['channel_value', 'channel', 'incremental_low', 'incremental_mean', 'incremental_high'],
  [...CURVE, 'orders_low', 'orders_mean', 'orders_high'],
]

const contribution = (end: string) => `incremental_contribution${end}_cents`
const profit = (end: string) => `incremental_profit${end}_cents`
const difference = (end: string) => `profit_difference_${end}_cents`

const ofMoney: readonly Ends[] = [
  ['channel_value', 'channel', contribution('_low'), contribution(''), contribution('_high')],
  ['channel_value', 'channel', profit('_low'), profit(''), profit('_high')],
  [...CURVE, 'profit_low_cents', 'profit_mean_cents', 'profit_high_cents'],
  ['plan_summary', 'plan_id', difference('low'), difference('mean'), difference('high')],
]

/**
 * A mean may lie outside of its 5% and 95%, where few draws outweigh the rest. One of orders, which are never
 * negative, is no less than what the draws at and above either end come to.
 */
const range = ([table, key, low, mean, high]: Ends, holds: string) => `
      select 0 as amount_cents, concat('${table} ', ${key}, ' ${mean}') as sample
      from decisions.${table} where not coalesce(${holds} and ${mean} is not null
        and ${low} is not null and ${high} is not null, false)`

const upright = [
  ...ofOrders.map((ends) => {
    const [, , low, mean, high] = ends
    const least = `greatest(0.9 * ${low}, 0.04 * ${high})`
    return range(ends, `${low} <= ${high} + 1e-9 and ${mean} >= ${least} - 1e-9`)
  }),
  ...ofMoney.map((ends) => range(ends, `${ends[2]} <= ${ends[4]} + 1`)),
]

/** What draws say of causes: ranges in order, nothing below zero, nothing beyond the orders of a day. */
export const causedLaws = lawsOf('decisions', [
  {
    name: 'ranges_are_in_order',
    unit: 'rows',
    statement:
      'No range is upside down, and a mean of orders is not below what its range alone comes to',
    distrust: 'the range',
    needs: [],
    sql: upright.join('\nunion all\n'),
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
