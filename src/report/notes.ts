import type { SqlSource } from '../engine/index.js'

/** Something to know about what came in: a row of `dwh.source_notes` or `market.plan_notes`. */
export interface Note {
  readonly note_id: string
  /** A `warning` is likely to distort the answer. */
  readonly severity: 'info' | 'warning'
  readonly statement: string
}

/** What the files do not tell, and where spend and channels come from; warnings first. */
export async function readNotes(source: SqlSource): Promise<Note[]> {
  return source.rows<Note>(
    `select note_id, severity, statement from dwh.source_notes
     union all
     select note_id, severity, statement from market.plan_notes
     order by severity desc, note_id`,
  )
}

/** Notes as lines for a terminal. */
export function noteLines(notes: readonly Note[]): string[] {
  return notes.map(({ severity, statement }) => `${severity.toUpperCase()}: ${statement}`)
}
