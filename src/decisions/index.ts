export type { Grade, LiftTest, PlanStatus } from './data.js'
export type { FittedChannel } from './fit/fitted.js'
export {
  type Advice,
  type Optimum,
  type OptimumOptions,
  UNSURE_SHARE,
  whyBest,
} from './optimum/optimum.js'
export type { ChannelReturns } from './optimum/returns.js'
export type { WhatIf } from './plans/what-if.js'
export { fitRun, RunFit, type RunFitOptions } from './run-fit.js'
export type { Question } from './sensitivity/answers.js'
export type { InventoryFigure, InventoryRange } from './sensitivity/inventory-ranges.js'
export {
  inventoryRangesOf,
  type SensitivityOptions,
  sensitivityOf,
  verdictRangesOf,
} from './sensitivity/run-sensitivity.js'
export type { SensitivityRow } from './sensitivity/tornado.js'
export type { VerdictRange } from './sensitivity/verdict-range.js'
export { decisionsStage } from './stage.js'
export type { ExperimentOptions, Experiments } from './sure/experiment.js'
export { nextExperiment } from './sure/next-experiment.js'
export type { ChannelValue } from './value/channel-value.js'
