import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const library = fileURLToPath(new URL('..', import.meta.url))

/** The build of the library that is loaded: a hash of its code as it was when loaded. */
export const loadedBuild = buildOnDisk()

/**
 * A hash of the library's code as it stands on disk now. Differs from {@link loadedBuild} after a
 * rebuild: the kernel then holds the older code and wants a restart.
 */
export function buildOnDisk(): string {
  const hash = createHash('sha256')
  const files = readdirSync(library, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(js|ts|sql)$/.test(file) && !file.endsWith('.d.ts'))
    .sort()
  for (const file of files) {
    hash.update(`${file.replaceAll('\\', '/')}\0`).update(readFileSync(join(library, file)))
  }
  return hash.digest('hex').slice(0, 16)
}
