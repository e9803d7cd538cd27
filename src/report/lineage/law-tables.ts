import type { Law } from '../../judgment/index.js'
import { schemas } from '../../schema/dictionary.js'

type Working = Law['uses'][number]

/** The published tables that a law reads, through the working tables it shares with others too. */
export function lawTables(law: Law): ReadonlySet<string> {
  return new Set([...named(law.sql), ...law.uses.flatMap(workingTables)])
}

function workingTables({ select, reads = [], uses }: Working): string[] {
  return [
    ...(typeof select === 'string' ? named(select) : []),
    ...reads,
    ...uses.flatMap(workingTables),
  ]
}

function named(sql: string): string[] {
  return [...sql.matchAll(/\b(\w+)\.(\w+)/g)].flatMap(([whole, artifact, table]) =>
    table! in (schemas[artifact as keyof typeof schemas] ?? {}) ? [whole] : [],
  )
}
