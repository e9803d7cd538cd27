import type { Assumptions } from '../../assumptions/index.js'
import { type Book, type DemandColumns, playInventory, readRules } from '../../attribution/index.js'
import type { SqlSource } from '../../engine/index.js'
import { countClicks } from '../../market/engine/counts.js'
import { type ChannelExpectation, expectMarket, type Market } from '../../market/engine/simulate.js'
import type { MarketSource } from '../../market/market-source.js'
import { readMarket } from '../../market/read-market.js'
import { sum } from '../../numbers.js'
import { dayOf } from '../../time/calendar.js'

/** Where stages 3 and 4 are replayed from: a run through the warehouse. */
export interface ReplaySource extends Omit<MarketSource, 'assumptions'> {
  readonly seed: number
}

/** One channel of a replay, a value a day from the market's first day on. */
export interface ReplayedChannel {
  readonly id: string
  readonly isPaid: boolean
  readonly spendCents: Float64Array
  readonly impressions: Float64Array
  readonly capacity: Float64Array
  /** Orders that attribution gives it. */
  readonly attributed: Float64Array
  /** Money of days that brought no click. */
  readonly noResponseCents: number
}

/** What marketing came to: the figures of the market and of the inventory of clicks. */
export interface Replay {
  /** Day number of the market's first day, its warm-up included. */
  readonly firstDay: number
  /** By id, ascending. */
  readonly channels: readonly ReplayedChannel[]
  readonly demand: DemandColumns
  readonly spendCents: number
  /** Clicks of paid channels, and the money released for them. */
  readonly paidClicks: number
  readonly releasedCents: number
  readonly acquisitionCents: number
  /** Decayed, expired and without response. */
  readonly wasteCents: number
  readonly liveCents: number
  readonly inFlightCents: number
  readonly attributedOrders: number
}

/**
 * Stages 3 and 4 once more, in memory and without their tables, under other assumptions or in another
 * world: the same code, and so the same cents.
 *
 * @param world 0 is the one that a run publishes
 * @param book is told of every lot and day, channels numbered as in the replay
 */
export async function replayMarketing(
  source: ReplaySource,
  assumptions: Assumptions,
  world = 0,
  book?: Book,
): Promise<Replay> {
  const { seed, spendPlan, seasonOf } = source
  const rows = source.rows.bind(source)
  const market = await readMarket({ rows, assumptions, spendPlan, seasonOf })
  const placed = await placedOrders(source, market)
  const byId = [...expectMarket(market)].sort((a, b) => (a.channel.id < b.channel.id ? -1 : 1))
  const clicks = byId.map((expected) => clicksOf(expected, market, { seed, world }))
  const count = byId.length
  const laidOut = (pick: (c: number) => Float64Array) => {
    const all = new Float64Array(market.days * count)
    for (let c = 0; c < count; c++) {
      const series = pick(c)
      for (let t = 0; t < market.days; t++) all[t * count + c] = series[t]!
    }
    return all
  }
  const ids = byId.map(({ channel }) => channel.id)
  let acquisitionCents = 0
  let lostCents = 0
  const run = playInventory(
    {
      firstDay: market.firstDay,
      orders: placed,
      clicks: laidOut((c) => clicks[c]!),
      costCents: laidOut((c) => byId[c]!.release.releasedCents),
    },
    readRules(assumptions, ids, seed),
    (key, movement) => {
      acquisitionCents += movement.consumedCents
      lostCents += movement.decayedCents + movement.expiredCents
      book?.(key, movement)
    },
  )
  const unanswered = byId.map(({ release }, c) =>
    release.releasedCents.reduce((lost, cents, t) => lost + (clicks[c]![t] === 0 ? cents : 0), 0),
  )
  const spendCents = sum(byId.map((channel) => sum(channel.spendCents)))
  const inFlightCents = sum(byId.map(({ release }) => release.inFlightCents))
  const wasteCents = lostCents + sum(unanswered)
  const paid = [...byId.keys()].filter((c) => byId[c]!.channel.isPaid)
  return {
    firstDay: market.firstDay,
    channels: byId.map(({ channel, spendCents: spent, impressions, capacity }, c) => ({
      id: channel.id,
      isPaid: channel.isPaid,
      spendCents: spent,
      impressions,
      capacity,
      attributed: placed.map((_, t) => run.served[t * count + c]!),
      noResponseCents: unanswered[c]!,
    })),
    demand: run.demand,
    spendCents,
    paidClicks: sum(paid.map((c) => sum(clicks[c]!))),
    releasedCents: sum(paid.map((c) => sum(byId[c]!.release.releasedCents))),
    acquisitionCents,
    wasteCents,
    liveCents: spendCents - inFlightCents - acquisitionCents - wasteCents,
    inFlightCents,
    attributedOrders: sum(run.demand.attributed),
  }
}

function clicksOf(
  { channel, expectedClicks, observedClicks, carriedClicks }: ChannelExpectation,
  { firstDay, counts }: Market,
  luck: { readonly seed: number; readonly world: number },
): Float64Array {
  const { id, volatility } = channel
  const observed = observedClicks && { observedClicks }
  return countClicks(expectedClicks, firstDay, {
    ...luck,
    channel: id,
    volatility,
    counts,
    carriedClicks,
    ...observed,
  })
}

/** Orders placed on each day of the market, those of its warm-up too. */
async function placedOrders(source: SqlSource, { firstDay, days }: Market): Promise<Float64Array> {
  const orders = new Float64Array(days)
  const placed = await source.rows<{ date: Date; orders: number }>(
    `select purchase_date as date, count(*) as orders from dwh.fct_orders
     where purchase_date is not null group by purchase_date order by purchase_date`,
  )
  for (const row of placed) {
    const t = dayOf(row.date) - firstDay
    if (t >= 0 && t < days) orders[t] = row.orders
  }
  return orders
}
