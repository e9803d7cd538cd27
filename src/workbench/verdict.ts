import { join } from 'node:path'
import { Database } from '../engine/index.js'
import { type ChannelBases, type Finding, isConsistent, PAID_SQL } from '../judgment/index.js'
import { evidenceOf } from '../schema/basis.js'
import type { Artifacts, RunAnswer } from './manifest.js'
import type { Workbench } from './workbench.js'

/** The answer: did the business make or lose money, and where did the marketing money go? */
export interface Verdict {
  readonly first_date: Date
  readonly last_date: Date
  readonly gmv_cents: number
  /** What orders and subscriptions earned less their costs and all marketing used or wasted. */
  readonly contribution_after_marketing_cents: number
  /** That less the declared fixed costs and taxes on revenue. */
  readonly operating_result_cents: number
  readonly cash_result_cents: number
  /** The cash result as if all were settled at once. */
  readonly cash_at_once_cents: number
  readonly spend_cents: number
  /** Profit of orders of the horizon that its books have not recognised yet. */
  readonly unrecognised_cents: number
  /** The six parts of the spend; they sum to it. */
  readonly acquisition_cost_cents: number
  readonly decayed_cents: number
  readonly expired_cents: number
  readonly no_response_cents: number
  readonly live_cents: number
  readonly in_flight_cents: number
  /** Decayed, expired and no response together. */
  readonly waste_cents: number
  /** Spend less its six parts: 0, or the run is not to be believed. */
  readonly law_residual_cents: number
}

/**
 * Reads the verdict of a workbench that has run through stage `finance`.
 *
 * @throws InputError when that stage has not run
 */
export async function readVerdict(workbench: Workbench): Promise<Verdict> {
  const [verdict] = await workbench.rows<Verdict>('select * from finance.verdict')
  return verdict!
}

/** What a run comes to, from its artifacts, and what its judgment says where it has gone so far. */
export async function readAnswer(
  dir: string,
  { market, finance, judgment }: Artifacts,
): Promise<RunAnswer> {
  const db = await Database.create(':memory:')
  try {
    await db.attach('finance', join(dir, finance!.file))
    const [answer] = await db.all<RunAnswer>(`
      select first_date::varchar as first_date, last_date::varchar as last_date,
        contribution_after_marketing_cents
      from finance.verdict`)
    if (!judgment) return { ...answer!, consistent: null, evidence: null }
    await db.attach('market', join(dir, market!.file))
    await db.attach('judgment', join(dir, judgment.file))
    return {
      ...answer!,
      consistent: isConsistent(await db.all<Pick<Finding, 'severity'>>(LAWS_SQL)),
      evidence: evidenceOf(await db.all<ChannelBases>(PAID_SQL)),
    }
  } finally {
    await db.close()
  }
}

const LAWS_SQL = 'select severity from judgment.laws'
