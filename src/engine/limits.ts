import { tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { InputError } from '../errors.js'

/** What the engine may use of the machine. */
export interface Limits {
  /** Threads. Default: CAUSEWAY_THREADS, else all cores. */
  readonly threads?: number | undefined
  /** Memory, e.g. '2GB'. Default: CAUSEWAY_MEMORY, else a quarter of the machine, at least 1 GB. */
  readonly memoryLimit?: string | undefined
}

const GIGABYTE = 1 << 30
const SIZE = /^\d+(\.\d+)? ?([kmgt]i?)?b$/i

/**
 * Limits as the engine takes them: those said, else CAUSEWAY_THREADS and CAUSEWAY_MEMORY, else all
 * cores and a quarter of the machine's memory, at least 1 GB.
 *
 * @param path the database file, or ':memory:'
 * @throws InputError on a size or a number of threads that is none
 */
export function limitSettings(
  path: string,
  { spillDir, ...limits }: Limits & { readonly spillDir?: string | undefined },
): Record<string, string> {
  const { CAUSEWAY_THREADS, CAUSEWAY_MEMORY } = process.env
  const threads = limits.threads ?? CAUSEWAY_THREADS
  return {
    ...(threads ? { threads: String(checkedThreads(threads)) } : {}),
    memory_limit: checkedMemory(limits.memoryLimit ?? (CAUSEWAY_MEMORY || defaultMemory())),
    temp_directory: spillDir ?? spillBeside(path),
  }
}

/**
 * A number of threads that may be used.
 *
 * @throws InputError on any other
 */
export function checkedThreads(threads: number | string): number {
  const number = Number(threads)
  if (Number.isInteger(number) && number >= 1) return number
  throw new InputError(`threads: got ${threads}, allowed a whole number from 1.`)
}

/**
 * A size of memory as the engine reads it.
 *
 * @throws InputError on any other text
 */
export function checkedMemory(size: string): string {
  if (SIZE.test(size) && Number.parseFloat(size) > 0) return size
  throw new InputError(`memory: got '${size}', allowed a size such as 4GB or 800MB.`)
}

/** A quarter of what this process may have, at least 1 GB. */
function defaultMemory(): string {
  const machine = Math.min(totalmem(), process.constrainedMemory() || totalmem())
  return `${Math.round(Math.max(machine / 4, GIGABYTE) / 1e6)}MB`
}

function spillBeside(path: string): string {
  return path === ':memory:' ? join(tmpdir(), `causeway-spill-${process.pid}`) : `${path}.tmp`
}
