import { afterAll, beforeAll, expect, it } from 'vitest'
import { Database } from '../../src/engine/index.js'
import { sameRows } from '../../src/judgment/sql.js'

let db: Database
beforeAll(async () => {
  db = await Database.create(':memory:')
})
afterAll(() => db.close())

const side = (rows: string, type: string) =>
  `(select k, cast(c as ${type}) as c from (values ${rows}) as rows(k, c))`

it.each([
  ['a cent less than nothing', "('a', -1), ('b', 5)", "('a', 0), ('b', 5)", [['a', 1]]],
  [
    'a cent moved from row to row',
    "('a', 4), ('b', 6)",
    "('a', 5), ('b', 5)",
    [
      ['a', 1],
      ['b', 1],
    ],
  ],
  ['the sign', "('a', -5)", "('a', 5)", [['a', 10]]],
  ['a row too many', "('a', 5), ('b', 0)", "('a', 5)", [['b', 0]]],
  ['a row held twice', "('a', 5), ('a', 0)", "('a', 5)", [['a', 0]]],
  ['nothing', "('b', 5), ('a', 0)", "('a', 0), ('b', 5)", []],
])('sees %s, whole or one by one', async (_, published, expected, violations) => {
  for (const isLarge of [true, false]) {
    for (const [one, other] of [
      ['bigint', 'hugeint'],
      ['bigint', 'bigint'],
    ]) {
      const sql = sameRows({
        key: ['k'],
        cents: ['c'],
        published: side(published, one!),
        expected: side(expected, other!),
        isLarge,
      })
      const found = await db.all(sql)
      const rows = found.map(({ sample, amount_cents }) => [sample, Number(amount_cents)])
      expect(rows.sort(), `${isLarge} ${other}`).toEqual(violations)
    }
  }
})
