import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Database, schemaDifferences, tableFingerprint } from '../../src/engine/index.js'
import { InputError } from '../../src/errors.js'
import {
  cents,
  day,
  flag,
  integer,
  real,
  type TableSchema,
  text,
  time,
} from '../../src/schema/column.js'

let db: Database
beforeEach(async () => {
  db = await Database.create(':memory:', { threads: 2 })
})
afterEach(() => db.close())

const people: TableSchema = {
  about: 'One person.',
  grain: ['name'],
  columns: {
    name: text('Her name.'),
    born: day('Her birthday.'),
    seen_at: time('When she came last.'),
    balance_cents: cents('What she has.'),
    score: real('What she scored.'),
    is_new: flag('She came once.'),
  },
}

describe('Database', () => {
  it('answers with rows, columns and arquero tables', async () => {
    const sql = 'select i::bigint as i, i * 2 as twice from range(3) as t(i) order by i'
    expect(await db.all(sql)).toEqual([
      { i: 0, twice: 0 },
      { i: 1, twice: 2 },
      { i: 2, twice: 4 },
    ])
    expect(await db.columns(sql)).toEqual({ i: [0, 1, 2], twice: [0, 2, 4] })
    expect((await db.table(sql)).array('twice')).toEqual([0, 2, 4])
  })

  it('fills parameters in order', async () => {
    expect(await db.all('select ? || ? as text', 'a', 'b')).toEqual([{ text: 'ab' }])
  })

  it('refuses to round an integer silently', async () => {
    await expect(db.all('select 9007199254740993 as n')).rejects.toThrow('Cast that column')
  })

  it('streams rows', async () => {
    let sum = 0
    await db.each('select i from range(5000) as t(i)', (row) => {
      sum += row.i as number
    })
    expect(sum).toBe((5000 * 4999) / 2)
  })

  it('appends columns of every type, nulls included, over several chunks', async () => {
    await db.createTable('people', people)
    const rows = 5000
    const count = Array.from({ length: rows }, (_, i) => i)
    await db.append('people', people, {
      name: count.map((i) => `n${i}`),
      born: new Int32Array(count),
      seen_at: count.map((i) => (i === 0 ? null : new Date(i * 1000))),
      balance_cents: new Float64Array(count.map((i) => -i)),
      score: count.map((i) => i / 2),
      is_new: count.map((i) => i % 2 === 0),
    })
    expect(
      await db.all('select * from people where name in (?, ?) order by name', 'n0', 'n4999'),
    ).toEqual([
      { name: 'n0', born: new Date(0), seen_at: null, balance_cents: 0, score: 0, is_new: true },
      {
        name: 'n4999',
        born: new Date(4999 * 86_400_000),
        seen_at: new Date(4_999_000),
        balance_cents: -4999,
        score: 2499.5,
        is_new: false,
      },
    ])
  })

  it('refuses columns that are missing or differ in length', async () => {
    await db.createTable('people', people)
    await expect(db.append('people', people, { name: ['a'] })).rejects.toThrow(
      'column born has no values',
    )
  })

  it('attaches another database for reading only', async () => {
    const dir = mkdtempSync(join(tmpdir(), "cause'way "))
    const path = join(dir, 'other.duckdb')
    const other = await Database.create(path)
    await other.exec('create table t as select 7 as n')
    await other.close()
    await db.attach('other', path)
    expect(await db.all('select n from other.t')).toEqual([{ n: 7 }])
    await expect(db.exec('insert into other.t values (8)')).rejects.toThrow('read-only')
    await db.exec('detach other')
    rmSync(dir, { recursive: true })
  })
})

describe('makeTable', () => {
  const most = '9223372036854775807'

  it.each([
    ['a sum', `select cast(sum(x) as bigint) as a_cents from (values (${most}), (1)) as v (x)`],
    ['a product', `select x * 2 as a_cents from (values (${most})) as v (x)`],
  ])('tells whoever brought it that %s is too large', async (_, select) => {
    const made = db.makeTable('amounts', select)
    await expect(made).rejects.toThrow(InputError)
    await expect(made).rejects.toThrow('making amounts: a sum or a product is beyond 2^63')
  })

  it('leaves every other error as it is', async () => {
    const made = db.makeTable('amounts', 'select nothing from nowhere')
    await expect(made).rejects.toThrow('nowhere')
    await expect(made).rejects.not.toThrow(InputError)
    const narrow = db.makeTable(
      'days',
      'select cast(x as integer) as d from (values (3000000000)) as v (x)',
    )
    await expect(narrow).rejects.toThrow('INT32')
  })
})

describe('tableFingerprint', () => {
  it('ignores the order of rows and sees a changed or doubled one', async () => {
    await db.exec("create table a as from (values (1, 'x'), (2, null)) as t(i, s)")
    await db.exec("create table b as from (values (2, null), (1, 'x')) as t(i, s)")
    await db.exec("create table c as from (values (1, 'x'), (2, '')) as t(i, s)")
    await db.exec("create table d as from (values (1, 'x'), (2, null), (2, null)) as t(i, s)")
    const [a, b, c, d] = await Promise.all(['a', 'b', 'c', 'd'].map((t) => tableFingerprint(db, t)))
    expect(b).toBe(a)
    expect(c).not.toBe(a)
    expect(d).not.toBe(a)
  })
})

describe('schemaDifferences', () => {
  it('names what is missing, changed or not declared', async () => {
    await db.exec('create table people as select 1 as name')
    await db.exec('create table extra as select 1 as n')
    const differences = await schemaDifferences(db, {
      people: { about: '', grain: [], columns: { name: text('Her name.') } },
      gone: { about: '', grain: [], columns: { n: integer('A number.') } },
      maybe: { about: '', grain: [], columns: { n: integer('A number.') }, optional: true },
    })
    expect(differences).toEqual([
      'people: got (name INTEGER), declared (name VARCHAR)',
      'gone: missing',
      'extra: not declared',
    ])
  })
})
