import type { Database, Engine, TableKind } from '../../src/engine/index.js'

/** A table or view that a stage made by a SELECT. */
export interface MadeTable {
  readonly name: string
  readonly sql: string
  readonly kind: TableKind | 'view'
}

/** An engine that notes which tables and views are made by SELECTs, in their order. */
export function noting(db: Database, made: MadeTable[]): Engine {
  return {
    rows: (sql) => db.rows(sql),
    define: (functions) => db.define(functions),
    putTable: (name, schema, columns, kind) => db.putTable(name, schema, columns, kind),
    async makeTable(name, sql, kind = 'published') {
      made.push({ name, sql, kind })
      await db.makeTable(name, sql, kind)
    },
    async makeView(name, sql) {
      made.push({ name, sql, kind: 'view' })
      await db.makeView(name, sql)
    },
  }
}

/** Makes a table or a view again, in the place of the one that stands there. */
export async function makeAgain(db: Database, { name, kind }: MadeTable, sql: string) {
  if (kind === 'view') return db.makeView(name, sql)
  await db.exec(
    `create or replace ${kind === 'temporary' ? 'temporary table' : 'table'} ${name} as\n${sql}`,
  )
}

/** Whether the SQL names a table, outside of comments. */
export function isNamed(sql: string, name: string): boolean {
  return new RegExp(`\\b${name}\\b`).test(sql.replace(/--.*/g, ''))
}

/** What stands in a statement instead of what stood there. */
export type Swap = (sql: string) => string

/** What a fault touches and all that is made from it, in order. */
export function reachedBy(made: readonly MadeTable[], swap: Swap): MadeTable[] {
  const reached: MadeTable[] = []
  for (const table of made) {
    const { sql } = table
    if (swap(sql) !== sql || reached.some(({ name }) => isNamed(sql, name))) reached.push(table)
  }
  return reached
}
