import { type Assumptions, patternOf, variedIds, whyUnvaried } from '../../assumptions/index.js'

const REPLAYED = ['market.', 'attribution.']

/** What is believed before the fit: the fit is concluded again under it. */
export const BELIEFS: readonly string[] = [
  'decisions.prior_attributed_weight',
  'decisions.prior_even_weight',
  'decisions.temper',
]
const RULES: readonly string[] = ['decisions.act_above_bps', 'decisions.max_change_bps']

/**
 * Why an assumption cannot be varied without a run of its own, in words; undefined where it can: stages 3 and 4 are
 * replayed, rates of finance scale, beliefs and rules are put to the fit anew.
 */
export function whyFixed(assumptions: Assumptions, id: string): string | undefined {
  if (REPLAYED.some((stage) => id.startsWith(stage))) return undefined
  if (BELIEFS.includes(id) || RULES.includes(id)) return undefined
  const pattern = patternOf(id) ?? id
  if (!id.startsWith('finance.') || !variedIds.includes(pattern)) {
    return whyUnvaried[pattern] ?? 'what it changes takes a run of its own'
  }
  return assumptions.number(id) === 0 ? 'it is 0, so nothing scales with it' : undefined
}
