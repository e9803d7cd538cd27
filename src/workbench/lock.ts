import { existsSync, linkSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Database } from '../engine/index.js'

const POLL_MS = 200
const LOCK_FILE = '.lock.duckdb'
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
      await makeLockFile(dir)
      return await Database.create(join(dir, LOCK_FILE))
    } catch (error) {
      if (!/could not set lock|conflicting lock/i.test((error as Error).message)) throw error
    }
    if (tries === 0) onWait()
    await sleep(POLL_MS)
  }
}

/** Puts the lock's file in place in one step, so that a killed run never leaves half of one. */
async function makeLockFile(dir: string): Promise<void> {
  const path = join(dir, LOCK_FILE)
  const made = join(dir, `.building-lock-${process.pid}.duckdb`)
  while (!existsSync(path)) {
    rmSync(made, { force: true })
    await (await Database.create(made)).close()
    try {
      linkSync(made, path)
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      if (code !== 'EEXIST' && code !== 'ENOENT') throw error
    }
  }
  rmSync(made, { force: true })
}
