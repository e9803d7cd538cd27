import type { Database } from '../../engine/index.js'
import type { Implausible, Limits } from './limits.js'

const amounts = [
  { table: 'order_items', column: 'price_cents', name: `order_id || ' ' || order_item_id` },
  { table: 'order_items', column: 'freight_cents', name: `order_id || ' ' || order_item_id` },
  { table: 'order_items', column: 'cost_cents', name: `order_id || ' ' || order_item_id` },
  { table: 'payments', column: 'payment_cents', name: `order_id || ' ' || payment_sequential` },
  { table: 'marketing_spend', column: 'spend_cents', name: `channel || ' ' || date` },
] as const

/** Fewer amounts than this have no percentile to speak of. */
const FEWEST = 20
const PERCENTILE = 0.999

/** Amounts out of all proportion to others of their kind or below 0, and too many instalments. */
export async function implausibleAmounts(db: Database, limits: Limits): Promise<Implausible[]> {
  const found: Implausible[] = []
  for (const amount of amounts) {
    const bound = await boundOf(db, amount, limits)
    if (bound !== undefined) found.push(...(await beyond(db, amount, { bound, limits })))
  }
  return [...found, ...(await instalments(db, limits)), ...(await negative(db))]
}

type Amount = (typeof amounts)[number]

/** The bound of one kind; the largest amount itself never sets it. */
async function boundOf(db: Database, { table, column }: Amount, { amountFactor }: Limits) {
  const [count] = await db.rows<{ n: number }>(
    `select count(*) as n from stg_${table} where ${column} > 0`,
  )
  const n = count!.n
  if (n < FEWEST) return undefined
  const share = Math.min(PERCENTILE, (n - 1.5) / n)
  const [row] = await db.rows<{ usual: number }>(
    `select quantile_disc(${column}, ${share}) as usual from stg_${table} where ${column} > 0`,
  )
  return row!.usual * amountFactor
}

async function beyond(
  db: Database,
  { table, column, name }: Amount,
  { bound, limits }: { bound: number; limits: Limits },
): Promise<Implausible[]> {
  const [row] = await db.rows<{ n: number; sample: string | null }>(
    `select count(*) as n, min(${name} || ': ' || ${column}) as sample
     from stg_${table} where ${column} > ${bound}`,
  )
  if (row!.n === 0) return []
  return [
    {
      id: `huge_${table}_${column}`,
      statement: `${column} is over ${limits.amountFactor} times the 99.9th percentile in ${row!.n} rows of ${table}, e.g. ${row!.sample}`,
      remedy: `raise dwh.amount_factor (${limits.amountFactor})`,
    },
  ]
}

async function instalments(db: Database, { mostInstalments }: Limits): Promise<Implausible[]> {
  const [row] = await db.rows<{ n: number; sample: string | null }>(
    `select count(*) as n,
       min(order_id || ' ' || payment_sequential || ': ' || installments) as sample
     from stg_payments where installments > ${mostInstalments}`,
  )
  if (row!.n === 0) return []
  return [
    {
      id: 'many_instalments',
      statement: `${row!.n} payments come in more than ${mostInstalments} instalments, e.g. ${row!.sample}`,
      remedy: `raise dwh.most_instalments (${mostInstalments})`,
    },
  ]
}

async function negative(db: Database): Promise<Implausible[]> {
  const [row] = await db.rows<{ n: number; sample: string | null }>(
    `select count(*) as n, min(line) as sample
     from (
       select order_id || ' ' || order_item_id as line from stg_order_items
       where price_cents < 0 or freight_cents < 0 or cost_cents < 0
       union all
       select order_id || ' ' || payment_sequential from stg_payments where payment_cents < 0
     ) as lines`,
  )
  if (row!.n === 0) return []
  return [
    {
      id: 'negative_prices',
      statement: `price, freight, cost or payment is below 0 in ${row!.n} lines, e.g. ${row!.sample}`,
      remedy: 'state refunds as a smaller price or a cancelled order; nothing lets it pass',
    },
  ]
}
