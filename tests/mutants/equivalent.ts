import { reasonsOfAttribution } from './equivalent-attribution.js'
import { reasonsOfJoins } from './equivalent-joins.js'
import { reasonsOfMarket } from './equivalent-market.js'
import { reasonsOfMoney } from './equivalent-money.js'
import { reasonsOfModels } from './equivalent-sql.js'
import type { Reason } from './reason.js'

/** All reasons; the first that fits a mutant is its own. */
export const reasons: readonly Reason[] = [
  ...reasonsOfModels,
  ...reasonsOfJoins,
  ...reasonsOfAttribution,
  ...reasonsOfMarket,
  ...reasonsOfMoney,
]

/**
 * Why a mutant is no fault; undefined where it may be one.
 *
 * @param id the mutant: its file, line number and rule
 * @param line the text of that line
 */
export function equivalent(id: string, line: string): Reason | undefined {
  const [, file, rule] = /^(\S+):\d+ (.*)$/.exec(id)!
  return reasons.find(
    (reason) =>
      reason.file.test(file!) && reason.line.test(line.trim()) && (reason.rule ?? /./).test(rule!),
  )
}
