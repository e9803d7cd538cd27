import type { StagingTable } from '../../schema/staging.js'
import type { Expectation, RawTables, Source } from '../../sources/index.js'
import { adExpectations, amountSql } from '../../sources/index.js'
import { type Check, castable, expressionIsTrue, notNull, relationships, unique } from './check.js'

/** What the warehouse needs of the raw tables of a source, checked before it is built. */
export function rawChecks(source: Source, raw: RawTables): Check[] {
  const expected = [...source.origins.expectations, ...adExpectations(raw), ...ownExpectations]
    .filter((expectation) => isThere(expectation, raw))
    .map(checkOf)
  return [...expected, ...moneyWithoutItems(source, raw)]
}

/** What an order costs stands in its items: of a flat export, one that has none could have money. */
function moneyWithoutItems({ origins }: Source, raw: RawTables): Check[] {
  if (!origins.lines) return []
  return origins.amounts
    .filter(({ to, table }) => to.startsWith('order_items.') && raw.has(table))
    .map((amount) => {
      const column = amount.to.replace('order_items.', '')
      return expressionIsTrue(
        `raw.${amount.table}`,
        'cents = 0 or trim(order_id) in (select order_id from stg_order_items)',
        ['order_id'],
        {
          id: `${column}_without_items`,
          statement: `an order that costs something has an item, for ${column} of items is where it stands`,
          from: `(${amountSql(amount, '(select minor_units from params)')})`,
          remedy: 'Give the order a line with an item and its price, which may be 0.',
        },
      )
    })
}

/** What the library's own files must be like. */
const ownExpectations: readonly Expectation[] = [
  {
    check: 'unique',
    table: 'marketing_spend',
    columns: ['date', 'channel'],
    remedy: 'Add the lines of one day and channel up.',
  },
  { check: 'filled', table: 'marketing_spend', column: 'channel', key: ['date'] },
  ...['first_date', 'last_date'].map(
    (column): Expectation => ({
      check: 'readable',
      table: 'lift_tests',
      column,
      cast: 'to_timestamp_or_null',
      key: ['channel'],
    }),
  ),
]

/** What the canonical tables that some file supplies must be like, whatever the source. */
export function stagingChecks(supplied: ReadonlySet<StagingTable>): Check[] {
  return checksOfStaging.filter(({ table }) =>
    supplied.has(table.replace('stg_', '') as StagingTable),
  )
}

const checksOfStaging: readonly Check[] = [
  expressionIsTrue(
    'stg_marketing_spend',
    'spend_cents >= 0 and coalesce(impressions, 0) >= 0 and coalesce(clicks, 0) >= 0',
    ['file_name', 'date', 'channel'],
    {
      id: 'spend_is_not_negative',
      statement: 'spend, impressions and clicks are not negative',
      remedy: 'Take a credit or a correction off the days that it corrects.',
    },
  ),
  expressionIsTrue(
    'stg_lift_tests',
    'spend_factor >= 0 and standard_error > 0 and lift_orders is not null and first_date <= last_date',
    ['channel', 'first_date'],
    {
      id: 'lift_tests_are_whole',
      statement:
        'a lift test has a first and a later last day, a spend factor of 0 or more, a lift, and a standard error above 0',
    },
  ),
]

function isThere(expectation: Expectation, raw: RawTables): boolean {
  const { check, table } = expectation
  return raw.has(table) && (check !== 'known' || raw.has(expectation.to))
}

function checkOf(expectation: Expectation): Check {
  const table = `raw.${expectation.table}`
  const { severity, remedy } = expectation
  const options = { ...(severity ? { severity } : {}), ...(remedy ? { remedy } : {}) }
  switch (expectation.check) {
    case 'unique':
      return unique(table, expectation.columns, options)
    case 'filled':
      return notNull(table, expectation.column, expectation.key, options)
    case 'holds': {
      const { id, statement, expression, key } = expectation
      return expressionIsTrue(table, expression, key, { ...options, id, statement })
    }
    case 'known': {
      const to = `raw.${expectation.to}`
      return relationships(table, expectation.column, to, expectation.column, options)
    }
    case 'readable': {
      const { column, cast, key, normal } = expectation
      return castable(table, column, cast, key, { ...options, ...(normal ? { normal } : {}) })
    }
  }
}
