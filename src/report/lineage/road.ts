import type { TableLineage } from './lineage.js'

const ROOTS = ['dwh.fct_marketing_spend', 'dwh.fct_orders']
const END = 'finance.verdict'

/** One step of the road: a table made from another, possibly through tables that are not published. */
export interface RoadStep {
  readonly from: string
  readonly to: string
}

/**
 * The road from spend to the verdict over published tables, without steps that longer ways make
 * already: a step from a to c is left out where a leads to b and b to c.
 */
export function road(lineage: ReadonlyMap<string, TableLineage>): RoadStep[] {
  const reached = reach(ROOTS[0]!, (table) => lineage.get(table)!.feeds)
  const needed = reach(END, (table) => lineage.get(table)!.from)
  const isOn = (table: string) =>
    table === END || ROOTS.includes(table) || (reached.has(table) && needed.has(table))
  const tables = [...lineage.values()].filter(
    ({ table, isPublished }) => isPublished && isOn(table),
  )
  const from = new Map(
    tables.map(({ table }) => [table, publishedFrom(table, lineage).filter(isOn)] as const),
  )
  return tables.flatMap(({ table }) => {
    const parents = from.get(table)!
    const through = new Set(
      parents.flatMap((parent) => [...reach(parent, (t) => from.get(t) ?? [])]),
    )
    return parents
      .filter((parent) => !through.has(parent))
      .map((parent) => ({ from: parent, to: table }))
  })
}

/** The published tables that a table is made from, directly or through others that are not. */
function publishedFrom(table: string, lineage: ReadonlyMap<string, TableLineage>): string[] {
  const found = lineage.get(table)!.from.flatMap((name) => {
    const line = lineage.get(name)!
    return line.isPublished ? [name] : publishedFrom(name, lineage)
  })
  return [...new Set(found)]
}

/** All that one leads to, itself not among them. */
function reach(start: string, next: (table: string) => readonly string[]): Set<string> {
  const found = new Set<string>()
  const open = [start]
  for (let table = open.pop(); table !== undefined; table = open.pop()) {
    for (const other of next(table)) {
      if (found.has(other)) continue
      found.add(other)
      open.push(other)
    }
  }
  return found
}
