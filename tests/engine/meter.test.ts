import { expect, it } from 'vitest'
import { Database, type Measurement, runModels } from '../../src/engine/index.js'

async function measured(work: (db: Database) => Promise<unknown>, memoryLimit?: string) {
  const found: Measurement[] = []
  const db = await Database.create(':memory:', {
    threads: 1,
    memoryLimit,
    onMeasured: (measurement) => found.push(measurement),
  })
  await work(db)
  await db.close()
  return found
}

it('tells of every model its rows, its time and its plan', async () => {
  const [a, b] = await measured((db) =>
    runModels(db, [
      { name: 'a', sql: 'select i, i % 7 as k from range(5000) as r(i) order by i' },
      {
        name: 'b',
        sql: 'with c as materialized (select md5(k::varchar) as k from a) select k, count(*) as n from c group by k',
      },
    ]),
  )
  expect(a).toMatchObject({ kind: 'model', name: 'a', rows: 5000, lane: 0, spilled_bytes: 0 })
  expect(b).toMatchObject({ kind: 'model', name: 'b', rows: 7 })
  expect(b!.seconds).toBeGreaterThan(0)
  expect(b!.started_ms).toBeGreaterThanOrEqual(a!.started_ms)
  expect(operators(b!.plans)).toContain('HASH_GROUP_BY')
})

it('counts a piece within a piece to itself alone', async () => {
  const [inner, outer] = await measured((db) =>
    db.measured('law', 'outer', async () => {
      await db.measured('working table', 'inner', () => db.exec('create table t as select 1 as i'))
      await db.all('select * from range(3)')
    }),
  )
  expect(inner).toMatchObject({ name: 'inner', rows: 1 })
  expect(outer).toMatchObject({ name: 'outer', rows: 3 })
  expect(operators(outer!.plans)).not.toContain('CREATE_TABLE_AS')
})

it('tells what was spilled, and on which connection', async () => {
  const found = await measured(async (db) => {
    const beside = await db.connect()
    await db.measured('model', 'large', () =>
      db.exec('create table t as select md5(i::varchar) as k from range(3000000) as r(i)'),
    )
    await beside.measured('model', 'small', () => beside.exec('create table u as select 1 as i'))
    await beside.close()
  }, '60MB')
  expect(found.map(({ name, lane }) => [name, lane])).toEqual([
    ['large', 0],
    ['small', 1],
  ])
  expect(found[0]!.spilled_bytes).toBeGreaterThan(1e6)
})

it('measures nothing where nobody listens', async () => {
  const db = await Database.create()
  expect(await db.measured('law', 'any', async () => 7)).toBe(7)
  expect(await db.all(`select current_setting('profiling_output') as path`)).toEqual([{ path: '' }])
  await db.close()
})

function operators(plans: Measurement['plans']): string[] {
  return plans.flatMap(({ operator, children }) => [operator, ...operators(children)])
}
