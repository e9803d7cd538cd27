import type { SqlSource } from '../../engine/index.js'
import { dateOf } from '../../time/calendar.js'
import type { Declared } from '../declared.js'
import { effectsInForce } from './season-differences.js'
import { readSpendFile, type SpendFile } from './spend-file.js'
import { valuesOf, type WorkingTable } from './working-table.js'

/** One channel on one day, as published. */
export interface MarketDay {
  readonly channel: string
  /** Days since 1970-01-01. */
  readonly day: number
  readonly spend_cents: number
  readonly impressions: number
  readonly exposure: number
  readonly expected_clicks: number
  readonly clicks: number
  readonly saturation_loss_clicks: number
  readonly season_index: number
  readonly capacity_impressions: number
}

/** What the market published, and what it was told of spend. */
export interface PublishedMarket {
  readonly declared: Declared
  /** Published days by channel, in order. */
  readonly days: ReadonlyMap<string, readonly MarketDay[]>
  /** A plan given by hand, by channel and day; undefined without one. */
  readonly planned: ReadonlyMap<string, number> | undefined
  /** The file of spend; undefined where another plan stands instead. */
  readonly file: SpendFile | undefined
}

/** Everything that the market of a run rests on. */
export interface MarketFrame extends PublishedMarket {
  /** Factors of the season on a day, the effects multiplied in their declared order. */
  factor(target: 'price' | 'demand' | 'spend' | 'response', day: number): number
  /** Orders and GMV of the trailing days before a day, of the horizon only. */
  trailing(day: number): { orders: number; gmvCents: number }
  readonly trailingDays: number
  /** Day of the horizon's beginning, behind the warm-up. */
  readonly growthDay: number
}

export const dayKey = (channel: string, day: number) => `${channel} ${day}`

const DAY = `date_diff('day', date '1970-01-01', date)`

export async function readPublishedMarket(
  ask: SqlSource['rows'],
  declared: Declared,
): Promise<PublishedMarket> {
  const rows = await ask<MarketDay>(
    `select channel, ${DAY} as day, spend_cents, impressions, exposure, expected_clicks, clicks,
       saturation_loss_clicks, season_index, capacity_impressions
     from market.fct_marketing_daily order by channel, date`,
  )
  const days = new Map<string, MarketDay[]>()
  for (const row of rows) {
    const ofChannel = days.get(row.channel)
    if (ofChannel) ofChannel.push(row)
    else days.set(row.channel, [row])
  }
  return { declared, days, ...(await readPlans(ask, declared)) }
}

export async function readMarketFrame(
  ask: SqlSource['rows'],
  declared: Declared,
): Promise<MarketFrame> {
  const published = await readPublishedMarket(ask, declared)
  const { days } = published
  const firsts = [...days.values()].map(([first]) => first!.day)
  const growthDay = Math.min(...firsts) + declared.number('market.warmup_days')
  const trailingDays = declared.number('market.trailing_days')
  return {
    ...published,
    factor: await readFactors(ask, declared),
    trailing: await readTrailing(ask, growthDay, trailingDays),
    trailingDays,
    growthDay,
  }
}

async function readFactors(
  ask: SqlSource['rows'],
  declared: Declared,
): Promise<MarketFrame['factor']> {
  const rows = await ask<Record<string, number> & { effect: string }>(
    `select effect, price_factor, demand_factor, spend_factor, response_factor, ${DAY} as day
     from market.season_effects`,
  )
  const effects = effectsInForce(declared)
  const byEffect = effects.map(
    (name) =>
      new Map(rows.filter(({ effect }) => effect === name).map((row) => [row.day!, row] as const)),
  )
  const factor = (target: string) => (day: number) =>
    byEffect.reduce((index, days) => index * (days.get(day)?.[`${target}_factor`] ?? Number.NaN), 1)
  const factors = {
    price: byDay(factor('price')),
    demand: byDay(factor('demand')),
    spend: byDay(factor('spend')),
    response: byDay(factor('response')),
  }
  return (target, day) => factors[target](day)
}

