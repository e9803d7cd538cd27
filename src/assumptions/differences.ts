import type { Assumptions } from './assumptions.js'
import type { AssumptionValue } from './definition.js'

/** One assumption in which two sets differ; null where a set has no such assumption. */
export interface AssumptionDifference {
  readonly id: string
  readonly unit: string
  readonly a: AssumptionValue | null
  readonly b: AssumptionValue | null
}

/** The assumptions in which two sets differ, in the order of the registry, those that only `b` has last. */
export function assumptionDifferences(a: Assumptions, b: Assumptions): AssumptionDifference[] {
  const rows = [a.rows(), b.rows()].map((all) => new Map(all.map((row) => [row.id, row])))
  const [ofA, ofB] = rows as [(typeof rows)[0], (typeof rows)[0]]
  return [...new Set([...ofA.keys(), ...ofB.keys()])]
    .map((id) => ({
      id,
      unit: (ofA.get(id) ?? ofB.get(id))!.unit,
      a: ofA.get(id)?.value ?? null,
      b: ofB.get(id)?.value ?? null,
    }))
    .filter((row) => JSON.stringify(row.a) !== JSON.stringify(row.b))
}
