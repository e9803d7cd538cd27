import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * Gives all workers of a suite one folder for what their tests share, and for whatever else they leave where
 * temporary files go; takes it away at the end.
 */
export default function makeFolder(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'causeway-made-'))
  process.env.CAUSEWAY_MADE = folder
  process.env.TMPDIR = folder
  return () => rmSync(folder, { recursive: true, force: true })
}
