import { inspect } from 'node:util'
import {
  type AssumptionChanges,
  type AssumptionRow,
  type Assumptions,
  withoutContradiction,
} from '../assumptions/index.js'
import {
  fitRun,
  type RunFit,
  type RunFitOptions,
  type SensitivityOptions,
  type SensitivityRow,
  sensitivityOf,
  type VerdictRange,
  verdictRangesOf,
} from '../decisions/index.js'
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
import { publishedPlan, type SpendPlan } from '../market/index.js'
import type { StageName } from '../schema/artifact-names.js'
import type { TableName, TableRow } from '../schema/rows.js'
import type { SpendPlanTable } from '../stage.js'
import { adoptRun, type OpenedRun, sharedRun, type WorkbenchState } from './adopt.js'
import { calibratedFrom } from './calibrated.js'
import { cardText } from './card.js'
import { makeRun, type RunOptions } from './make-run.js'
import type { RunRecord } from './manifest.js'
import { notationOf } from './notation.js'
import type { RunOutcome } from './outcome.js'
import { publishRun } from './publish.js'
import { type QuickAnswer, quickAnswer } from './quick.js'
import { type ReadRun, RunReader } from './reader.js'
import { checkedName } from './run-records.js'
import { checkedSeed, loadSettings, type RunSettings, settingsOf } from './settings.js'
import { reusedOutcome, stagesThrough } from './stages.js'
import { leaveTrail } from './trail.js'

/**
 * The data and assumptions of one run and the artifacts made from them. What it shows (settings,
 * answers) always belongs to one run: before its first run the published one, after it the one it
 * made, whatever another workbench publishes in the same folder.
 */
export class Workbench {
  readonly #state: WorkbenchState
  #opened: OpenedRun | undefined
  readonly #reader = new RunReader()
  #sharing: Promise<ReadRun> | undefined
  #isClosed = false

  /** Use {@link openWorkbench}. */
  constructor(state: WorkbenchState) {
    this.#state = state
    const { dir, name, settings, record } = state
    if (record) this.#opened = { dir, name: name!, settings, record }
  }

  /** Folder of the artifacts. */
  get dir(): string {
    return this.#state.dir
  }

  /** The run that it reads and publishes; null for a scenario. */
  get name(): string | null {
    return this.#state.name ?? null
  }

  /** What the run that it shows is made from; before there is one, the run that it would make. */
  get settings(): RunSettings {
    return this.#known()?.settings ?? this.#state.settings
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
    return this.#known()?.record
  }

  /** The assumptions of one stage (default: all) as rows of a table. */
  assumptionRows(stage?: StageName): AssumptionRow[] {
    return this.assumptions.rows(stage)
  }

