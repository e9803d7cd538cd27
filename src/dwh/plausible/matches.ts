import type { Database } from '../../engine/index.js'
import type { StagingTable } from '../../schema/staging.js'
import type { Implausible, Limits } from './limits.js'

/** Rows of one table, the key in them, and the table that should know it. */
const matches: readonly (readonly [facts: StagingTable, key: string, known: StagingTable])[] = [
  ['orders', 'customer_id', 'customers'],
  ['order_items', 'seller_id', 'sellers'],
  ['order_items', 'product_id', 'products'],
  ['order_items', 'order_id', 'orders'],
  ['payments', 'order_id', 'orders'],
  ['reviews', 'order_id', 'orders'],
]

/** Files that belong to other orders: of what they should know, they know less than the least. */
export async function implausibleMatches(
  db: Database,
  { leastMatchBps }: Limits,
  supplied: ReadonlySet<StagingTable>,
): Promise<Implausible[]> {
  const found: Implausible[] = []
  for (const [facts, key, known] of matches) {
    if (!supplied.has(facts) || !supplied.has(known)) continue
    const [row] = await db.rows<{ n: number; matched: number; sample: string | null }>(
      `select count(*) as n, count(k.key) as matched,
         min(case when k.key is null then f.${key} end) as sample
       from stg_${facts} as f
       left join (select distinct ${key} as key from stg_${known}) as k on k.key = f.${key}`,
    )
    const { n, matched, sample } = row!
    if (n === 0 || matched * 10_000 >= n * leastMatchBps) continue
    found.push({
      id: `unmatched_${facts}_${key}`,
      statement: `the file of ${known} knows the ${key} of ${matched} of ${n} ${facts.replace('_', ' ')}, e.g. not ${sample}`,
      remedy: `lower dwh.least_match_bps (${leastMatchBps})`,
    })
  }
  return found
}
