import { Assumptions } from '../../assumptions/index.js'
import type { Database } from '../../engine/index.js'
import type { StagingTable } from '../../schema/staging.js'
import { implausibleAmounts } from './amounts.js'
import { implausibleDates } from './dates.js'
import { type Implausible, type Limits, readLimits } from './limits.js'
import { implausibleMatches } from './matches.js'

export type { Implausible } from './limits.js'

/** What can hardly be true, and what declared limits let pass although it hardly can. */
export interface Plausibility {
  readonly refused: readonly Implausible[]
  readonly passed: readonly Implausible[]
}

/** Looks through the canonical observation for what can hardly be true. */
export async function checkPlausible(
  db: Database,
  assumptions: Assumptions,
  supplied: ReadonlySet<StagingTable>,
): Promise<Plausibility> {
  const [orders] = await db.rows<{ n: number }>('select count(*) as n from stg_orders')
  if (orders!.n === 0) return { refused: [], passed: [] }
  const limits = readLimits(assumptions)
  const usual = readLimits(Assumptions.defaults())
  const refused = await implausible(db, limits, supplied)
  if (JSON.stringify(limits) === JSON.stringify(usual)) return { refused, passed: [] }
  const ids = new Set(refused.map(({ id }) => id))
  const strict = await implausible(db, usual, supplied)
  return { refused, passed: strict.filter(({ id }) => !ids.has(id)) }
}

async function implausible(
  db: Database,
  limits: Limits,
  supplied: ReadonlySet<StagingTable>,
): Promise<Implausible[]> {
  return [
    ...(await implausibleDates(db, limits)),
    ...(await implausibleAmounts(db, limits)),
    ...(await implausibleMatches(db, limits, supplied)),
  ]
}

/** What is refused, a line each that names rows and how to let them pass. */
export function refusalLines(refused: readonly Implausible[]): string[] {
  return refused.map(({ statement, remedy }) => `${statement}. To let it pass, ${remedy}.`)
}
