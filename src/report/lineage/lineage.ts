import { Assumptions } from '../../assumptions/index.js'
import { laws } from '../../judgment/index.js'
import { schemas } from '../../schema/dictionary.js'
import { stagingTables } from '../../schema/staging.js'
import { lawTables } from './law-tables.js'
import { declaredTables, madeByCode } from './made-by-code.js'
import { parametersRead, type TableModel, tableModels, tablesRead } from './models.js'

/** Where one table comes from, what rests on it, and what guards it. */
export interface TableLineage {
  /** With its artifact, e.g. `dwh.fct_orders`; also `dwh.stg_orders` and other tables on the way. */
  readonly table: string
  readonly isPublished: boolean
  /** The SELECT that makes it; undefined for a table of files or of code. */
  readonly model: TableModel | undefined
  /** What makes it where no SELECT does. */
  readonly by: string | undefined
  /** The tables that it is made from. */
  readonly from: readonly string[]
  /** The tables that are made from it. */
  readonly feeds: readonly string[]
  /** Assumptions that it is made with, by id; `*` for every member and field. */
  readonly assumes: readonly string[]
  /** Laws that read it. */
  readonly laws: readonly string[]
}

type Origin = Pick<TableLineage, 'model' | 'by' | 'from' | 'assumes'>

const published = new Set(
  Object.entries(schemas).flatMap(([artifact, tables]) =>
    Object.keys(tables).map((name) => `${artifact}.${name}`),
  ),
)

const assumed = new Set(
  Assumptions.defaults()
    .rows()
    .map(({ id }) => id),
)

/**
 * Every table from the files to the decisions, and how they hang together.
 *
 * @param staging the SELECT over `raw` of each canonical table that some file tells, by `dwh.stg_<table>`
 */
export function lineage(
  staging: ReadonlyMap<string, string> = new Map(),
): ReadonlyMap<string, TableLineage> {
  const origins = allOrigins(staging)
  const read = laws.map((law) => [law.id, lawTables(law)] as const)
  const feeds = (table: string) =>
    [...origins].filter(([, { from }]) => from.includes(table)).map(([name]) => name)
  return new Map(
    [...origins].map(([table, origin]) => [
      table,
      {
        table,
        isPublished: published.has(table),
        ...origin,
        feeds: feeds(table),
        laws: read.filter(([, tables]) => tables.has(table)).map(([id]) => id),
      },
    ]),
  )
}

function allOrigins(staging: ReadonlyMap<string, string>): Map<string, Origin> {
  const made = new Map(tableModels().map((model) => [model.table, ofModel(model)]))
  for (const [table, { by, from, assumes }] of Object.entries(madeByCode)) {
    made.set(table, { model: undefined, by, from, assumes })
  }
  for (const table of stagingTables.map((name) => `dwh.stg_${name}`)) {
    const sql = staging.get(table)
    const model = sql && { table, file: 'what the source says of its files', sql: sql.trim() }
    made.set(table, model ? ofModel(model) : ofFiles(NOT_TOLD))
  }
  const rawRead = [...made.values()].flatMap(({ from }) => from).filter(isRaw)
  for (const table of [...published, ...rawRead]) {
    if (!made.has(table)) made.set(table, ofFiles('the files'))
  }
  const isTable = (name: string) => made.has(name)
  return new Map([...made].map(([name, one]) => [name, { ...one, from: one.from.filter(isTable) }]))
}

/** Its tables are the files of a source, whatever they are called. */
const isRaw = (table: string) => table.startsWith('raw.')

const NOT_TOLD =
  'derived from other canonical tables where they tell it, else empty: no file holds it'
const ofFiles = (by: string): Origin => ({ model: undefined, by, from: [], assumes: [] })

function ofModel(model: TableModel): Origin {
  const stage = model.table.split('.')[0]!
  const read = tablesRead(model.sql)
    .filter((name) => name !== 'params')
    .map((name) => (name.includes('.') ? name : `${stage}.${name}`))
  const declared = read.flatMap((name) => declaredTables[name] ?? [])
  const parameters = parametersRead(model.sql)
    .map((name) => `${stage}.${name}`)
    .filter((id) => assumed.has(id))
  return {
    model,
    by: undefined,
    from: read,
    assumes: [...new Set([...declared, ...parameters])],
  }
}
