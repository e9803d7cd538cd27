import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Database } from '../engine/index.js'

const POLL_MS = 200
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
  for (let tries = 0; ; tries++) {
    try {
      return await Database.create(join(dir, '.lock.duckdb'))
    } catch (error) {
      if (!/lock/i.test((error as Error).message)) throw error
    }
    if (tries === 0) onWait()
    await sleep(POLL_MS)
  }
}
