import { type AssumptionRow, patternOf } from '../../assumptions/index.js'

/** Assumptions that share one declaration: the same field of every member, or one alone. */
export interface AssumptionGroup {
  /** The id, `*` for the member. */
  readonly pattern: string
  readonly rows: readonly AssumptionRow[]
}

export function assumptionGroups(rows: readonly AssumptionRow[]): AssumptionGroup[] {
  const groups = new Map<string, AssumptionRow[]>()
  for (const row of rows) {
    const pattern = patternOf(row.id) ?? row.id
    groups.set(pattern, [...(groups.get(pattern) ?? []), row])
  }
  return [...groups].map(([pattern, members]) => ({ pattern, rows: members }))
}

/** Whether a need such as `finance.statuses.*` covers a group such as `finance.statuses.*.commission`. */
export function covers(need: string, pattern: string): boolean {
  const expression = need
    .split('*')
    .map((part) => part.replace(/[.]/g, '\\.'))
    .join('.+')
  return new RegExp(`^${expression}$`).test(pattern)
}
