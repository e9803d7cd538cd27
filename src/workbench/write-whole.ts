import { closeSync, fsyncSync, openSync, renameSync, writeSync } from 'node:fs'
import { join } from 'node:path'

/** Writes a file beside the artifacts in one step: a reader sees the old content or the new. */
export function writeWhole(dir: string, file: string, content: string): void {
  const temporary = join(dir, `.building-${file}`)
  const descriptor = openSync(temporary, 'w')
  try {
    writeSync(descriptor, content)
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
  renameSync(temporary, join(dir, file))
}
