/** Pieces of SQL that laws are made of. */

/** A whole number that was assumed, by its id. */
export function number(id: string): string {
  return `(select cast(value as bigint) from assumed where id = '${id}')`
}

/** A share in basis points of an amount >= 0, half a cent up. */
export function share(cents: string, bps: string): string {
  return `((${cents}) * (${bps}) + 5000) // 10000`
}

/** floor(amount * part / parts), in 64 bits where both are small enough. */
export function floorShare(amount: string, part: string, parts: string): string {
  return `case when ${amount} < 2147483648 and ${parts} < 2147483648
    then ${amount} * (${part}) // ${parts} else cast(${amount} as hugeint) * (${part}) // ${parts} end`
}

/**
 * A SELECT of what is declared of each member of a collection, a row each: its name as `key`, then the fields.
 *
 * @param type what the declared texts are read as
 */
export function declaredOf(
  collection: string,
  key: string,
  fields: readonly string[],
  type: 'bigint' | 'varchar' = 'bigint',
): string {
  const values = fields.map(
    (field) =>
      `max(case when split_part(id, '.', 4) = '${field}' then cast(value as ${type}) end) as ${field}`,
  )
  return `select split_part(id, '.', 3) as ${key}, ${values.join(', ')}
    from assumed where id like '${collection}.%' group by 1`
}

/** An average in whole cents, half away from zero; null for none. */
export function average(cents: string, count: string): string {
  return `case when (${count}) > 0 then
    sign(${cents}) * ((2 * abs(${cents}) + (${count})) // (2 * (${count}))) end`
}

/** Whether two numbers agree but for the order in which they were summed. */
export function agree(one: string, other: string): string {
  return `coalesce(abs(${one} - (${other})) <= 1e-6 * greatest(1, abs(${other})), false)`
}

/**
 * The days from one to another, a row each: `date`, after some columns of where they are from.
 *
 * @param from a table of one row
 */
export function eachDay(
  first: string,
  last: string,
  from: string,
  also: readonly string[] = [],
): string {
  const moment = `unnest(generate_series(${first}, ${last}, interval 1 day)) as moment`
  return `select ${[...also, 'cast(moment as date) as date'].join(', ')}
    from (select ${[...also, moment].join(', ')} from ${from}) as moments`
}

/** A SELECT of rows of a few among many columns. */
export interface Part {
  /** Its columns that are no numbers, in the order of all parts. */
  readonly key: readonly string[]
  /** Its numbers by their column. */
  readonly numbers: Readonly<Record<string, string>>
  /** What follows FROM. */
  readonly from: string
}

/** Parts one below the other; a number that one has not is null there. */
export function stacked(
  key: readonly string[],
  numbers: readonly string[],
  parts: readonly Part[],
) {
  return parts
    .map((part) => {
      const named = key.map((name, i) => `${part.key[i]} as ${name}`)
      const all = numbers.map(
        (name) => `${part.numbers[name] ?? 'cast(null as bigint)'} as ${name}`,
      )
      return `select ${[...named, ...all].join(', ')} from ${part.from}`
    })
    .join('\nunion all\n')
}

/** The first day of the month of a day. */
export function monthOf(date: string): string {
  return `make_date(year(${date}), month(${date}), 1)`
}

/** Two tables that must hold the same rows. */
export interface TwoTables {
  /** What identifies and describes a row: compared exactly, null with null. */
  readonly key: readonly string[]
  /** Amounts of a row that add up; none is ever null. */
  readonly cents?: readonly string[]
  /** Counts of a row that add up; none is ever null. They are no money. */
  readonly counts?: readonly string[]
  /** What was published: a table, or a SELECT in brackets. */
  readonly published: string
  /** What must be there: a table, or a SELECT in brackets. */
  readonly expected: string
  /** Whether there are so many that all are first compared as one number, and one by one where it tells. */
  readonly isLarge?: boolean
}

/**
 * The SQL of: two tables hold the same rows, neither one more nor one less, with the same amounts.
 * A violation is a key; at stake is the largest difference among its amounts.
 */
export function sameRows(tables: TwoTables): string {
  const { key, cents = [], counts = [], published, expected, isLarge } = tables
  const columns = key.join(', ')
  const sums = [...cents, ...counts]
  const signed = (sign: string) =>
    [
      ...[columns, `${sign}1 as held`, `${sums.length} - (${counted(sums)}) as blank`],
      ...sums.map((name) => `${sign}${name} as ${name}`),
    ].join(', ')
  const stake = cents.map((name) => `abs(coalesce(sum(${name}), 0))`)
  const sides = `(
      select ${signed('')} from ${published} as published
      union all
      select ${signed('-')} from ${expected} as expected
    )`
  return `
    ${isLarge ? `with sides as materialized ${sides}` : ''}
    select ${greatest(stake)} as amount_cents, concat_ws(' ', ${columns}) as sample
    from ${isLarge ? `sides where exists (select 1 from sides having ${differ(key, sums)} or sum(blank) <> 0)` : `${sides} as sides`}
    group by ${columns}
    having ${['sum(held) <> 0', 'sum(blank) <> 0', ...sums.map((name) => `sum(${name}) <> 0`)].join(' or ')}`
}

/**
 * Whether two sides, one `held` 1 and the other -1, have other rows: each as a number of 48 bits, added up.
 * Sides that are not the same come to the same but by a miracle. Amounts are told apart as BIGINT, for the
 * hash of a HUGEINT is the same for -1 and 0.
 */
export function differ(key: readonly string[], amounts: readonly string[]): string {
  const values = [...key, ...amounts.map((name) => `try_cast(held * ${name} as bigint)`)]
  return `sum(held * high_bits(hash(${values.join(', ')}))) <> 0`
}

/** How many of some columns have a value. */
function counted(columns: readonly string[]): string {
  return ['0', ...columns.map((name) => `case when ${name} is null then 0 else 1 end`)].join(' + ')
}

function greatest(amounts: readonly string[]): string {
  if (amounts.length === 0) return '0'
  return amounts.length === 1 ? amounts[0]! : `greatest(${amounts.join(', ')})`
}

/**
 * The SQL of: two ways of adding up give the same cents for every key. Where nothing is added up, a
 * key may be absent.
 *
 * @param key columns of the key; both selects name them
 * @param one,other selects of the key and `cents`
 */
export function sameCents(key: readonly string[], one: string, other: string): string {
  const columns = key.join(', ')
  return `
    select abs(coalesce(sum(cents), 0)) as amount_cents, concat_ws(' ', ${columns}) as sample
    from (
      select ${columns}, cents from (${one}) as one
      union all
      select ${columns}, -cents as cents from (${other}) as other
    ) as sides
    group by ${columns}
    having sum(cents) <> 0 or count(*) <> count(cents)`
}

/** A wide table as rows of (key, line, cents), one for each of its columns. */
export function long(
  table: string,
  key: readonly string[],
  columns: Readonly<Record<string, string>>,
): string {
  return Object.entries(columns)
    .map(
      ([line, cents]) =>
        `select ${[...key, `'${line}' as line`, `${cents} as cents`].join(', ')} from ${table}`,
    )
    .join('\nunion all\n')
}
