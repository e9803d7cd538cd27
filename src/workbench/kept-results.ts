import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { KeptResults } from '../stage.js'
import { writeWhole } from './write-whole.js'

const FILE = 'kept.json'
const VERSION = 1
/** A run keeps about a hundred: enough for the scenarios of a day. */
const MOST = 5000

interface KeptFile {
  readonly version: number
  /** By key, those used last at the end. */
  readonly results: readonly (readonly [key: string, result: unknown])[]
}

/**
 * Results that builds in a workbench folder may use again. The file is no more than a help: one that is
 * missing, or cannot be understood, costs the time to work its results out again.
 */
export class KeptInFolder implements KeptResults {
  readonly #dir: string
  readonly #results: Map<string, unknown>
  #found = 0

  /** @param fresh begin with nothing, whatever the folder holds */
  constructor(dir: string, fresh: boolean) {
    this.#dir = dir
    this.#results = new Map(fresh ? [] : read(dir))
  }

  /** How many were asked for and were there. */
  get found(): number {
    return this.#found
  }

  find(key: string): unknown {
    const result = this.#results.get(key)
    if (result === undefined) return undefined
    this.#found++
    this.keep(key, result)
    return result
  }

  keep(key: string, result: unknown): void {
    this.#results.delete(key)
    this.#results.set(key, result)
  }

  /** Writes what is kept for the next build, where there is anything. */
  write(): void {
    if (this.#results.size === 0) return
    const file: KeptFile = { version: VERSION, results: [...this.#results].slice(-MOST) }
    writeWhole(this.#dir, FILE, JSON.stringify(file))
  }
}

function read(dir: string): KeptFile['results'] {
  const path = join(dir, FILE)
  if (!existsSync(path)) return []
  try {
    const { version, results } = JSON.parse(readFileSync(path, 'utf8')) as KeptFile
    return version === VERSION ? results.map(([key, result]) => [key, result]) : []
  } catch {
    return []
  }
}
