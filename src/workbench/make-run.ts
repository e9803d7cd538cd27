import type { StageName } from '../schema/artifact-names.js'
import type { WorkbenchState } from './adopt.js'
import { Cluster, type ClusterOptions } from './cluster.js'
import type { ProgressEvent, RunOutcome, StageMeasurement } from './outcome.js'
import { runStages } from './run.js'
import { inputsOf, type RunSettings } from './settings.js'
import { allStages } from './stages.js'
import { readAnswer, type Verdict } from './verdict.js'

export interface RunOptions {
  /** The last stage to run. Default: `judgment`; `decisions` is made on request. */
  readonly through?: StageName | undefined
  /** Build every stage anew. Default false. */
  readonly fresh?: boolean | undefined
  /** Go on when lines of a file cannot be loaded. Default false. */
  readonly allowRejects?: boolean | undefined
  /** A cluster that makes the tables of models. Default: this machine. */
  readonly cluster?: ClusterOptions | undefined
  readonly onProgress?: ((event: ProgressEvent) => void) | undefined
  /** Told the verdict as soon as it stands: before reporting tables and laws. Not told where finance is reused. */
  readonly onVerdict?: ((verdict: Verdict) => void) | undefined
  /** Told how long every model, check and law takes. Default: nobody measures. */
  readonly onMeasured?: ((measured: StageMeasurement) => void) | undefined
}

/** Runs the stages of a workbench under some settings. */
export function makeRun(
  { dir, name, limits }: WorkbenchState,
  settings: RunSettings,
  {
    through = 'judgment',
    fresh = false,
    allowRejects = false,
    cluster,
    onProgress = () => {},
    onMeasured,
    onVerdict,
  }: RunOptions,
): Promise<RunOutcome> {
  return runStages({
    dir,
    name,
    stages: allStages,
    through,
    inputs: inputsOf(settings, allowRejects),
    preset: settings.preset,
    assumptions: settings.assumptions,
    seed: settings.seed,
    fresh,
    limits,
    ...(cluster ? { cluster: new Cluster(cluster) } : {}),
    readAnswer: (artifacts) => readAnswer(dir, artifacts),
    onProgress,
    onMeasured,
    onVerdict,
  })
}
