import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createCasts, Database } from '../../src/engine/index.js'
import { text } from '../../src/schema/column.js'

let db: Database
beforeAll(async () => {
  db = await Database.create(':memory:', { threads: 1 })
})
afterAll(() => db.close())

async function cast(name: string, texts: readonly (string | null)[], minorDigits = 2) {
  await createCasts(db, minorDigits)
  const schema = { about: 'Texts.', grain: [], columns: { t: text('A text.') } }
  await db.exec('drop table if exists texts')
  await db.createTable('texts', schema)
  await db.append('texts', schema, { t: texts })
  const rows = await db.rows<{ value: unknown }>(
    `select ${name}(t) as value from texts order by rowid`,
  )
  return rows.map(({ value }) => (value instanceof Date ? value.toISOString() : value))
}

describe.each([
  [
    'to_cents_or_null',
    {
      '58.90': 5890,
      '58.9': 5890,
      '58': 5800,
      '58.': 5800,
      '+7': 700,
      '-0.01': -1,
      '-0': 0,
      '58.900': 5890,
      '000000000000000000058.90': 5890,
      '999999999999.99': 99_999_999_999_999,
      '1000000000000': null,
      '1234567890123456.78': null,
      '58.905': null,
      '58,90': null,
      '.5': null,
      '1e3': null,
      '٣': null,
      ' 8 ': null,
      '8\n': null,
      '--8': null,
      '+-8': null,
      NaN: null,
      '': null,
    },
  ],
  [
    'to_integer_or_null',
    {
      '8': 8,
      '8.0': 8,
      '-8.': -8,
      '007': 7,
      '999999999': 999_999_999,
      '1000000000': null,
      '99999999999999999999': null,
      '8.5': null,
      '1e3': null,
      '0x10': null,
      '1_000': null,
      eight: null,
    },
  ],
  [
    'to_micros_or_null',
    {
      '-23.5456212': -23_545_621,
      '-23.5456215': -23_545_622,
      '23.54562149999': 23_545_621,
      '180': 180_000_000,
      '0.0000005': 1,
      '99999999999': null,
      '-4.5e-05': null,
      '.5': null,
      '': null,
    },
  ],
  [
    'to_zip_prefix',
    {
      '1037': '01037',
      '01037': '01037',
      ' 14409 ': '14409',
      '1e3': '1e3',
      '-12': '-12',
      '٣': '٣',
      '': null,
      ' ': null,
    },
  ],
  [
    'to_double_or_null',
    {
      '1.5': 1.5,
      '-2': -2,
      '.5': 0.5,
      '1e3': 1000,
      '1d': null,
      NaN: null,
      inf: null,
      ' 1': null,
      '': null,
    },
  ],
  [
    'to_local_timestamp_or_null',
    {
      '2017-10-02 10:56:33 -0300': '2017-10-02T10:56:33.000Z',
      '2017-10-02T10:56:33.5Z': '2017-10-02T10:56:33.000Z',
      '2017-10-02': '2017-10-02T00:00:00.000Z',
      '2017-02-29': null,
      '2017-10-02 24:00:00': null,
    },
  ],
  [
    'to_timestamp_or_null',
    {
      '2017-10-02 10:56:33': '2017-10-02T10:56:33.000Z',
      '2017-10-02': '2017-10-02T00:00:00.000Z',
      '2016-02-29': '2016-02-29T00:00:00.000Z',
      '2017-02-29': null,
      '2017-02-30 00:00:00': null,
      '2017-13-01': null,
      '2017-10-02 24:00:00': null,
      '2017-10-02 23:59:60': null,
      '2017-10-02T10:56:33': null,
      '2017-10-02 ': null,
      '0000-01-01': null,
      '99999-01-01': null,
      '٢٠١٧-10-02': null,
      '02/10/2017': null,
      '2017-10-02 10:56:33+03': null,
      infinity: null,
      epoch: null,
    },
  ],
] as const)('%s', (name, expected) => {
  it.each(Object.entries(expected))('%j', async (given, value) => {
    expect(await cast(name, [given])).toEqual([value])
  })
  it('leaves what is missing missing', async () => {
    expect(await cast(name, [null])).toEqual([null])
  })
})

it.each([
  [0, '1234', 1234],
  [0, '1234.00', 1234],
  [0, '12.5', null],
  [0, '99999999999999', 99_999_999_999_999],
  [3, '1.234', 1234],
  [3, '1.2', 1200],
  [3, '1.2345', null],
  [3, '99999999999.999', 99_999_999_999_999],
])('with %d decimals %s is %j', async (digits, given, value) => {
  expect(await cast('to_cents_or_null', [given], digits)).toEqual([value])
})

/** Texts near to numbers and days, and far from them; none holds a NUL, which no file may. */
const anyText = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'0123456789+-.,eE:T \t\n٣') }),
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 1, maxLength: 400 }),
  fc.string({ unit: 'grapheme' }).map((given) => given.replaceAll('\u0000', '')),
  fc
    .tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.nat(99_999_999))
    .map(([whole, part]) => `${whole}.${part}`),
  fc
    .tuple(fc.nat(12_000), fc.nat(15), fc.nat(35), fc.nat(26), fc.nat(62))
    .map(
      ([y, m, d, h, s]) =>
        `${pad(y, 4)}-${pad(m, 2)}-${pad(d, 2)}${h > 24 ? '' : ` ${pad(h, 2)}:${pad(s, 2)}:00`}`,
    ),
)
const pad = (value: number, length: number) => String(value).padStart(length, '0')

/** The same promises again, in whole numbers of any size. */
const reference: Record<string, (given: string) => unknown> = {
  to_integer_or_null: (given) => scaled(/^([+-]?)0*(\d{1,9})(?:\.0*)?$/, given, 0),
  to_cents_or_null: (given) => scaled(/^([+-]?)0*(\d{1,12})(?:\.(\d{0,2})0*)?$/, given, 2),
  to_micros_or_null: (given) => {
    const tenths = scaled(/^([+-]?)0*(\d{1,3})(?:\.(\d*))?$/, given, 7)
    return tenths === null ? null : Math.sign(tenths) * Math.floor((Math.abs(tenths) + 5) / 10) + 0
  },
  to_timestamp_or_null: (given) => {
    if (!/^[1-9]\d{3}-\d\d-\d\d( \d\d:\d\d:\d\d)?$/.test(given)) return null
    const iso = `${given.replace(' ', 'T')}${given.length === 10 ? 'T00:00:00' : ''}.000Z`
    const moment = new Date(iso)
    return !Number.isNaN(moment.getTime()) && moment.toISOString() === iso ? iso : null
  },
}

function scaled(pattern: RegExp, given: string, digits: number): number | null {
  const found = given.includes('\n') ? null : pattern.exec(given)
  if (!found) return null
  const [, sign, whole, part = ''] = found
  const number = Number(`${whole}${part.slice(0, digits).padEnd(digits, '0')}`)
  return sign === '-' && number !== 0 ? -number : number
}

it.each(Object.keys(reference))('%s keeps its promise on every text', async (name) => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyText, { minLength: 1, maxLength: 200 }), async (texts) => {
      expect(await cast(name, texts)).toEqual(texts.map((given) => reference[name]!(given)))
    }),
    { numRuns: 30 },
  )
})
