import { InputError } from '../errors.js'
import type { Database } from './database.js'
import { identifier, literal } from './sql-text.js'

/** What one column of a table holds. */
export interface ColumnProfile {
  readonly column: string
  readonly type: string
  readonly rows: number
  readonly nulls: number
  /** Empty strings; 0 where the type has none. */
  readonly empty: number
  readonly distinct: number
  /** Smallest and largest value, as text; texts compare by their bytes. */
  readonly min: string | null
  readonly max: string | null
  /** The commonest values with their counts, ties in order of value: `SP (42), RJ (13)`. */
  readonly top: string
  /** The commonest shape with its share: `9` is a digit, `a` a letter, `9+` and `a+` three or more. */
  readonly pattern: string
}

const TOP_VALUES = 3
/** A timestamp is shown whole, an id is cut. */
const SHOWN_CHARACTERS = 19

/**
 * Profiles every column of a table: nulls, distinct values, range, commonest values and shapes.
 * All counts are exact, and ties are broken by value, so a profile never changes from run to run.
 *
 * @param table a table as SQL names it, `catalog.name` or `name`
 * @throws InputError when there is no such table
 */
export async function profileTable(db: Database, table: string): Promise<ColumnProfile[]> {
  const columns = await columnsOf(db, table)
  const quoted = table.split('.').map(identifier).join('.')
  const profiles: ColumnProfile[] = []
  for (const { name, type } of columns) profiles.push(await profileColumn(db, quoted, name, type))
  return profiles
}

async function columnsOf(db: Database, table: string): Promise<{ name: string; type: string }[]> {
  const [name, catalog] = table.split('.').reverse()
  const columns = await db.all<{ name: string; type: string }>(
    `select column_name as name, data_type as type from duckdb_columns()
     where table_name = ${literal(name!)}
       and database_name = ${catalog === undefined ? 'current_database()' : literal(catalog)}
     order by column_index`,
  )
  if (columns.length > 0) return columns
  throw new InputError(
    `profile: there is no table ${table}. Name one as raw.orders or dwh.fct_orders.`,
  )
}

async function profileColumn(
  db: Database,
  table: string,
  name: string,
  type: string,
): Promise<ColumnProfile> {
  const column = identifier(name)
  const [profile] = await db.all<Omit<ColumnProfile, 'column' | 'type'>>(
    `with counted as (
       select ${column} as value, count(*) as n from ${table} group by ${column}
     ),
     texts as (
       select value::varchar as value, n from counted where value is not null
     ),
     commonest as (
       select value, n from texts order by n desc, value limit ${TOP_VALUES}
     ),
     figures as (
       select ${HEX} as hex_digits, ${withoutDigits('value')} as bare, sum(n) as n
       from texts group by all
     ),
     shapes as (
       select case when hex_digits > 0 then hex_digits || ' hex digits' else ${shapeOf('bare')} end as shape,
         sum(n) as n
       from figures group by shape
     )
     select
       coalesce((select sum(n) from counted), 0)::bigint as rows,
       coalesce((select sum(n) from counted where value is null), 0)::bigint as nulls,
       coalesce((select sum(n) from texts where value = ''), 0)::bigint as empty,
       (select count(*) from texts) as distinct,
       (select ${shortened('min(value)::varchar')} from counted) as min,
       (select ${shortened('max(value)::varchar')} from counted) as max,
       coalesce((select string_agg(${shortened('value')} || ' (' || n || ')', ', ' order by n desc, value)
         from commonest), '') as top,
       coalesce((select ${shortened('shape')} || ' (' || (n * 100 // (select sum(n) from shapes)) || '%)'
         from shapes order by n desc, shape limit 1), '') as pattern`,
  )
  return { column: name, type, ...profile! }
}

/** SQL for how long an id of hexadecimal digits is; 0 for any other text. */
const HEX = `case when length(value) between 16 and 64 and regexp_full_match(value, '[0-9a-f]+')
  then length(value) else 0 end`

/** SQL for a text whose digits are all 9, which leaves few texts of many; ids of hexadecimal digits need none. */
function withoutDigits(text: string): string {
  return `case when ${HEX} > 0 then '' else translate(left(${text}, 64), '0123456789', '9999999999') end`
}

/** SQL that turns a text without digits into its shape. */
function shapeOf(text: string): string {
  const bare = `regexp_replace(${text}, '\\p{L}', 'a', 'g')`
  return `regexp_replace(regexp_replace(${bare}, '9{3,}', '9+', 'g'), 'a{3,}', 'a+', 'g')`
}

function shortened(text: string): string {
  return `case when length(${text}) > ${SHOWN_CHARACTERS}
    then left(${text}, ${SHOWN_CHARACTERS}) || '...' else ${text} end`
}
