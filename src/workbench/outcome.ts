import { inspect } from 'node:util'
import type { Measurement } from '../engine/index.js'
import type { StageName } from '../schema/artifact-names.js'
import type { Artifacts, RunRecord } from './manifest.js'

/** What a run tells while it works. */
export interface ProgressEvent {
  readonly stage: StageName
  readonly message: string
}

/** How long one model, check or law of a stage took, and what it needed. */
export interface StageMeasurement extends Measurement {
  readonly stage: StageName
}

/** How one stage went. */
export interface StageResult {
  readonly stage: StageName
  readonly file: string
  readonly seconds: number
  /** Nothing had changed: the artifact that was there was used. */
  readonly reused: boolean
  readonly rows: Readonly<Record<string, number>>
  /** Results within the stage that an earlier run had worked out: answers of laws. */
  readonly kept: number
}

/** What a run made. Prints as one line a stage. */
export class RunOutcome {
  constructor(
    readonly stages: readonly StageResult[],
    /** What the run was made from. */
    readonly record: RunRecord,
  ) {}

  get artifacts(): Artifacts {
    return this.record.artifacts
  }

  /** One line a stage: its name, its time or that it was reused, what it holds. */
  lines(): string[] {
    return this.stages.map(({ stage, seconds, reused, rows, kept }) => {
      const total = Object.values(rows).reduce((a, b) => a + b, 0)
      const how = reused ? 'reused' : `${seconds.toFixed(1)} s`
      return `${stage.padEnd(12)} ${how.padEnd(8)} ${Object.keys(rows).length} tables, ${total} rows${kept > 0 ? `, ${kept} laws as judged before` : ''}`
    })
  }

  [inspect.custom](): string {
    return this.lines().join('\n')
  }
}
