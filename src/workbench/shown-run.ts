import type { AssumptionRow, Assumptions } from '../assumptions/index.js'
import {
  type Answer,
  type ColumnProfile,
  type Database,
  profileTable,
  type QueryTable,
  type Row,
  type Value,
} from '../engine/index.js'
import { InputError } from '../errors.js'
import type { Notation } from '../format/index.js'
import type { StageName } from '../schema/artifact-names.js'
import type { TableName, TableRow } from '../schema/rows.js'
import type { SpendPlanTable } from '../stage.js'
import { adoptRun, type OpenedRun, sharedRun, type WorkbenchState } from './adopt.js'
import { verifyFile } from './artifact-files.js'
import type { ClusterOptions } from './cluster.js'
import { type ClusterFindings, judgeOnCluster } from './judge-on-cluster.js'
import type { RunRecord } from './manifest.js'
import { notationOf } from './notation.js'
import { type ReadRun, RunReader } from './reader.js'
import { type RunSettings, settingsOf } from './settings.js'
import { leaveTrail } from './trail.js'

/** What a run holds, and answers over it; every question is put to one run. */
export abstract class ShownRun {
  protected readonly state: WorkbenchState
  protected opened: OpenedRun | undefined
  readonly #reader = new RunReader()
  #sharing: Promise<ReadRun> | undefined
  #isClosed = false

  /** Use {@link openWorkbench}. */
  constructor(state: WorkbenchState) {
    this.state = state
    const { dir, name, settings, record } = state
    if (record) this.opened = { dir, name: name!, settings, record }
  }

  /** Folder of the artifacts. */
  get dir(): string {
    return this.state.dir
  }

  /** The run that it reads and publishes; null for a scenario. */
  get name(): string | null {
    return this.state.name ?? null
  }

  /** What the run that it shows is made from; before there is one, the run that it would make. */
  get settings(): RunSettings {
    return this.known()?.settings ?? this.state.settings
  }

  /** Folder of the CSV files. */
  get dataDir(): string {
    return this.settings.dataDir
  }

  /** The seed of all chance. */
  get seed(): number {
    return this.settings.seed
  }

  /** The assumptions in force; after a run, with the channels that its file of spend names. */
  get assumptions(): Assumptions {
    return this.settings.inForce ?? this.settings.assumptions
  }

  /** How the run writes money, numbers and channels. */
  get notation(): Notation {
    return notationOf(this.assumptions)
  }

  /** The run that it shows; undefined before there is one. */
  get record(): RunRecord | undefined {
    return this.known()?.record
  }

  /** The assumptions of one stage (default: all) as rows of a table. */
  assumptionRows(stage?: StageName): AssumptionRow[] {
    return this.assumptions.rows(stage)
  }

  /** The spend plan that stands instead of the assumed one, if any. */
  get spendPlan(): SpendPlanTable | undefined {
    return this.settings.plan
  }

  /**
   * Asks the artifacts a question in SQL: tables are `raw.orders`, `dwh.fct_orders`,
   * `market.spend_release` and so on. Read-only. Parameters fill `?` in order. The type of a row may be said:
   * `query<Pick<TableRow<'dwh.fct_orders'>, 'order_id'>>('select order_id from dwh.fct_orders')`.
   *
   * @throws InputError when a stage is asked for that has not run, or there is no run to ask
   */
  async query<R = Row>(sql: string, ...parameters: Value[]): Promise<QueryTable<R>> {
    leaveTrail(sql)
    return this.ask((db) => db.table<R>(sql, ...parameters))
  }

  /** A published table whole, its columns known to the compiler; it exists once its stage has run. */
  async table<T extends TableName>(name: T): Promise<QueryTable<TableRow<T>>> {
    return this.query<TableRow<T>>(`select * from ${name}`)
  }

  /** As {@link Workbench.query}, with rows as objects. */
  async rows<T = Row>(sql: string, ...parameters: Value[]): Promise<T[]> {
    leaveTrail(sql)
    return this.ask((db) => db.all<T>(sql, ...parameters))
  }

  /**
   * Answers one statement that somebody typed, with dates as dates; it can reach no file and change
   * no setting.
   *
   * @throws InputError on no statement, several, or one that is wrong
   */
  async answer(sql: string): Promise<Answer> {
    return this.ask((db) => db.answer(sql))
  }

  /**
   * Profiles every column of a table, e.g. `raw.orders`: nulls, distinct values, range, commonest
   * values and shapes.
   *
   * @throws InputError when there is no such table
   */
  async profile(table: string): Promise<ColumnProfile[]> {
    return this.ask((db) => profileTable(db, table))
  }

  /**
   * Reads every published file of the run whole. Before an answer, a file is read only when somebody has
   * touched it since it was published.
   *
   * @throws InputError naming a file that is missing, cut short or changed
   */
  async verify(): Promise<void> {
    this.refuseClosed()
    const { dir, record } = this.known() ?? (await this.#shared())
    for (const artifact of Object.values(record.artifacts)) verifyFile(dir, artifact, true)
  }

  /**
   * Runs every law over the published run on a cluster, as `causeway check --on-engine` does.
   *
   * @param onProgress told what is being done
   * @throws InputError when there is no run, or the cluster cannot be reached or goes away
   */
  async judgeOn(
    cluster: ClusterOptions,
    onProgress: (message: string) => void = () => {},
  ): Promise<ClusterFindings> {
    this.refuseClosed()
    const run = this.known() ?? (await this.#shared())
    return judgeOnCluster(run, this.state.limits, cluster, onProgress)
  }

  /** Closes the workbench for good; any later question is refused. */
  async close(): Promise<void> {
    this.#isClosed = true
    await this.#reader.close()
  }

  /** Shows another run from now on. */
  protected async show(record: RunRecord): Promise<void> {
    await this.#reader.close()
    const { dir, name } = this
    this.opened = { dir, name, record, settings: settingsOf(dir, record) }
  }

  /** The run that it shows: its own, else the published one where that is what was asked for. */
  protected known(): OpenedRun | undefined {
    this.opened ??= adoptRun(this.state)
    return this.opened
  }

  protected async ask<T>(question: (db: Database) => Promise<T>): Promise<T> {
    this.refuseClosed()
    const run = this.known() ?? (await this.#shared())
    return this.#reader.ask(run, this.state.limits, question)
  }

  protected refuseClosed(): void {
    if (!this.#isClosed) return
    throw new InputError('This workbench was closed. Open it again with openWorkbench().')
  }

  /** Before its run: the early stages that it shares with what is there. */
  #shared(): Promise<ReadRun> {
    this.#sharing ??= sharedRun(this.state)
    return this.#sharing
  }
}
