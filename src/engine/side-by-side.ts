import { doByNeed } from './by-need.js'
import type { Database } from './database.js'
import { threadsOf } from './sql-source.js'

/** The driver does no more than this many queries at a time. */
export const MOST_CONNECTIONS = 4

/**
 * Does jobs side by side, each on a connection of its own and every query on one thread. For
 * many loads of their own this is faster than one load after another on all threads: rows that
 * arrive in order need no sorting back.
 *
 * @returns the results in the order of the jobs
 * @throws the error of the first job that failed, once no job is at work any more
 */
export async function sideBySide<Job, Result>(
  db: Database,
  jobs: readonly Job[],
  work: (connection: Database, job: Job) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = []
  const tasks = jobs.map((job, i) => ({
    name: String(i),
    needs: [],
    work: async (connection: Database) => {
      results[i] = await work(connection, job)
    },
  }))
  const most = Math.min(MOST_CONNECTIONS, jobs.length)
  await onConnections(db, most, (connections) => doByNeed(connections, tasks))
  return results
}

/**
 * Opens connections beside one, a thread each, as many in all as the database has threads. Afterwards
 * the threads are what they were.
 *
 * @param most how many at most
 */
export async function onConnections<Result>(
  db: Database,
  most: number,
  work: (connections: readonly Database[]) => Promise<Result>,
): Promise<Result> {
  const threads = await threadsOf(db)
  const count = Math.min(threads, most)
  const others = await Promise.all(Array.from({ length: count - 1 }, () => db.connect()))
  await db.exec('set threads = 1')
  try {
    return await work([db, ...others])
  } finally {
    for (const connection of others) await connection.close()
    await db.exec(`set threads = ${threads}`)
  }
}