  /**
   * A scenario: what this workbench shows, under changed assumptions. It reuses every artifact that
   * the change does not touch and publishes nothing that others read, unless told to.
   *
   * @param changes nested, or with dotted keys: `{'market.channels.email_marketing.ctr_bps': 400}`
   * @throws InputError on an unknown key, a wrong unit, a value out of range, or values that contradict each other
   */
  assume(changes: AssumptionChanges): Workbench {
    return this.#scenario({
      assumptions: withoutContradiction(this.settings.assumptions.with({ ...changes })),
    })
  }

  /**
   * A scenario under another seed.
   *
   * @throws InputError on a seed that is none
   */
  reseed(seed: number): Workbench {
    return this.#scenario({ seed: checkedSeed(seed) })
  }

  /** The spend plan that stands instead of the assumed one, if any. */
  get spendPlan(): SpendPlanTable | undefined {
    return this.settings.plan
  }

  /** The spend of the market as a plan, to change and hand to {@link withPlan}. */
  async plan(): Promise<SpendPlan> {
    return publishedPlan(this)
  }

  /**
   * A scenario under another spend plan.
   *
   * @throws InputError when it runs, on a day or a channel that the market does not have
   */
  withPlan(plan: SpendPlan): Workbench {
    return this.#scenario({ plan: plan.columns() })
  }

  /**
   * Runs the stages in order; a stage whose inputs, assumptions and seed are those of an artifact that
   * is there is reused. Then publishes the run under its name, unless it is a scenario. Assumptions
   * and environment are read anew, so an edited file counts; a run that was opened by its name stays
   * as it was made.
   *
   * @throws InputError when the data or a published file cannot be used
   */
  async run(options: RunOptions = {}): Promise<RunOutcome> {
    this.#refuseClosed()
    const stages = stagesThrough(options.through ?? 'judgment')
    const made = this.name !== null && !this.#state.options && !options.fresh && this.#opened
    if (made && stages.every(({ name }) => made.record.artifacts[name])) {
      await this.#ask(async () => {})
      return reusedOutcome(stages, made.record)
    }
    const { options: sources } = this.#state
    const settings = sources ? loadSettings(sources) : this.settings
    const outcome = await makeRun(this.#state, settings, options)
    const { record } = outcome
    await this.#reader.close()
    this.#opened = {
      dir: this.dir,
      name: this.name,
      record,
      settings: settingsOf(this.dir, record),
    }
    return outcome
  }

  /**
   * The verdict as soon as it stands, to the cent that of the whole run, which goes on behind it: its
   * reporting tables and its laws. Put other questions once `whole` is there.
   *
   * @throws InputError when the data or a published file cannot be used
   */
  async quick(options: Omit<RunOptions, 'through' | 'onVerdict'> = {}): Promise<QuickAnswer> {
    return quickAnswer(this, options)
  }

  /**
   * Publishes what this workbench shows under a name, for everybody who opens this folder; runs it
   * first where it has not run.
   *
   * @throws InputError on a name that cannot be one
   */
  async publish(name: string): Promise<void> {
    this.#refuseClosed()
    checkedName(name)
    if (!this.#known()) await this.run()
    await publishRun(this.dir, name, this.#opened!.record)
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
    return this.#ask((db) => db.table<R>(sql, ...parameters))
  }

  /** A published table whole, its columns known to the compiler; it exists once its stage has run. */
  async table<T extends TableName>(name: T): Promise<QueryTable<TableRow<T>>> {
    return this.query<TableRow<T>>(`select * from ${name}`)
  }

  /** As {@link Workbench.query}, with rows as objects. */
  async rows<T = Row>(sql: string, ...parameters: Value[]): Promise<T[]> {
    leaveTrail(sql)
    return this.#ask((db) => db.all<T>(sql, ...parameters))
  }

  /**
   * Answers one statement that somebody typed, with dates as dates; it can reach no file and change
   * no setting.
   *
   * @throws InputError on no statement, several, or one that is wrong
   */
  async answer(sql: string): Promise<Answer> {
    return this.#ask((db) => db.answer(sql))
  }

  /**
   * What marketing caused, as far as data, lift tests and declared values tell: an object to put
   * plans and questions to. The run must have gone through finance.
   *
   * @throws InputError where spend is assumed and no lift test tells anything (unless accepted)
   */
  async fit(options: RunFitOptions = {}): Promise<RunFit> {
    return fitRun(this, options)
  }

  /**
   * What the run's answers hang on: each assumption with a declared range at both ends of it, what the answer would be
   * there, and the value at which the verdict flips. Stages 3 and 4 are replayed in memory; nothing is published.
   *
   * @throws InputError on an unknown answer or assumption, or where a stage has not run that is asked about
   */
  async sensitivity(options: SensitivityOptions = {}): Promise<SensitivityRow[]> {
    return sensitivityOf(this, options)
  }

  /**
   * The figures of the verdict with their 5% to 95%: every assumption anywhere in its declared range, and the market's
   * chance played anew in each draw. The run must have gone through finance.
   *
   * @param draws 20 to 100,000. Default 1,000
   * @throws InputError on a number of draws out of range
   */
  async verdictRanges(draws = 1_000): Promise<VerdictRange[]> {
    return verdictRangesOf(this, draws)
  }

  /**
   * A scenario whose assumptions are fitted where they could be, so that its attribution gives
   * channels about what they caused. The run must have gone through decisions; what stood before, and
   * the range of every fitted value, stand in its table `decisions.calibration`.
   *
   * @throws InputError where nothing was fitted
   */
  async calibrated(): Promise<Workbench> {
    return this.#scenario({ assumptions: await calibratedFrom(this.settings.assumptions, this) })
  }

  /**
   * Profiles every column of a table, e.g. `raw.orders`: nulls, distinct values, range, commonest
   * values and shapes.
   *
   * @throws InputError when there is no such table
   */
  async profile(table: string): Promise<ColumnProfile[]> {
    return this.#ask((db) => profileTable(db, table))
  }

  /** Closes the workbench for good; any later question is refused. */
  async close(): Promise<void> {
    this.#isClosed = true
    await this.#reader.close()
  }

  [inspect.custom](): string {
    return cardText(this)
  }

  #scenario(changed: Partial<RunSettings>): Workbench {
    const { dir, limits } = this.#state
    const { inForce: _, ...declared } = this.settings
    const settings = { ...declared, ...changed }
    return new Workbench({ dir, settings, limits })
  }

  /** The run that it shows: its own, else the published one where that is what was asked for. */
  #known(): OpenedRun | undefined {
    this.#opened ??= adoptRun(this.#state)
    return this.#opened
  }

  async #ask<T>(question: (db: Database) => Promise<T>): Promise<T> {
    this.#refuseClosed()
    const run = this.#known() ?? (await this.#shared())
    return this.#reader.ask(run, this.#state.limits, question)
  }

  /** Before its run: the early stages that it shares with what is there. */
  #shared(): Promise<ReadRun> {
    this.#sharing ??= sharedRun(this.#state)
    return this.#sharing
  }

  #refuseClosed(): void {
    if (!this.#isClosed) return
    throw new InputError('This workbench was closed. Open it again with openWorkbench().')
  }
}
