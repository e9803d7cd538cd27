import { expect, it } from 'vitest'
import { Database, profileTable } from '../../src/engine/index.js'

it('profiles every column exactly', async () => {
  const db = await Database.create()
  await db.exec(`create table t as select * from (values
    ('01037', 'SP', 10, date '2018-01-01'), ('01046', 'SP', 20, null),
    ('9790', 'RJ', 20, null), (null, 'RJ', 5, null), ('', 'MG', 7, null)) as v(zip, state, n, "a day")`)
  const common = { rows: 5 }
  expect(await profileTable(db, 't')).toEqual([
    {
      ...{ ...common, column: 'zip', type: 'VARCHAR', nulls: 1, empty: 1, distinct: 4 },
      ...{ min: '', max: '9790', top: ' (1), 01037 (1), 01046 (1)', pattern: '9+ (75%)' },
    },
    {
      ...{ ...common, column: 'state', type: 'VARCHAR', nulls: 0, empty: 0, distinct: 3 },
      ...{ min: 'MG', max: 'SP', top: 'RJ (2), SP (2), MG (1)', pattern: 'aa (100%)' },
    },
    {
      ...{ ...common, column: 'n', type: 'INTEGER', nulls: 0, empty: 0, distinct: 4 },
      ...{ min: '5', max: '20', top: '20 (2), 10 (1), 5 (1)', pattern: '99 (60%)' },
    },
    {
      ...{ ...common, column: 'a day', type: 'DATE', nulls: 4, empty: 0, distinct: 1 },
      ...{
        min: '2018-01-01',
        max: '2018-01-01',
        top: '2018-01-01 (1)',
        pattern: '9+-99-99 (100%)',
      },
    },
  ])
  await db.close()
})

it('profiles an empty table, and names a table that is not there', async () => {
  const db = await Database.create()
  await db.exec('create table t (a varchar)')
  expect(await profileTable(db, 't')).toEqual([
    {
      ...{ column: 'a', type: 'VARCHAR', rows: 0, nulls: 0, empty: 0, distinct: 0 },
      ...{ min: null, max: null, top: '', pattern: '' },
    },
  ])
  await expect(profileTable(db, 'nowhere.t')).rejects.toThrow(
    'profile: there is no table nowhere.t',
  )
  await db.close()
})
