import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Database } from '../../src/engine/index.js'

let db: Database
beforeAll(async () => {
  db = await Database.create()
})
afterAll(() => db.close())

const valueIn = async (sql: string) => (await db.all<{ x: unknown }>(`select ${sql} as x`))[0]!.x

test.each([
  ['share_of(1005, 1000)', 101], // 100.5
  ['share_of(-1005, 1000)', -101],
  ['share_of(1004, 1000)', 100],
  ['share_of(-1004, 1000)', -100],
  ['share_of(0, 1000)', 0],
  ['share_of(1005, 0)', 0],
  ['ratio_or_null(5, 2)', 3],
  ['ratio_or_null(-5, 2)', -3],
  ['ratio_or_null(4, 3)', 1],
  ['ratio_or_null(5, 0)', null],
  ['ratio_or_null(-5, 0)', null],
  ['bps_or_null(1, 3)', 3333],
  ['bps_or_null(-2, 3)', -6667],
  ['bps_or_null(1, 0)', null],
  ['day_share(100, 30, 10)', 4],
  [`days_between(date '2018-02-28', date '2018-03-01')`, 1],
  [`days_between(date '2018-03-01', date '2017-03-01')`, -365],
  [
    `moved_zone(timestamp '2018-01-01 12:00:00', 'UTC', 'America/Sao_Paulo')`,
    new Date('2018-01-01T10:00:00Z'),
  ],
  ['day_share(100, 30, 11)', 3],
  [`month_of(date '2018-02-28')`, new Date('2018-02-01')],
])('%s is %s', async (call, expected) => {
  expect(await valueIn(call)).toEqual(expected)
})

test('a total is a BIGINT, and null of nothing', async () => {
  expect(await valueIn(`typeof((select total(x) from (values (1), (2)) as t (x)))`)).toBe('BIGINT')
  expect(await valueIn(`(select total(x) from (select 1 as x where false) as t)`)).toBeNull()
})

test('a share rounds half away from zero, as exact arithmetic does', async () => {
  const cents = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 })
  await fc.assert(
    fc.asyncProperty(cents, fc.integer({ min: 0, max: 50_000 }), async (x, bps) => {
      const size = (2n * BigInt(Math.abs(x)) * BigInt(bps) + 10_000n) / 20_000n
      const expected = Number(x < 0 ? -size : size)
      expect(Number(await valueIn(`share_of(${x}::bigint, ${bps})`))).toBe(expected)
    }),
  )
})

test('another connection to the same database knows them too', async () => {
  const other = await db.connect()
  expect(await other.all('select share_of(10, 5000) as x')).toEqual([{ x: 5 }])
  await other.close()
})
