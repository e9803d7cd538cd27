import { expect, it } from 'vitest'
import { createCasts, Database } from '../../src/engine/index.js'

it.each([
  ['to_cents_or_null', '58.90', 5890],
  ['to_cents_or_null', '58.9', 5890],
  ['to_cents_or_null', '58', 5800],
  ['to_cents_or_null', '-0.01', -1],
  ['to_cents_or_null', '58.900', 5890],
  ['to_cents_or_null', '58.905', null],
  ['to_cents_or_null', '58,90', null],
  ['to_cents_or_null', '1e3', null],
  ['to_cents_or_null', '90071992547409.91', 9_007_199_254_740_991],
  ['to_cents_or_null', '', null],
  ['to_integer_or_null', '8', 8],
  ['to_integer_or_null', '8.0', 8],
  ['to_integer_or_null', '8.5', null],
  ['to_integer_or_null', '99999999999', null],
  ['to_integer_or_null', 'eight', null],
  ['to_micros_or_null', '-23.5456212', -23_545_621],
  ['to_zip_prefix', '1037', '01037'],
  ['to_zip_prefix', '01037', '01037'],
  ['to_zip_prefix', ' 14409 ', '14409'],
  ['to_zip_prefix', '', null],
  ['to_timestamp_or_null', '2017-10-02 10:56:33', new Date('2017-10-02T10:56:33Z')],
  ['to_timestamp_or_null', '2017-10-02', new Date('2017-10-02')],
  ['to_timestamp_or_null', '2017-02-30 00:00:00', null],
  ['to_timestamp_or_null', '02/10/2017', null],
  ['to_timestamp_or_null', '2017-10-02 10:56:33+03', null],
] as const)('%s(%j) is %j', async (cast, text, value) => {
  const db = await Database.create()
  await createCasts(db, 2)
  expect(await db.all(`select ${cast}(?) as value`, text)).toEqual([{ value }])
  await db.close()
})

it.each([
  [0, '1234', 1234],
  [0, '1234.00', 1234],
  [0, '12.5', null],
  [3, '1.234', 1234],
  [3, '1.2', 1200],
  [3, '1.2345', null],
])('with %d decimals %s is %j', async (digits, text, value) => {
  const db = await Database.create()
  await createCasts(db, digits)
  expect(await db.all('select to_cents_or_null(?) as value', text)).toEqual([{ value }])
  await db.close()
})
