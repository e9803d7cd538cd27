import type { SqlSource } from '../sql-source.js'
import { SparkError } from './errors.js'
import type { SparkEngine } from './spark-engine.js'

/** Has tables looked through by a cluster; for SQL that only DuckDB knows they are looked through here. */
export class SparkDesk implements SqlSource {
  readonly #engine: SparkEngine
  readonly #here: string[] = []
  #task = ''

  constructor(engine: SparkEngine) {
    this.#engine = engine
  }

  /** What was worked out here, as the cluster refused its SQL. */
  get here(): readonly string[] {
    return this.#here
  }

  rows<T>(sql: string): Promise<T[]> {
    return this.#engine.rows<T>(sql)
  }

  /** Names the work that follows. */
  measured<T>(_kind: string, name: string, work: () => Promise<T>): Promise<T> {
    this.#task = name
    return work()
  }

  /** Makes a temporary table; one whose rows stand in the SELECT itself, here. */
  async make(name: string, select: string, isGiven: boolean): Promise<void> {
    const here = () => this.#engine.makeSmallTable(name, select, 'temporary')
    if (isGiven) return here()
    await this.#thereOrHere(() => this.#engine.makeTable(name, select, 'temporary'), here)
  }

  /** The few rows of a SELECT over large tables. */
  look<T>(select: string): Promise<T[]> {
    return this.#thereOrHere(
      () => this.#engine.look<T>(select, `asking ${this.#task}`),
      () => this.#engine.rows<T>(select),
    )
  }

  async #thereOrHere<T>(there: () => Promise<T>, here: () => Promise<T>): Promise<T> {
    try {
      return await there()
    } catch (error) {
      if (!(error instanceof SparkError && error.isRefusal)) throw error
      this.#here.push(this.#task)
      return here()
    }
  }
}
