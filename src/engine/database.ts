import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import { appendColumns } from './append.js'
import { Asked } from './asked.js'
import { beyondWholeNumbers } from './beyond.js'
import { driver } from './driver.js'
import type { Engine, PutColumns, TableKind } from './engine.js'
import { createFunctions, macros, type SqlFunction } from './functions.js'
import { type Limits, limitSettings } from './limits.js'
import { Meter, type OnMeasured } from './meter.js'
import { MOST_CONNECTIONS, onConnections } from './side-by-side.js'
import { identifier, literal } from './sql-text.js'
import type { Value } from './values.js'

export type Columns = Record<string, ArrayLike<Value>>

/** From so many rows on, queries one after another on all threads are faster, and need less memory. */
const LARGE_ROWS = 2_000_000

export interface DatabaseOptions extends Limits {
  /** Open for reading only: any number of readers may then share the file. Default false. */
  readOnly?: boolean
  /** Folder for what memory cannot hold. Default: beside the file; without a file the system's own. */
  spillDir?: string | undefined
  /**
   * Rows that are written together, a multiple of 2,048. Tables of at least as many go straight to
   * the file, smaller ones through the write-ahead log first. Default: the engine's 122,880.
   */
  rowGroupRows?: number
  /** Told of every piece of work that {@link Database.measured} does; the engine then counts along. */
  onMeasured?: OnMeasured | undefined
}

/**
 * A DuckDB database: what is asked and made in it. With {@link Asked} the only class of the library that talks
 * to the driver.
 */
export class Database extends Asked implements Engine {
  readonly #instance: DuckDBInstance
  readonly #isShared: boolean
  /** Where temporary tables stand, for all connections to see; undefined: with this connection. */
  #room: string | undefined
  /** Functions that were defined, as statements: other connections need them too. */
  readonly #defined: string[]

  private constructor(
    instance: DuckDBInstance,
    connection: DuckDBConnection,
    meter: Meter | undefined,
    opener?: Database,
  ) {
    super(connection, meter)
    this.#instance = instance
    this.#isShared = opener !== undefined
    this.#room = opener ? opener.#room : undefined
    this.#defined = opener ? opener.#defined : [createFunctions]
  }

  /** Opens a database file, or makes it; ':memory:' needs no file. */
  static async create(path = ':memory:', options: DatabaseOptions = {}): Promise<Database> {
    const settings: Record<string, string> = {
      autoinstall_known_extensions: 'false',
      autoload_known_extensions: 'false',
      ...limitSettings(path, options),
    }
    if (options.readOnly) settings.access_mode = 'READ_ONLY'
    const meter = options.onMeasured && new Meter(options.onMeasured)
    if (options.rowGroupRows) return Database.#attached(path, options.rowGroupRows, settings, meter)
    return Database.#connected(await driver().DuckDBInstance.create(path, settings), meter)
  }

