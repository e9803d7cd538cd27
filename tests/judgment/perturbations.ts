import type { ArtifactSchema, ColumnType, TableSchema } from '../../src/schema/column.js'

/** One way to falsify a published table. */
export interface Perturbation {
  readonly table: string
  /** What is done, in words: unique within the table. */
  readonly what: string
  /** Statements that falsify it. */
  readonly breaks: string
  /** SELECT of `rows`: how many rows it would change; 0: it changes nothing, and nobody can see it. */
  readonly changes: string
}

const other: Readonly<Record<ColumnType, (column: string) => string>> = {
  VARCHAR: (column) => `concat(${column}, 'x')`,
  BIGINT: (column) => `coalesce(${column}, 0) + 1`,
  INTEGER: (column) => `coalesce(${column}, 0) + 1`,
  DOUBLE: (column) => `coalesce(${column}, 0) * 1.0001 + 0.001`,
  BOOLEAN: (column) => `not coalesce(${column}, false)`,
  DATE: (column) => `coalesce(${column}, date '2018-01-01') + 1`,
  TIMESTAMP: (column) => `coalesce(${column}, timestamp '2018-01-01') + interval 1 second`,
}

const zero: Partial<Record<ColumnType, string>> = { BIGINT: '0', INTEGER: '0', DOUBLE: '0' }

/** Every falsification of every table of an artifact. */
export function perturbationsOf(artifact: string, schema: ArtifactSchema): Perturbation[] {
  return Object.entries(schema).flatMap(([name, table]) => {
    const full = `${artifact}.${name}`
    return [...ofRows(full), ...ofColumns(full, table), ...ofPairs(full, table)]
  })
}

function ofRows(table: string): Perturbation[] {
  const changes = `select count(*) as rows from ${table}`
  const middle = `rowid = (select cast(floor(count(*) / 2) as bigint) from ${table})`
  return [
    { table, changes, what: 'a row is missing', breaks: `delete from ${table} where ${middle}` },
    {
      table,
      changes,
      what: 'a row stands twice',
      breaks: `insert into ${table} select * from ${table} where ${middle}`,
    },
    { table, changes, what: 'all rows are missing', breaks: `delete from ${table}` },
  ]
}

function ofColumns(table: string, { columns }: TableSchema): Perturbation[] {
  return Object.entries(columns).flatMap(([column, { type }]) => {
    const set = (what: string, value: string, where: string): Perturbation => ({
      table,
      what: `${column}: ${what}`,
      breaks: `update ${table} set ${column} = ${value} where ${where}`,
      changes: `select count(*) as rows from ${table}
        where (${where}) and ${column} is distinct from (${value})`,
    })
    const pick = (where: string, order: 'min' | 'max') =>
      `rowid = (select ${order}(rowid) from ${table} where ${where})`
    const changed = other[type](column)
    const filled = zero[type] ? `${column} <> 0` : `${column} is not null`
    return [
      set('another value in one row', changed, pick(filled, 'min')),
      set('another value in the last row', changed, pick('true', 'max')),
      set('another value in every row', changed, 'true'),
      set('nothing in one row', 'null', pick(`${column} is not null`, 'max')),
      ...(zero[type]
        ? [
            set('zero in one row', zero[type]!, pick(filled, 'max')),
            set('zero in every row', zero[type]!, 'true'),
            set('ten times as much', `${column} * 10`, pick(filled, 'max')),
            set('the other sign', `-${column}`, pick(filled, 'max')),
          ]
        : []),
      ...swapped(table, column, Object.keys(columns)),
    ]
  })
}

/** Two values of a column change places, between rows that differ in more than that. */
function swapped(table: string, column: string, columns: readonly string[]): Perturbation[] {
  const others = columns.filter((name) => name !== column)
  if (others.length === 0) return []
  const differ = others.map((name) => `b.${name} is distinct from a.${name}`).join(' or ')
  const pair = `select min(a.rowid) as a, min(b.rowid) as b
    from (select min(rowid) as rowid from ${table}) as f
    inner join ${table} as a on a.rowid = f.rowid
    inner join ${table} as b on b.${column} is distinct from a.${column} and (${differ})`
  return [
    {
      table,
      what: `${column}: two rows swapped`,
      breaks: `update ${table} set ${column} = (
          select max(case when t.rowid = p.a + p.b - ${table}.rowid then t.${column} end)
          from ${table} as t cross join (${pair}) as p)
        where rowid in (select unnest([a, b]) from (${pair}) as p)`,
      changes: `select case when b is null then 0 else 1 end as rows from (${pair}) as p`,
    },
  ]
}

/** Two columns of one type change places, in every row. */
function ofPairs(table: string, { columns }: TableSchema): Perturbation[] {
  const entries = Object.entries(columns)
  return entries.flatMap(([one, { type }], i) => {
    const next = entries.slice(i + 1).find(([, column]) => column.type === type)
    if (!next) return []
    const [two] = next
    return [
      {
        table,
        what: `${one} and ${two} swapped`,
        breaks: `update ${table} set ${one} = ${two}, ${two} = ${one}`,
        changes: `select count(*) as rows from ${table} where ${one} is distinct from ${two}`,
      },
    ]
  })
}
