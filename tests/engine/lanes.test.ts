import { describe, expect, it } from 'vitest'
import { Database, inLanes } from '../../src/engine/index.js'

const threadsOf = async (db: Database) =>
  (await db.all<{ n: number }>(`select current_setting('threads')::integer as n`))[0]!.n

describe('inLanes', () => {
  it('does every job once, gives results in their order, and puts the threads back', async () => {
    const db = await Database.create(':memory:', { threads: 3 })
    const lanes = new Set<Database>()
    const results = await inLanes(db, [3, 1, 2, 5, 4], async (lane, size) => {
      lanes.add(lane)
      expect(await threadsOf(lane)).toBe(1)
      await lane.exec(`create table t${size} as select * from range(${size})`)
      return size * 10
    })
    expect(results).toEqual([30, 10, 20, 50, 40])
    expect(lanes.size).toBe(3)
    expect(await db.all('select count(*) as n from t5')).toEqual([{ n: 5 }])
    expect(await threadsOf(db)).toBe(3)
    await db.close()
  })

  it('throws the first error, takes no job after it, and leaves the database usable', async () => {
    const db = await Database.create(':memory:', { threads: 2 })
    const done: number[] = []
    const failure = inLanes(db, [0, 1, 2, 3, 4, 5], async (lane, job) => {
      if (job === 1) throw new Error('job 1 failed')
      await lane.exec('select 1')
      done.push(job)
    })
    await expect(failure).rejects.toThrow('job 1 failed')
    expect(done.length).toBeLessThan(3)
    expect(await db.all('select 1 as one')).toEqual([{ one: 1 }])
    await db.close()
  })
})
