import type { Columns, PutColumns } from '../../../src/engine/index.js'
import type { ColumnType } from '../../../src/schema/column.js'

/** A table whose rows are written by hand: the type of each column, then rows in that order. */
export interface HandMade {
  readonly schema: PutColumns
  readonly columns: Columns
}

export function handMade(
  types: Readonly<Record<string, ColumnType>>,
  rows: readonly (readonly (string | number | boolean | null)[])[],
): HandMade {
  const names = Object.keys(types)
  return {
    schema: { columns: Object.fromEntries(names.map((name) => [name, { type: types[name]! }])) },
    columns: Object.fromEntries(names.map((name, i) => [name, rows.map((row) => row[i]!)])),
  }
}

/** Texts that engines read differently when they are left to their own ideas. */
export const TEXTS = [
  ...[
    '',
    ' ',
    '0',
    '1',
    '8.0',
    '8.5',
    '1.5',
    '+7',
    '-7',
    '007',
    ' 8 ',
    '8 ',
    '1e3',
    '1E3',
    '.5',
    '5.',
  ],
  ...['58.90', '58.905', '-0.004', '99999999999999', '999999999999.99', '1,5', '1.234,56', '0x1F'],
  ...['NaN', 'inf', 'Infinity', '1d', '1f', '1L', '٣', '１２', '1_000', '2147483648', '--1', '+-1'],
  ...['2018-02-28', '2018-02-29', '2018-02-30', '2018-1-2', '2018-01-01 24:00:00', '2018-13-01'],
  ...['2018-01-01 23:59:59', '2018-01-01T23:59:59Z', '2018-01-01 10:00:00 -0300', '0000-01-01'],
  ...[
    '2018-01-01 10:00',
    '2018-01-01 10:00:00.5',
    'now',
    'today',
    'epoch',
    '20180101',
    '8\n',
    '\n8',
  ],
  ...[
    '1234',
    '12345',
    '123456',
    'SW1A 1AA',
    'null',
    'NULL',
    'true',
    "it's",
    '\\d',
    'é',
    '-23.5505199',
  ],
  ...[
    '999.9999999',
    '-999.9999995',
    '1000',
    '0.0000005',
    '-0.0000005',
    '00000000000000000000012.50',
  ],
]
