import type { Database } from './database.js'

const MOST_CONNECTIONS = 4

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
  const [setting] = await db.all<{ threads: number }>(
    `select current_setting('threads')::integer as threads`,
  )
  const threads = setting!.threads
  const others = await Promise.all(
    Array.from({ length: Math.min(threads, MOST_CONNECTIONS, jobs.length) - 1 }, () =>
      db.connect(),
    ),
  )
  await db.exec('set threads = 1')
  try {
    return await share([db, ...others], jobs, work)
  } finally {
    for (const connection of others) await connection.close()
    await db.exec(`set threads = ${threads}`)
  }
}

/** Every connection takes the next job when it has done one; none takes another after a failure. */
async function share<Job, Result>(
  connections: readonly Database[],
  jobs: readonly Job[],
  work: (connection: Database, job: Job) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = []
  const errors: unknown[] = []
  let next = 0
  const run = async (connection: Database) => {
    while (next < jobs.length && errors.length === 0) {
      const job = next++
      try {
        results[job] = await work(connection, jobs[job]!)
      } catch (error) {
        errors.push(error)
      }
    }
  }
  await Promise.all(connections.map(run))
  if (errors.length > 0) throw errors[0]
  return results
}
