import type { DuckDBConnection, JS } from '@duckdb/node-api'
import { InputError } from '../errors.js'
import { type Answer, answerOf } from './answer.js'
import type { Meter, Piece } from './meter.js'
import { type QueryTable, queryTable } from './query-table.js'
import { identifier, literal } from './sql-text.js'
import { type Row, toValue, type Value } from './values.js'

/** A connection that is asked in SQL, with the method names and the promise style of duckdb-async. */
export class Asked {
  protected readonly connection: DuckDBConnection
  protected readonly meter: Meter | undefined
  #isRestricted = false
  /** Folders that views read, whoever asks. */
  readonly #readable: string[] = []

  protected constructor(connection: DuckDBConnection, meter: Meter | undefined) {
    this.connection = connection
    this.meter = meter
  }

  /** Runs one statement and returns its rows as objects. Parameters fill `?` in order. */
  async all<T = Row>(sql: string, ...parameters: Value[]): Promise<T[]> {
    const result = await this.#read(sql, parameters)
    return (await result.convertRowObjects(toValue)) as T[]
  }

  /** As {@link Database.all}, under the name that every source of SQL has. */
  async rows<T = Row>(sql: string, ...parameters: Value[]): Promise<T[]> {
    return this.all<T>(sql, ...parameters)
  }

  /** Runs one statement and returns its rows as an arquero table. */
  async table<R = Row>(sql: string, ...parameters: Value[]): Promise<QueryTable<R>> {
    return queryTable<R>(await this.columns(sql, ...parameters))
  }

  /** Runs one statement and returns its result by columns, in the order selected. */
  async columns(sql: string, ...parameters: Value[]): Promise<Record<string, JS[]>> {
    const result = await this.#read(sql, parameters)
    const names = result.deduplicatedColumnNames()
    const columns = await result.convertColumns(toValue)
    return Object.fromEntries(names.map((name, i) => [name, columns[i] ?? []]))
  }

  /** Runs one statement for its effect. */
  async run(sql: string, ...parameters: Value[]): Promise<void> {
    await this.#read(sql, parameters)
  }

  /** Runs any number of statements for their effect. */
  async exec(sql: string): Promise<void> {
    await this.connection.run(sql)
    this.meter?.note()
  }

  /** Does a piece of work on this connection, and tells how it went where somebody listens. */
  async measured<T>(kind: Piece['kind'], name: string, work: () => Promise<T>): Promise<T> {
    if (!this.meter) return work()
    return this.meter.measure({ kind, name }, work)
  }

  /**
   * Runs one statement on behalf of somebody else: for this database files are out of reach from now
   * on, and settings stay as they are. What is attached stays readable.
   *
   * @throws InputError on no statement or several, and with the engine's words on one that is wrong
   */
  async answer(sql: string): Promise<Answer> {
    if (!this.#isRestricted) {
      const folders = this.#readable.map(literal).join(', ')
      await this.exec(
        `set allowed_directories = [${folders}]; set enable_external_access = false; set lock_configuration = true`,
      )
      this.#isRestricted = true
    }
    await this.#expectOneStatement(sql)
    return answerOf(await this.connection.runAndReadAll(sql))
  }

  /** Leaves a folder within reach of {@link Asked.answer}: attached views read it. */
  mayRead(folder: string): void {
    this.#readable.push(folder)
  }

  /** Streams the rows of one statement to a callback, a chunk of memory at a time. */
  async each(sql: string, onRow: (row: Row) => void): Promise<void> {
    const result = await this.connection.stream(sql)
    for await (const rows of result.yieldConvertedRowObjects(toValue)) {
      for (const row of rows) onRow(row as Row)
    }
  }

  /** Attaches another database file, read-only, under a name. */
  async attach(name: string, path: string): Promise<void> {
    await this.exec(`attach ${literal(path)} as ${identifier(name)} (read_only)`)
  }

  async #expectOneStatement(sql: string): Promise<void> {
    const isEmpty = sql.replace(/--.*|\/\*[\s\S]*?\*\//g, '').replace(/[\s;]/g, '') === ''
    if (isEmpty) throw new InputError('sql: got nothing, needed one statement.')
    const { count } = await this.connection.extractStatements(sql)
    if (count !== 1) {
      throw new InputError(`sql: got ${count} statements, allowed one. Ask them one at a time.`)
    }
  }

  async #read(sql: string, parameters: Value[]) {
    const result = await this.connection.run(
      sql,
      parameters.length > 0 ? (parameters as never) : undefined,
    )
    this.meter?.note()
    return result
  }
}
