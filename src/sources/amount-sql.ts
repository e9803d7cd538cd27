import { identifier, literal } from '../engine/index.js'
import type { AmountOrigin, AmountTerm, MoneyFormat, RowOrigin } from './origins.js'

/**
 * An amount of every order as the files state it, on another path than the staging views: a SELECT
 * of `order_id` and `cents`. Text that is no amount counts as 0.
 *
 * @param minorUnits minor units of the currency in one, as SQL: 100 for cents
 */
export function amountSql(amount: AmountOrigin, minorUnits: string): string {
  const format = amount.format ?? {}
  const terms = amount.terms.map((term) => termSql(term, format, minorUnits)).join(' ')
  const sum = amount.isFloored ? `greatest(0, ${terms})` : terms
  return `select ${identifier(amount.order)} as order_id, cast(${sum} as bigint) as cents
    from raw.${identifier(amount.table)}
    where trim(${identifier(amount.order)}) <> ''
    group by ${identifier(amount.order)}${having(amount.only)}`
}

function termSql(
  { column, sign, times, per }: AmountTerm,
  format: MoneyFormat,
  minorUnits: string,
): string {
  const cents = `try_cast(${plain(column, format)} as decimal(18, 4)) * ${minorUnits}`
  const value = times ? `${cents} * try_cast(${identifier(times)} as integer)` : cents
  return `${sign < 0 ? '-' : '+'} coalesce(${per === 'line' ? 'sum' : 'max'}(${value}), 0)`
}

/** The text of a money column with a decimal point and nothing between thousands. */
function plain(column: string, { decimal = '.', grouping }: MoneyFormat): string {
  const bare = grouping
    ? `replace(${identifier(column)}, ${literal(grouping)}, '')`
    : identifier(column)
  return decimal === '.' ? bare : `replace(${bare}, ${literal(decimal)}, '.')`
}

function having(only: RowOrigin['only']): string {
  if (!only) return ''
  const values = only.values.map(literal).join(', ')
  return ` having max(lower(trim(${identifier(only.column)}))) in (${values})`
}

/** The rows of a raw table that give canonical rows: a table, or a query in brackets. */
export function rowsSql({ table, each, filled, only }: RowOrigin): string {
  if (!each && !only && !filled) return `raw.${identifier(table)}`
  const columns = (each ?? []).map(identifier)
  const wanted = [
    ...columns.map((column) => `trim(${column}) <> ''`),
    ...(filled ? [`trim(${identifier(filled)}) <> ''`] : []),
    ...(only
      ? [`lower(trim(${identifier(only.column)})) in (${only.values.map(literal).join(', ')})`]
      : []),
  ]
  const selected = each ? `distinct ${columns.join(', ')}` : '*'
  return `(select ${selected} from raw.${identifier(table)} where ${wanted.join(' and ')})`
}
