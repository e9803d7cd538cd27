import { binomial } from '../../random/binomial.js'
import { keyedStreams } from '../../random/stream.js'
import { fillUnderCaps } from '../arithmetic/largest-remainder.js'
import type { Declared } from '../declared.js'
import { fadingByAge } from './fading.js'
import { valuesOf, type WorkingTable } from './working-table.js'

/** One channel on one day, as it offers itself to orders. */
interface Offer {
  readonly channel: string
  readonly day: number
  /** Orders of the day, of all channels. */
  readonly orders: number
  readonly ordersBefore: number
  /** Orders that its live clicks can serve. */
  readonly capacity: number
  /** Live clicks, each weighed by its age. */
  readonly supply: bigint
  readonly served: number
}

const offers = `
  with live as (
    select l.channel, l.date, sum(l.opening_clicks + l.born_clicks) as clicks,
      sum((l.opening_clicks + l.born_clicks) * f.recency) as supply
    from attribution.click_lot_daily as l
    left join expected_fading as f on f.channel = l.channel and f.age_days = l.age_days
    group by l.channel, l.date
  ),
  placed as (
    select m.date, count(o.order_id) as orders
    from (select distinct date from market.fct_marketing_daily) as m
    left join dwh.fct_orders as o on o.purchase_date = m.date
    group by m.date
  ),
  won as (
    select channel, purchase_date as date, count(*) as served
    from attribution.fct_order_attribution group by 1, 2
  )
  select m.channel, days_between(date '1970-01-01', m.date) as day, p.orders,
    sum(p.orders) over (partition by m.channel order by m.date) - p.orders as "ordersBefore",
    coalesce(l.clicks, 0) // cast(n.value as bigint) as capacity,
    cast(coalesce(l.supply, 0) as varchar) as supply, coalesce(w.served, 0) as served
  from market.fct_marketing_daily as m
  inner join placed as p on p.date = m.date
  left join assumed as n on n.id = concat('attribution.channels.', m.channel, '.clicks_per_order')
  left join live as l on l.channel = m.channel and l.date = m.date
  left join won as w on w.channel = m.channel and w.date = m.date
  order by m.date, m.channel`

/** By channel and day: orders served, and how many the choice of the day must have served. */
export const expectedChoice: WorkingTable = {
  name: 'expected_choice',
  uses: [fadingByAge],
  reads: [
    'attribution.click_lot_daily',
    'attribution.fct_order_attribution',
    'market.fct_marketing_daily',
    'dwh.fct_orders',
  ],
  select: async (ask, declared) => {
    const rows = (await ask<Offer>(offers)).map((row) => ({ ...row, supply: BigInt(row.supply) }))
    const directBps = declared.number('attribution.direct_demand_bps')
    const weight = weighing(declared, [...new Set(rows.map(({ channel }) => channel))])
    const choose = declared.text('attribution.choice_policy') === 'sampled' ? drawn : shared
    const expected: (string | number)[][] = []
    for (let from = 0, to = 0; from < rows.length; from = to) {
      while (rows[to]?.day === rows[from]!.day) to++
      const day = rows.slice(from, to)
      const { orders, ordersBefore } = day[0]!
      const direct =
        directUpTo(ordersBefore + orders, directBps) - directUpTo(ordersBefore, directBps)
      const chosen = choose(
        orders - direct,
        day.map(({ channel, supply }) => supply * weight(channel)),
        day.map(({ capacity }) => capacity),
        { day: day[0]!.day, seed: declared.number('seed') },
      )
      const dated = new Date(day[0]!.day * 86_400_000).toISOString().slice(0, 10)
      day.forEach(({ channel, capacity, served }, i) => {
        expected.push([channel, dated, orders, direct, capacity, served, chosen[i]!])
      })
    }
    return valuesOf(
      {
        ...({ channel: 'varchar', date: 'date', orders: 'bigint', direct: 'bigint' } as const),
        ...({ capacity: 'bigint', served: 'bigint', chosen: 'bigint' } as const),
      },
      expected,
    )
  },
}

const directUpTo = (orders: number, bps: number) => Math.floor((orders * bps) / 10_000)

/** A click weighs by the affinity of its channel over the clicks that an order needs, in whole numbers. */
function weighing(declared: Declared, channels: readonly string[]): (channel: string) => bigint {
  const of = (channel: string, field: string) => {
    const value = declared.number(`attribution.channels.${channel}.${field}`)
    return Number.isInteger(value) ? BigInt(value) : 1n
  }
  const common = channels.reduce(
    (product, channel) => product * of(channel, 'clicks_per_order'),
    1n,
  )
  return (channel) => (common * of(channel, 'affinity_bps')) / of(channel, 'clicks_per_order')
}

type Choose = (
  orders: number,
  weights: readonly bigint[],
  capacities: readonly number[],
  luck: { day: number; seed: number },
) => number[]

/** The average day. */
const shared: Choose = (orders, weights, capacities) =>
  fillUnderCaps(BigInt(orders), weights, capacities.map(BigInt)).map(Number)

/** Every order draws its channel; who draws a full one draws again among the others. */
const drawn: Choose = (orders, weights, capacities, { day, seed }) => {
  const stream = keyedStreams(seed, 'direct', 'choice')(day)
  const placed = weights.map(() => 0)
  let left = orders
  while (left > 0) {
    const open = weights.flatMap((weight, i) =>
      weight > 0n && placed[i]! < capacities[i]! ? [{ i, weight: Number(weight) }] : [],
    )
    if (open.length === 0) break
    let weightLeft = open.reduce((sum, { weight }) => sum + weight, 0)
    let undrawn = left
    for (const [k, { i, weight }] of open.entries()) {
      const isLast = k === open.length - 1
      const count = isLast ? undrawn : binomial(stream, undrawn, Math.min(1, weight / weightLeft))
      weightLeft -= weight
      undrawn -= count
      const fits = Math.min(count, capacities[i]! - placed[i]!)
      placed[i]! += fits
      left -= fits
    }
  }
  return placed
}
