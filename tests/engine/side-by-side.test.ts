import { describe, expect, it } from 'vitest'
import { Database, sideBySide } from '../../src/engine/index.js'

const threadsOf = async (db: Database) =>
  (await db.all<{ n: number }>(`select current_setting('threads')::integer as n`))[0]!.n

describe('sideBySide', () => {
  it('does every job once, gives results in their order, and puts the threads back', async () => {
    const db = await Database.create(':memory:', { threads: 3 })
    const connections = new Set<Database>()
    const results = await sideBySide(db, [3, 1, 2, 5, 4], async (connection, size) => {
      connections.add(connection)
      expect(await threadsOf(connection)).toBe(1)
      await connection.exec(`create table t${size} as select * from range(${size})`)
      return size * 10
    })
    expect(results).toEqual([30, 10, 20, 50, 40])
    expect(connections.size).toBe(3)
    expect(await db.all('select count(*) as n from t5')).toEqual([{ n: 5 }])
    expect(await threadsOf(db)).toBe(3)
    await db.close()
  })

  it('throws the first error, takes no job after it, and leaves the database usable', async () => {
    const db = await Database.create(':memory:', { threads: 2 })
    const done: number[] = []
    const failure = sideBySide(db, [0, 1, 2, 3, 4, 5], async (connection, job) => {
      if (job === 1) throw new Error('job 1 failed')
      await connection.exec('select 1')
      done.push(job)
    })
    await expect(failure).rejects.toThrow('job 1 failed')
    expect(done.length).toBeLessThan(3)
    expect(await db.all('select 1 as one')).toEqual([{ one: 1 }])
    await db.close()
  })
})
