/** A function of the models' SQL: its parameters, and the expression that stands for a call. */
export interface SqlFunction {
  readonly parameters: readonly string[]
  readonly body: string
}

/**
 * What models, laws and queries of a workbench call by name. Plain expressions of the SQL that every
 * engine runs, so that an engine without macros can have them written out in place of the call.
 * Money and counts are integers; rounding is half away from zero.
 *
 * - `share_of(x, bps)`: a share of an amount in basis points, for amounts of either sign
 * - `ratio_or_null(x, y)`: x by y rounded to a whole, NULL where y is 0; y is >= 0
 * - `bps_or_null(x, y)`: the same in basis points
 * - `day_share(x, days, nth)`: what of an amount >= 0 falls on the nth of so many days: the floor of
 *   its share, leftover cents on the first days
 * - `total(x)`: the sum as a BIGINT, NULL of no rows
 * - `month_of(x)`: the first day of the month of a date
 * - `days_between(a, b)`: days from one date to another, negative where b is earlier
 * - `high_bits(x)`: a hash of 64 bits as a number of 48, of which many can be summed
 * - `moved_zone(x, source, target)`: a local moment of one time zone as that of another
 */
export const sqlFunctions: Readonly<Record<string, SqlFunction>> = {
  share_of: {
    parameters: ['x', 'bps'],
    body: `case when x < 0 then -((2 * -x * bps + 10000) // 20000)
      else (2 * x * bps + 10000) // 20000 end`,
  },
  ratio_or_null: {
    parameters: ['x', 'y'],
    body: `cast(case when x < 0 then -((2 * -x + y) // nullif(2 * y, 0))
      else (2 * x + y) // nullif(2 * y, 0) end as bigint)`,
  },
  bps_or_null: {
    parameters: ['x', 'y'],
    body: `cast(case when x < 0 then -((20000 * -x + y) // nullif(2 * y, 0))
      else (20000 * x + y) // nullif(2 * y, 0) end as bigint)`,
  },
  day_share: {
    parameters: ['x', 'days', 'nth'],
    body: 'x // days + case when nth <= x % days then 1 else 0 end',
  },
  total: { parameters: ['x'], body: 'cast(sum(x) as bigint)' },
  month_of: { parameters: ['x'], body: `cast(date_trunc('month', x) as date)` },
  days_between: { parameters: ['a', 'b'], body: `date_diff('day', a, b)` },
  high_bits: { parameters: ['x'], body: 'cast(x >> 16 as bigint)' },
  moved_zone: {
    parameters: ['x', 'source', 'target'],
    body: 'timezone(target, timezone(source, x))',
  },
}

/** Statements that make functions known to one connection of DuckDB, and to that one only. */
export function macros(functions: Readonly<Record<string, SqlFunction>>): string {
  return Object.entries(functions)
    .map(
      ([name, { parameters, body }]) =>
        `create or replace temporary macro ${name}(${parameters.join(', ')}) as ${body};`,
    )
    .join('\n')
}

/** The functions of the house, for every connection. */
export const createFunctions: string = macros(sqlFunctions)
