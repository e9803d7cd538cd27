import { randomUUID } from 'node:crypto'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { literal } from './sql-text.js'

/** What is measured: one file, model, table of checks or law, or a computation outside the engine. */
export interface Piece {
  readonly kind: 'file' | 'model' | 'checks' | 'law' | 'working table' | 'computation'
  readonly name: string
}

/** One operator of a plan as it ran. */
export interface PlanStep {
  readonly operator: string
  /** Time of all threads in this operator. */
  readonly seconds: number
  readonly rows: number
  readonly children: readonly PlanStep[]
}

/** How one piece of work went. */
export interface Measurement extends Piece {
  /** Milliseconds since the process began. */
  readonly started_ms: number
  readonly seconds: number
  /** Processor time of the whole process meanwhile: the piece's own where nothing ran beside it. */
  readonly cpu_seconds: number
  /** Rows that it wrote, else rows of its longest answer. */
  readonly rows: number
  /** Bytes that stood on disk for want of memory, at most at any time. */
  readonly spilled_bytes: number
  /** The connection that it ran on, from 0. */
  readonly lane: number
  /** Plans of its statements, in order. */
  readonly plans: readonly PlanStep[]
}

export type OnMeasured = (measurement: Measurement) => void

/** A plan as the engine writes it. */
interface Profile {
  readonly operator_name?: string
  readonly operator_timing?: number
  readonly operator_cardinality?: number
  readonly system_peak_temp_dir_size?: number
  readonly children?: readonly Profile[]
}

/** Measures the work of one connection. */
export class Meter {
  readonly #tell: OnMeasured
  readonly #lane: number
  readonly #lanes: { used: number }
  readonly #file = join(tmpdir(), `causeway-plan-${randomUUID()}.json`)
  #statements: Profile[] = []

  constructor(tell: OnMeasured, lanes = { used: 0 }) {
    this.#tell = tell
    this.#lanes = lanes
    this.#lane = lanes.used++
  }

  /** The meter of another connection to the same database. */
  beside(): Meter {
    return new Meter(this.#tell, this.#lanes)
  }

  /** Statements that make a connection write down how each statement went. */
  get settings(): string {
    return `pragma enable_profiling = 'json'; set profiling_output = ${literal(this.#file)}`
  }

  /** Takes note of the statement that has just ended. */
  note(): void {
    if (!existsSync(this.#file)) return
    this.#statements.push(JSON.parse(readFileSync(this.#file, 'utf8')) as Profile)
    rmSync(this.#file, { force: true })
  }

  /** Does a piece of work and tells how it went. */
  async measure<T>(piece: Piece, work: () => Promise<T>): Promise<T> {
    const outer = this.#statements
    this.#statements = []
    const started_ms = performance.now()
    const before = process.cpuUsage()
    const result = await work()
    const { user, system } = process.cpuUsage(before)
    const seconds = (performance.now() - started_ms) / 1000
    const statements = this.#statements
    this.#statements = outer
    this.#tell({
      ...piece,
      started_ms,
      seconds,
      cpu_seconds: (user + system) / 1e6,
      rows: mostRows(statements),
      spilled_bytes: Math.max(0, ...statements.map((s) => s.system_peak_temp_dir_size ?? 0)),
      lane: this.#lane,
      plans: statements.flatMap(({ children = [] }) => children.map(stepOf)),
    })
    return result
  }
}

function stepOf(profile: Profile): PlanStep {
  return {
    operator: profile.operator_name ?? '',
    seconds: profile.operator_timing ?? 0,
    rows: profile.operator_cardinality ?? 0,
    children: (profile.children ?? []).map(stepOf),
  }
}

/** The most rows of a statement: those that it wrote, else those that it answered with. */
function mostRows(statements: readonly Profile[]): number {
  const tops = statements.flatMap(({ children = [] }) => children)
  return Math.max(0, ...tops.map((top) => rowsOf(isWriting(top) ? top.children?.[0] : top)))
}

/** A common table expression hands on the rows of the last part. */
function rowsOf(step: Profile | undefined): number {
  if (step?.operator_name === 'CTE') return rowsOf(step.children?.at(-1))
  return step?.operator_cardinality ?? 0
}

function isWriting({ operator_name }: Profile): boolean {
  return /CREATE_TABLE|INSERT/.test(operator_name ?? '')
}
