import { identifier, literal } from '../../engine/index.js'

/**
 * `error` stops the stage: the model cannot be right. `warning` is a defect of reality: it is
 * recorded with its numbers, and the stage goes on.
 */
export type Severity = 'error' | 'warning'

/** One declared check, in the vocabulary of dbt's tests. */
export interface Check {
  readonly id: string
  readonly table: string
  readonly kind: string
  /** What must hold, in words. */
  readonly statement: string
  readonly severity: Severity
  /** What is allowed and what to do. */
  readonly remedy?: string
  /** SELECT with one column `key`: one row per violation. */
  readonly violations: string
}

export interface CheckOptions {
  /** Default `error`. */
  readonly severity?: Severity
  /** Default: derived from kind, table and columns. */
  readonly id?: string
  /** Default: derived from kind and columns. */
  readonly statement?: string
  /** Default: what the cast reads, or nothing. */
  readonly remedy?: string
}

/** The columns stand together only once. */
export function unique(table: string, columns: readonly string[], options?: CheckOptions): Check {
  return check('unique', table, columns, options, {
    statement: `${columns.join(', ')} ${columns.length > 1 ? 'together stand' : 'stands'} in one row only`,
    violations: `select ${keyOf(columns)} as key from ${table} group by ${columns.map(identifier).join(', ')} having count(*) > 1`,
  })
}

/** The column has a value in every row. */
export function notNull(
  table: string,
  column: string,
  key: readonly string[],
  options?: CheckOptions,
): Check {
  return check('not_null', table, [column], options, {
    statement: `${column} has a value`,
    violations: `select ${keyOf(key)} as key from ${table} where ${identifier(column)} is null`,
  })
}

/** Every value of the column stands in the other table's column. */
export function relationships(
  table: string,
  column: string,
  to: string,
  toColumn = column,
  options?: CheckOptions,
): Check {
  return check('relationships', table, [column, flat(to)], options, {
    statement: `every ${column} stands in ${to}.${toColumn}`,
    violations: `select child.${identifier(column)}::varchar as key from ${table} as child
      where not exists (
        select 1 from ${to} as parent
        where parent.${identifier(toColumn)} = child.${identifier(column)})`,
  })
}

/** The column holds only declared words. */
export function acceptedValues(
  table: string,
  column: string,
  values: readonly string[],
  options?: CheckOptions,
): Check {
  return check('accepted_values', table, [column], options, {
    statement: `${column} is one of ${values.join(', ')}`,
    violations: `select ${identifier(column)}::varchar as key from ${table}
      where ${identifier(column)} not in (${values.map(literal).join(', ')})`,
  })
}

/** Two tables have the same number of rows. */
export function equalRowcount(table: string, source: string, options?: CheckOptions): Check {
  const both = `(select (select count(*) from ${table}) as got, (select count(*) from ${source}) as wanted)`
  return check('equal_rowcount', table, [], options, {
    statement: `as many rows as ${source}`,
    violations: `select got || ' rows, ' || wanted || ' in the source' as key from ${both} where got <> wanted`,
  })
}

/** A sum is the same on two paths. */
export function equalSum(
  table: string,
  column: string,
  source: string,
  /** A SELECT of `cents` to sum. */
  centsSql: string,
  options?: CheckOptions,
): Check {
  return check('equal_sum', table, [column], options, {
    statement: `the sum of ${column} is that of ${source}, to the cent`,
    violations: `select got || ' cents, ' || wanted || ' in the source' as key from (
        select
          coalesce((select sum(${identifier(column)}) from ${table}), 0) as got,
          coalesce((select sum(cents) from (${centsSql})), 0) as wanted
      ) where got <> wanted`,
  })
}

/** The expression holds in every row of the table, or of a query over it. */
export function expressionIsTrue(
  table: string,
  expression: string,
  key: readonly string[],
  options: CheckOptions & {
    readonly id: string
    readonly statement: string
    readonly from?: string
  },
): Check {
  const { from = table, ...rest } = options
  return check('expression_is_true', table, [], rest, {
    statement: rest.statement,
    violations: `select ${keyOf(key)} as key from ${from} where not coalesce(${expression}, false)`,
  })
}

/** What the casts of the engine read. */
const readable: Readonly<Record<string, string>> = {
  to_cents_or_null: 'Allowed: an amount as 1234.56, of no more decimals than its currency has.',
  to_timestamp_or_null: 'Allowed: a moment as 2024-05-31 18:45:00, or a day as 2024-05-31.',
  to_local_timestamp_or_null:
    'Allowed: a moment as 2024-05-31 18:45:00, an offset behind it or not.',
  to_integer_or_null: 'Allowed: a whole number.',
}

/** Text that is there can be read as what it should be. */
export function castable(
  table: string,
  column: string,
  cast: string,
  key: readonly string[],
  options: CheckOptions & {
    /** SQL over `x` that brings the text into the cast's form. Default: as it is. */
    readonly normal?: string
  } = {},
): Check {
  const { normal = 'x', ...rest } = options
  const text = normal.replace(/\bx\b/g, () => identifier(column))
  return check('castable', table, [column], rest, {
    statement: `${column} can be read as ${cast.replace('to_', '').replace('_or_null', '')}`,
    ...(readable[cast] ? { remedy: readable[cast] } : {}),
    violations: `select ${keyOf([...new Set([...key, column])])} as key from ${table}
      where ${text} <> '' and ${cast}(${text}) is null`,
  })
}

/** A check whose id is its kind, table and names, if the options say no other. */
function check(
  kind: string,
  table: string,
  names: readonly string[],
  options: CheckOptions | undefined,
  derived: Pick<Check, 'statement' | 'violations'>,
): Check {
  const id = [kind, flat(table), ...names].join('_')
  return { id, table, kind, severity: 'error', ...derived, ...options }
}

function flat(table: string): string {
  return table.replaceAll('.', '_')
}

function keyOf(columns: readonly string[]): string {
  return columns
    .map((column) => `coalesce(${identifier(column)}::varchar, 'NULL')`)
    .join(" || ' ' || ")
}
