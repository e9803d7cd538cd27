import { InputError } from '../../errors.js'
import type { Columns, Database } from '../database.js'
import type { Engine, PutColumns, TableKind } from '../engine.js'
import { type SqlFunction, sqlFunctions } from '../functions.js'
import { parquetCopy } from '../parquet.js'
import { clearPlace, makePlace, type Place, parquetFiles, under } from '../places.js'
import { identifier, literal } from '../sql-text.js'
import type { Row, Value } from '../values.js'
import { sessionName, toSpark } from './dialect.js'
import type { SparkSession } from './session.js'

/** How a session must understand SQL, whatever its server's defaults are. */
const UNDERSTANDING: Readonly<Record<string, string>> = {
  'spark.sql.ansi.enabled': 'true',
  'spark.sql.ansi.doubleQuotedIdentifiers': 'true',
  'spark.sql.caseSensitive': 'false',
  'spark.sql.groupByOrdinal': 'true',
  'spark.sql.parser.escapedStringLiterals': 'true',
  'spark.sql.session.timeZone': 'UTC',
  'spark.sql.timestampType': 'TIMESTAMP_NTZ',
  'spark.sql.parquet.compression.codec': 'zstd',
}

/** Settings of a session by what it is for. */
export const SESSION_SETTINGS = {
  models: UNDERSTANDING,
  // What Spark infers from constraints grows without bounds with the many sums of a law.
  laws: { ...UNDERSTANDING, 'spark.sql.constraintPropagation.enabled': 'false' },
} as const

/** A table with types that Parquet keeps: the HUGEINT of a bare sum as BIGINT, or an error. */
async function keptTypes(db: Database, table: string): Promise<string> {
  const columns = await db.all<{ column_name: string; column_type: string }>(`describe ${table}`)
  const cast = columns.map(({ column_name, column_type }) => {
    const name = identifier(column_name)
    return /^U?HUGEINT$|^UBIGINT$/.test(column_type) ? `cast(${name} as bigint) as ${name}` : name
  })
  return `select ${cast.join(', ')} from ${table}`
}

/** Tables that help to make others stand apart, and go when the artifact is complete. */
const TEMPORARY = '.temporary'

/** Where the tables of an engine go, and who is told how far it is. */
export interface SparkEngineFrame {
  readonly session: SparkSession
  /** The database that shows the tables to DuckDB, as views. */
  readonly db: Database
  /** Place of the artifact, under a root that the cluster sees by the same name. */
  readonly folder: Place
  readonly progress: (message: string) => void
  /** Stops the work between two tables. */
  readonly signal?: AbortSignal | undefined
}

/**
 * Makes the tables of an artifact on a Spark cluster: each a folder of Parquet files, shown by a view
 * in the artifact's own database, so that DuckDB answers questions about them.
 */
export class SparkEngine implements Engine {
  readonly #frame: SparkEngineFrame
  readonly #artifacts: string[] = []
  #functions = sqlFunctions

  constructor(frame: SparkEngineFrame) {
    this.#frame = frame
  }

  /**
   * Makes the tables of an earlier artifact known to the models that follow.
   *
   * @param tables folder of each
   */
  async attach(artifact: string, tables: Readonly<Record<string, string>>): Promise<void> {
    for (const [table, folder] of Object.entries(tables)) {
      const columns = await this.#columns(`${identifier(artifact)}.${identifier(table)}`, folder)
      await this.#show(sessionName(artifact, table), folder, columns)
    }
    this.#artifacts.push(artifact)
  }

  async define(functions: Readonly<Record<string, SqlFunction>>): Promise<void> {
    this.#functions = { ...this.#functions, ...functions }
    await this.#frame.db.define(functions)
  }

  async makeTable(name: string, select: string, kind?: TableKind): Promise<void> {
    await this.#write(this.#folderOf(name, kind), select, `making ${name}`)
    await this.#publish(name, kind)
  }