  /**
   * Row groups and the format of storage can be chosen for an attached file only: attaches it as the main one.
   * The format of 1.4 packs texts by one method, where files are smaller and written in two thirds of the time.
   */
  static async #attached(
    path: string,
    rowGroupRows: number,
    settings: Record<string, string>,
    meter: Meter | undefined,
  ): Promise<Database> {
    const instance = await driver().DuckDBInstance.create(':memory:', settings)
    const db = await Database.#connected(instance, meter)
    const format = `row_group_size ${rowGroupRows}, storage_version 'v1.4.0'`
    await db.exec(`attach ${literal(path)} as main_file (${format})`)
    await db.exec(`attach ':memory:' as working; use main_file`)
    await db.exec(`set search_path = 'main_file.main,working.main'`)
    db.#room = 'working'
    return db
  }

  /** A connection that knows the functions of the house. */
  static async #connected(
    instance: DuckDBInstance,
    meter: Meter | undefined,
    opener?: Database,
  ): Promise<Database> {
    const db = new Database(instance, await instance.connect(), meter, opener)
    await db.exec(db.#defined.join('\n'))
    if (meter) await db.connection.run(meter.settings)
    return db
  }

  /** Another connection to the same database, for work at the same time. Close it first. */
  async connect(): Promise<Database> {
    const connection = await Database.#connected(this.#instance, this.meter?.beside(), this)
    const [row] = await this.all<{ name: string }>('select current_database() as name')
    await connection.exec(`use ${identifier(row!.name)}`)
    if (this.#room)
      await connection.exec(`set search_path = '${row!.name}.main,${this.#room}.main'`)
    return connection
  }

  async define(functions: Readonly<Record<string, SqlFunction>>): Promise<void> {
    const statements = macros(functions)
    this.#defined.push(statements)
    await this.exec(statements)
  }

  /**
   * Lends connections that make tables at the same time, each on one thread. Where a table is large, all
   * threads work on one query after another.
   */
  async sideBySide<T>(work: (engines: readonly Engine[]) => Promise<T>): Promise<T> {
    const [largest] = await this.all<{ rows: number }>(
      'select coalesce(max(estimated_size), 0)::bigint as rows from duckdb_tables()',
    )
    if (!this.#room || largest!.rows > LARGE_ROWS) return work([this])
    return onConnections(this, MOST_CONNECTIONS, work)
  }

  async makeTable(name: string, select: string, kind: TableKind = 'published'): Promise<void> {
    try {
      await this.measured('model', name, () =>
        this.exec(`${this.#creating(kind, name)} as\n${select}`),
      )
    } catch (error) {
      throw beyondWholeNumbers(error, `making ${name}`)
    }
  }

  async makeView(name: string, select: string): Promise<void> {
    const view = this.#room
      ? `view ${this.#room}.main.${identifier(name)}`
      : `temporary view ${identifier(name)}`
    await this.exec(`create or replace ${view} as\n${select}`)
  }

  async putTable(name: string, schema: PutColumns, columns: Columns, kind?: TableKind) {
    await this.createTable(name, schema, kind)
    await this.append(name, schema, columns)
  }

  /** Makes an empty table of the declared columns. */
  async createTable(
    name: string,
    schema: PutColumns,
    kind: TableKind = 'published',
  ): Promise<void> {
    const columns = Object.entries(schema.columns).map(
      ([n, { type }]) => `${identifier(n)} ${type}`,
    )
    await this.exec(`${this.#creating(kind, name)} (${columns.join(', ')})`)
  }

  /**
   * Appends rows given by columns, in chunks. DATE takes day numbers since 1970-01-01 or Dates.
   *
   * @throws RangeError when a declared column is missing or the columns differ in length
   */
  async append(name: string, schema: PutColumns, columns: Columns): Promise<void> {
    const [row] = await this.all<{ room: string; schema: string }>(
      `select database_name as room, schema_name as schema from duckdb_tables()
       where table_name = ${literal(name)}
         and database_name in ('temp', current_database(), ${literal(this.#room ?? 'temp')})
       order by database_name = current_database() limit 1`,
    )
    const appender = await this.connection.createAppender(name, row?.schema, row?.room)
    appendColumns(appender, name, schema, columns)
  }

  /** Writes everything into the database file and empties its write-ahead log. */
  async checkpoint(): Promise<void> {
    await this.exec('checkpoint')
  }

  /** Closes the connection and the database. Call it once. */
  async close(): Promise<void> {
    this.connection.closeSync()
    if (!this.#isShared) this.#instance.closeSync()
  }

  /** The words that begin to make a table; a temporary one replaces another of its name. */
  #creating(kind: TableKind, name: string): string {
    if (kind === 'published') return `create table ${identifier(name)}`
    if (this.#room === undefined) return `create or replace temporary table ${identifier(name)}`
    return `create or replace table ${this.#room}.main.${identifier(name)}`
  }
}
