import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { InputError } from '../errors.js'

/**
 * Makes a folder, and makes sure before any work that files can be written into it.
 *
 * @param flag what names another folder, for the message
 * @throws InputError when they cannot
 */
export function expectWritable(folder: string, flag: string): void {
  const path = resolve(folder)
  const probe = join(path, `.causeway-probe-${process.pid}`)
  try {
    makeFolder(path)
    writeFileSync(probe, '')
    rmSync(probe)
  } catch (error) {
    throw new InputError(
      `${path} cannot be written to (${(error as Error).message}). Give another folder with ${flag}. Nothing was run.`,
    )
  }
}

/** One folder after the other: Node's own recursive call never returns in some file systems (/proc). */
function makeFolder(path: string): void {
  if (existsSync(path)) return
  makeFolder(dirname(path))
  mkdirSync(path)
}
