import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Where the library is installed: code, notebooks and the bundled sample. Nothing is written there. */
export const packageDir = fileURLToPath(new URL('..', import.meta.url))

/** What marks a folder as somebody's project. */
const MARK = join('data', 'assumptions.yaml')

/**
 * The folder that a person works in: data, artifacts and reports are its own. CAUSEWAY_HOME, else
 * the nearest folder from the current one upward that holds `data/assumptions.yaml`, else the
 * current folder.
 */
export function homeDir(): string {
  const current = process.cwd()
  return process.env.CAUSEWAY_HOME ?? nearestMarked(current) ?? current
}

function nearestMarked(folder: string): string | undefined {
  if (existsSync(join(folder, MARK))) return folder
  const parent = dirname(folder)
  return parent === folder ? undefined : nearestMarked(parent)
}

/** The notebooks: the home's own copies where it has some, else the ones that come with the library. */
export function notebooksDir(): string {
  const own = join(homeDir(), 'notebooks')
  return existsSync(own) ? own : join(packageDir, 'notebooks')
}
