import { hasTable } from '../../engine/index.js'
import { InputError } from '../../errors.js'
import type { MarketSource } from '../market-source.js'
import { type ObservedSpend, readObservedSpend } from './observed-spend.js'
import type { SpendRow } from './place-spend.js'

/** How spend comes about. */
export type PlanKind = 'percent_of_gmv' | 'flat' | 'csv'

/** The plan that is in force, and the file of spend beside the orders, used or not. */
export interface PlanInForce {
  readonly kind: PlanKind
  /** The file's lines; undefined where there is no file. */
  readonly file: readonly SpendRow[] | undefined
}

/**
 * Which plan is in force: `auto` is the file where there is one, else a share of sales.
 *
 * @throws InputError when the file is asked for and is not there, holds no line, or cannot be read
 */
export async function planInForce(source: MarketSource): Promise<PlanInForce> {
  const lines = await spendLines(source)
  const asked = source.assumptions.text('market.plan')
  const kind = asked === 'auto' ? (lines ? 'csv' : 'percent_of_gmv') : (asked as PlanKind)
  if (kind === 'csv' && lines === undefined) {
    throw new InputError(
      'market.plan: got csv, but the data folder holds no file of spend. Add marketing_spend.csv (date, channel, spend, impressions, clicks) or the export of an ad platform, or choose another plan.',
    )
  }
  if (kind === 'csv' && lines!.length === 0) {
    throw new InputError(
      'The files of spend hold no line after their header, needed is one for each channel and day with spend. Fill them, take them out of the folder, or set market.plan to percent_of_gmv.',
    )
  }
  return { kind, file: lines && readObservedSpend(lines) }
}

async function spendLines(source: MarketSource): Promise<ObservedSpend[] | undefined> {
  if (!(await hasTable(source, 'dwh', 'fct_marketing_spend'))) return undefined
  return source.rows<ObservedSpend>(
    `select date, channel, spend_cents, impressions, clicks from dwh.fct_marketing_spend
     order by date, channel`,
  )
}
