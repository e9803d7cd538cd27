import { Assumptions } from '../../src/assumptions/index.js'
import { attributionStage } from '../../src/attribution/index.js'
import { Database } from '../../src/engine/index.js'
import { assumedRows, laws, runLaws } from '../../src/judgment/index.js'

/** What the earlier stages would have published, as little of it as attribution reads. */
export interface EarlierTables {
  /** Orders: id and day number. */
  readonly orders: readonly (readonly [orderId: string, day: number])[]
  /** Channel, day number, clicks, released cents; spend is taken to be released on its day. */
  readonly marketing: readonly (readonly [
    channel: string,
    day: number,
    clicks: number,
    cents: number,
  ])[]
}

export interface AttributionRun extends EarlierTables {
  readonly changes?: Record<string, unknown>
  readonly seed?: number
  readonly threads?: number
}

/** Runs the stage in memory; the result is read as `attribution.*`, `dwh.*`, `market.*`. */
export async function runAttribution(run: AttributionRun): Promise<Database> {
  const db = await Database.create(':memory:', run.threads ? { threads: run.threads } : {})
  await db.exec(`
    attach ':memory:' as dwh; attach ':memory:' as market; attach ':memory:' as attribution;
    create table dwh.fct_orders (order_id varchar, purchase_date date, is_new_customer boolean,
      price_cents bigint);
    create table dwh.fct_order_items (price_cents bigint);
    create table market.fct_marketing_daily (channel varchar, date date, spend_cents bigint,
      clicks bigint, released_cost_cents bigint);
    create table market.spend_release (channel varchar, spend_date date, release_date date,
      cost_cents bigint);
    insert into dwh.fct_orders values ${rows(run.orders, ([id, day]) => `'${id}', ${date(day)}, true, 1000`)};
    insert into market.fct_marketing_daily values ${rows(
      run.marketing,
      ([channel, day, clicks, cents]) =>
        `'${channel}', ${date(day)}, ${cents}, ${clicks}, ${cents}`,
    )};
    insert into market.spend_release
      select channel, date, date, spend_cents from market.fct_marketing_daily;
    use attribution`)
  const assumptions = Assumptions.defaults().with(run.changes ?? {})
  const seed = run.seed ?? 42
  const assumed = assumedRows(assumptions, seed).map(({ id, value }) => `('${id}', '${value}')`)
  await db.exec(
    `create temporary table assumed_values as
     select id, value from (values ${assumed.join(', ')}) as listed (id, value)`,
  )
  await attributionStage.build({
    db,
    assumptions,
    seed,
    inputs: { dataDir: '', allowRejects: false },
    progress: () => {},
  })
  return db
}

/** Names of the attribution's laws that the tables break. */
export async function brokenLaws(db: Database): Promise<string[]> {
  const findings = await runLaws((sql) => db.all(sql), {
    assumed: 'assumed_values',
    planned: `(select '' as channel, date '1970-01-01' as date, 0 as spend_cents where false)`,
    only: laws.filter((law) => law.stage === 'attribution'),
  })
  return findings
    .filter(({ violations }) => violations > 0)
    .map(({ law_id }) => law_id.replace('attribution.', ''))
}

const date = (day: number) => `date '1970-01-01' + ${day}`

function rows<T>(items: readonly T[], row: (item: T) => string): string {
  return items.map((item) => `(${row(item)})`).join(', ')
}

/** A market of three weeks and two channels with scarcity and excess, the same every time. */
export function threeWeeks(): EarlierTables {
  const days = Array.from({ length: 21 }, (_, t) => 17_000 + t)
  const orders = days.flatMap((day, t) =>
    Array.from(
      { length: t === 15 ? 60 : 5 + ((t * 7) % 6) },
      (_, i) => [`o${t}-${i}`, day] as const,
    ),
  )
  const marketing = ['email_marketing', 'google_search'].flatMap((channel, c) =>
    days.map((day, t) => {
      const clicks = (t + 2 * c) % 5 === 0 ? 0 : 20 + ((t * 13 + c * 5) % 40)
      return [channel, day, clicks, 1000 + ((t * 379 + c * 97) % 800)] as const
    }),
  )
  return { orders, marketing }
}
