import { Assumptions } from '../../src/assumptions/index.js'
import { Database } from '../../src/engine/index.js'
import { marketStage } from '../../src/market/stage.js'
import type { StageContext } from '../../src/stage.js'

/** Orders of one day: their number, and the price of each. */
export interface DayOfOrders {
  readonly date: string
  readonly orders: number
  readonly priceCents: number
}

/** A database with as much of `dwh` as the market reads. Close it. */
export async function withOrders(days: readonly DayOfOrders[]): Promise<Database> {
  const db = await Database.create(':memory:', { threads: 1 })
  await db.exec(`
    attach ':memory:' as dwh;
    create table dwh.fct_orders
      (order_id varchar, purchase_date date, items integer, price_cents bigint);
    create table dwh.dim_date (date date, is_holiday boolean);
    insert into dwh.dim_date values ('2018-05-01', true), (null, false);
  `)
  for (const { date, orders, priceCents } of days) {
    await db.exec(
      `insert into dwh.fct_orders
       select '${date}-' || i, date '${date}', 1, ${priceCents} from range(${orders}) as t(i)`,
    )
  }
  return db
}

/** Adds `dwh.fct_marketing_spend`, as stage 2 makes it of lines of the file. */
export async function addSpendFile(db: Database, lines: readonly string[]): Promise<void> {
  await db.exec(`
    create table dwh.fct_marketing_spend
      (date date, channel varchar, spend_cents bigint, impressions bigint, clicks bigint);
  `)
  for (const line of lines) {
    const [date, channel, spend, impressions, clicks] = line.split(',')
    const count = (text: string | undefined) => (text ? Number(text) : null)
    await db.run(
      'insert into dwh.fct_marketing_spend values (?::date, ?, ?, ?, ?)',
      date!,
      channel!,
      Math.round(Number(spend) * 100),
      count(impressions),
      count(clicks),
    )
  }
}

/** Runs the market stage over a database with orders. */
export async function runMarket(
  db: Database,
  changes: Record<string, unknown> = {},
  context: Partial<StageContext> = {},
): Promise<void> {
  await marketStage.build({
    db,
    assumptions: Assumptions.defaults().with(changes),
    seed: 42,
    inputs: { dataDir: '.', allowRejects: false },
    progress: () => {},
    ...context,
  })
}
