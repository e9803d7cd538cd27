import type { Assumptions } from './assumptions.js'
import type { AssumptionBasis } from './definition.js'
import { type AssumptionDifference, assumptionDifferences } from './differences.js'
import { isMember, patternOf } from './flatten.js'
import { collections } from './registry.js'

/** One assumption that is changed, and what its new value rests on; `b` is null for a member left out. */
export interface AssumptionChange extends AssumptionDifference {
  readonly basis: AssumptionBasis
}

/**
 * What `now` changes over `before`: each value, and each member left out as one. Of a member that is
 * new only what somebody said of it; members that follow those of another collection follow in silence.
 */
export function assumptionChanges(before: Assumptions, now: Assumptions): AssumptionChange[] {
  const bases = now.bases()
  const changes = assumptionDifferences(before, now)
    .filter(({ id, a, b }) => (b === null ? !followsAnother(id) : a !== null || !now.isDefault(id)))
    .map((row) => (row.b === null ? { ...row, id: memberOf(row.id), a: null, unit: 'text' } : row))
    .map((row) => ({ ...row, basis: bases[row.id] ?? ('declared' as const) }))
  return [...new Map(changes.map((change) => [change.id, change])).values()]
}

/** `finance.commission_tiers.low` of `finance.commission_tiers.low.below`. */
function memberOf(id: string): string {
  const parts = id.split('.')
  const length = parts.findIndex((_, i) => isMember(parts.slice(0, i + 1).join('.')))
  return parts.slice(0, length + 1).join('.')
}

function followsAnother(id: string): boolean {
  const [collection] = (patternOf(id) ?? id).split('.*')
  return collections.get(collection!)?.follows !== undefined
}