  async #write(folder: string, select: string, doing: string): Promise<void> {
    const { session, progress, signal } = this.#frame
    if (signal?.aborted) {
      throw new InputError(`Stopped before ${doing}. Nothing of this stage was published.`)
    }
    const sql = `insert overwrite directory ${literal(folder)} using parquet\n${this.#translated(select)}`
    await session.execute(sql, doing, ({ done, tasks }) => {
      if (tasks > 0) progress(`${doing}: ${done} of ${tasks} tasks`)
    })
  }

  async makeView(name: string, select: string): Promise<void> {
    await this.#frame.db.makeView(name, select)
    const sql = `create or replace temporary view ${identifier(name)} as\n${this.#translated(select)}`
    await this.#frame.session.execute(sql, `reading ${name}`)
  }

  async putTable(name: string, schema: PutColumns, columns: Columns, kind?: TableKind) {
    const { db } = this.#frame
    const folder = this.#folderOf(name, kind)
    makePlace(folder)
    await db.putTable('put', schema, columns, 'temporary')
    await db.exec(parquetCopy('select * from put', under(folder, 'part-0.parquet')))
    await db.exec('drop table put')
    await this.#publish(name, kind)
  }

  /** The rows of a SELECT that the cluster answers; few, for they come through a file. */
  async answer<T = Row>(name: string, select: string): Promise<T[]> {
    const folder = this.#folderOf(name, 'temporary')
    await this.#write(folder, select, `asking ${name}`)
    return this.#frame.db.rows<T>(`select * from ${await this.#files(folder)}`)
  }

  /** Makes a temporary table with DuckDB, of whatever it sees, and shows it to the cluster. */
  async makeHere(name: string, select: string): Promise<void> {
    const { db } = this.#frame
    const folder = this.#folderOf(name, 'temporary')
    await db.exec(`create or replace temporary table made_here as ${select}`)
    makePlace(folder)
    await db.exec(parquetCopy(await keptTypes(db, 'made_here'), under(folder, 'part-0.parquet')))
    await db.exec('drop table made_here')
    await this.#publish(name, 'temporary')
  }

  rows<T = Row>(sql: string, ...parameters: Value[]): Promise<T[]> {
    return this.#frame.db.rows<T>(sql, ...parameters)
  }

  /** Ends the work: what only helped is removed. */
  async finish(): Promise<void> {
    clearPlace(under(this.#frame.folder, TEMPORARY))
  }

  /** The files of a table that was written, as DuckDB reads them. */
  async #files(folder: Place): Promise<string> {
    const found = await parquetFiles(this.#frame.db, under(folder, '*.parquet'))
    if (found.length === 0) {
      throw new Error(`${folder} holds no Parquet file though its table was made.`)
    }
    const listed = found.map(({ file }) => literal(file)).join(', ')
    return `read_parquet([${listed}], hive_partitioning = false)`
  }

  #translated(select: string): string {
    return toSpark(select, this.#functions, this.#artifacts)
  }

  #folderOf(name: string, kind: TableKind | undefined): string {
    const { folder } = this.#frame
    return kind === 'temporary' ? under(folder, TEMPORARY, name) : under(folder, name)
  }

  /** Shows a table that is complete to DuckDB and to the models that follow. */
  async #publish(name: string, kind: TableKind | undefined): Promise<void> {
    const { db } = this.#frame
    const folder = this.#folderOf(name, kind)
    const temporary = kind === 'temporary' ? 'or replace temporary ' : ''
    await db.exec(
      `create ${temporary}view ${identifier(name)} as select * from ${await this.#files(folder)}`,
    )
    await this.#show(name, folder, await this.#columns(identifier(name)))
  }

  /** Columns with their types in Spark's words. `rowid` is there where a hand-over wrote it. */
  async #columns(table: string, folder?: string): Promise<string[]> {
    const source = folder
      ? `read_parquet(${literal(under(folder, '*.parquet'))}, hive_partitioning = false)`
      : table
    const columns = await this.#frame.db.all<{ column_name: string; column_type: string }>(
      `describe select * from ${source}`,
    )
    return columns.map(({ column_name, column_type }) => {
      const type = { VARCHAR: 'string', TIMESTAMP: 'timestamp_ntz' }[column_type] ?? column_type
      return `${identifier(column_name)} ${type}`
    })
  }

  async #show(name: string, folder: string, columns: readonly string[]): Promise<void> {
    const sql = `create or replace temporary view ${identifier(name)} (${columns.join(', ')})
      using parquet options (path ${literal(folder)})`
    await this.#frame.session.execute(sql, `reading ${name}`)
  }
}
