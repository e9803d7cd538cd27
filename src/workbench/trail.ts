import { appendFileSync } from 'node:fs'

/**
 * Writes down a statement that is put to the artifacts where a book is being made, so that its pages can
 * show what their figures were asked from: one a line, as JSON, in the file that CAUSEWAY_TRAIL names.
 */
export function leaveTrail(sql: string): void {
  const file = process.env.CAUSEWAY_TRAIL
  if (file) appendFileSync(file, `${JSON.stringify(sql)}\n`)
}
