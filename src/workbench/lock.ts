import { existsSync, rmSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Database } from '../engine/index.js'

const POLL_MS = 200
/** Three headers of 4 KiB: what the engine writes when it makes a database. */
const SMALLEST_DATABASE = 3 * 4096
const held = new Map<string, Promise<unknown>>()

/**
 * Does work while no other run, of this or another process, changes the workbench. The lock is the
 * operating system's lock on an open database file, so it goes with the process however that ends.
 *
 * @param onWait told once when another run has the workbench
 */
export async function withLock<T>(
  dir: string,
  onWait: () => void,
  work: () => Promise<T>,
): Promise<T> {
  const path = resolve(dir)
  const before = held.get(path)
  const turn = (before ?? Promise.resolve())
    .catch(() => undefined)
    .then(async () => {
      const lock = await acquire(path, onWait)
      try {
        return await work()
      } finally {
        await lock.close()
      }
    })
  held.set(path, turn)
  return turn
}

async function acquire(dir: string, onWait: () => void): Promise<Database> {
  const path = join(dir, '.lock.duckdb')
  for (let tries = 0; ; tries++) {
    try {
      return await Database.create(path)
    } catch (error) {
      const { message } = error as Error
      if (!/could not set lock|conflicting lock/i.test(message)) {
        if (!isHalfMade(path)) throw error
        rmSync(path, { force: true })
        continue
      }
    }
    if (tries === 0) onWait()
    await sleep(POLL_MS)
  }
}

/** Whether a run was killed while it made the lock's file: such a file is too short to be one. */
function isHalfMade(path: string): boolean {
  return existsSync(path) && statSync(path).size < SMALLEST_DATABASE
}