/** What is worked out once for a day, though every channel asks for it. */
function byDay<T>(work: (day: number) => T): (day: number) => T {
  const known = new Map<number, T>()
  return (day) => {
    if (!known.has(day)) known.set(day, work(day))
    return known.get(day)!
  }
}

async function readTrailing(ask: SqlSource['rows'], firstDay: number, trailingDays: number) {
  const rows = await ask<{ day: number; orders: number; cents: number }>(
    `select date_diff('day', date '1970-01-01', purchase_date) as day, count(*) as orders,
       cast(sum(price_cents) as bigint) as cents
     from dwh.fct_orders where purchase_date is not null group by 1`,
  )
  const placed = new Map(rows.map((row) => [row.day, row]))
  return byDay((day) => {
    let orders = 0
    let gmvCents = 0
    for (let past = Math.max(firstDay, day - trailingDays); past < day; past++) {
      orders += placed.get(past)?.orders ?? 0
      gmvCents += placed.get(past)?.cents ?? 0
    }
    return { orders, gmvCents }
  })
}

async function readPlans(ask: SqlSource['rows'], declared: Declared) {
  const plan = await ask<{ channel: string; day: number; spend_cents: number }>(
    `select channel, date_diff('day', date '1970-01-01', date) as day, spend_cents from planned`,
  )
  if (plan.length === 0) return { planned: undefined, file: await readSpendFile(ask, declared) }
  const cells = plan.map((row) => [dayKey(row.channel, row.day), row.spend_cents] as const)
  return { planned: new Map(cells), file: undefined }
}

/** First and last day that orders, or a file of spend, know of. */
export const marketSpan: WorkingTable = {
  name: 'market_span',
  uses: [],
  reads: ['dwh.fct_orders', 'dwh.fct_marketing_spend'],
  select: async (ask, declared) => {
    const file = await readSpendFile(ask, declared)
    const known = valuesOf(
      { first_day: 'date', last_day: 'date' },
      file ? [[dateOf(file.firstDay), dateOf(file.lastDay)]] : [],
    )
    return `
      select min(day) as first_day, max(day) as last_day
      from (
        select purchase_date as day from dwh.fct_orders
        union all
        select unnest([first_day, last_day]) from (${known}) as file
      ) as days`
  },
}

/** What spend, impressions and clicks of a channel rest on: a file that states every day behind the warm-up, a plan, or the model. */
export const channelBases: WorkingTable = {
  name: 'channel_bases',
  uses: [],
  reads: ['market.fct_marketing_daily'],
  select: async (ask, declared) => {
    const { planned, file } = await readPlans(ask, declared)
    const spend = planned ? 'declared' : file ? 'observed' : 'simulated'
    const days = await ask<{ channel: string; day: number }>(
      `select channel, ${DAY} as day from market.fct_marketing_daily
       where date >= (select min(date) from market.fct_marketing_daily)
         + (select cast(value as integer) from assumed where id = 'market.warmup_days')`,
    )
    const gaps = { impressions: new Set<string>(), clicks: new Set<string>() }
    for (const { channel, day } of days) {
      const stated = file?.of(channel, day)
      if (stated?.impressions == null) gaps.impressions.add(channel)
      if (stated?.clicks == null) gaps.clicks.add(channel)
    }
    const basis = (channel: string, what: 'impressions' | 'clicks') =>
      gaps[what].has(channel) ? 'simulated' : 'observed'
    const channels = await ask<{ channel: string }>(
      'select distinct channel from market.fct_marketing_daily order by channel',
    )
    return valuesOf(
      {
        ...({ channel: 'varchar', spend_basis: 'varchar' } as const),
        ...({ impressions_basis: 'varchar', clicks_basis: 'varchar' } as const),
      },
      channels.map(({ channel }) => [
        channel,
        spend,
        basis(channel, 'impressions'),
        basis(channel, 'clicks'),
      ]),
    )
  },
}
