import { marketplaceOnly } from '../sources/index.js'
import type { Workbench } from '../workbench/index.js'
import { runSellsOwnGoods } from './own-goods.js'

/** Something to know about what came in: a row of `dwh.source_notes` or `market.plan_notes`. */
export interface Note {
  readonly note_id: string
  /** A `warning` is likely to distort the answer. */
  readonly severity: 'info' | 'warning'
  readonly statement: string
}

/**
 * What the files do not tell, and where spend and channels come from; warnings first. What concerns
 * sellers is not told of a business that sells its own goods.
 */
export function readNotes(workbench: Workbench): Promise<Note[]> {
  return notesIn(workbench, ['dwh.source_notes', 'market.plan_notes'])
}

/** The notes of the files alone, as {@link readNotes} tells them. */
export function readFileNotes(workbench: Workbench): Promise<Note[]> {
  return notesIn(workbench, ['dwh.source_notes'])
}

async function notesIn(workbench: Workbench, tables: readonly string[]): Promise<Note[]> {
  const notes = await workbench.rows<Note>(
    `${tables.map((table) => `select note_id, severity, statement from ${table}`).join(' union all ')}
     order by severity desc, note_id`,
  )
  const sellsOwnGoods = runSellsOwnGoods(workbench)
  return notes.filter(({ note_id }) => !sellsOwnGoods || !marketplaceOnly.includes(note_id))
}

/** Notes as lines for a terminal. */
export function noteLines(notes: readonly Note[]): string[] {
  return notes.map(({ severity, statement }) => `${severity.toUpperCase()}: ${statement}`)
}
