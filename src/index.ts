/** The public API. Nothing else is public. */
export {
  type AssumptionChanges,
  type AssumptionRow,
  type AssumptionSources,
  Assumptions,
  type AssumptionValue,
  loadAssumptions,
  presetNames,
  type UncheckedChanges,
} from './assumptions/index.js'
export {
  type AttributionComparison,
  compareAttribution,
  lotHistory,
  orderHistory,
} from './attribution/index.js'
export { notebookDisplay } from './cells/index.js'
export type {
  ChannelReturns,
  ChannelValue,
  Experiments,
  FittedChannel,
  LiftTest,
  Optimum,
  Question,
  RunFit,
  RunFitOptions,
  SensitivityOptions,
  SensitivityRow,
  VerdictRange,
  WhatIf,
} from './decisions/index.js'
export { Database, type DatabaseOptions, type Row, type Value } from './engine/index.js'
export { InputError } from './errors.js'
export {
  type AttributionEvaluation,
  type EvaluateOptions,
  evaluateAttribution,
} from './evaluation/index.js'
export {
  createNotation,
  type MoneyFormat,
  moneyFormat,
  type Notation,
  numbersFormat,
  type ShownChannel,
} from './format/index.js'
export {
  type ChannelDraws,
  type ChannelExpectation,
  type DateRange,
  expectMarket,
  type Market,
  type PlanDifference,
  readMarket,
  type SimulatedMarkets,
  type SimulationOptions,
  SpendPlan,
  simulateMarkets,
} from './market/index.js'
export { allocate } from './money/allocate.js'
export { roundHalfAway, shareOf } from './money/round.js'
export {
  assumptionTable,
  captionHtml,
  type Figure,
  type FigureEvent,
  heatTable,
  histogram,
  htmlTable,
  lawTable,
  lines,
  multiples,
  noticeHtml,
  panels,
  ranked,
  renderFigure,
  type ShownLaw,
  stacked,
  type TableSource,
  type VegaLiteSpec,
  waterfall,
} from './notebook/index.js'
export { type PreservationProof, provePreservation } from './raw/index.js'
export {
  adviceSentences,
  decisionsText,
  figureRangeRows,
  hangsOnSentences,
  learnedSentence,
  makeDecisions,
  planHangsOn,
  type RunDecisions,
  rangeSentence,
  readRunDecisions,
} from './report/decisions/index.js'
export {
  basisSentences,
  type ComparisonBase,
  cacDefinitions,
  checkLaws,
  compareMonth,
  comparisonHtml,
  comparisonSentence,
  comparisonSteps,
  comparisonText,
  dailyProfit,
  evidenceSentence,
  firstPageText,
  type Judgment,
  judge,
  judgmentSentence,
  judgmentText,
  type MonthComparison,
  type Note,
  type ProfitDay,
  profitWaterfall,
  readJudgment,
  readNotes,
  readStatement,
  retailDays,
  type Statement,
  type StatementFiles,
  type StatusEvents,
  statementCsv,
  statementHtml,
  statementText,
  statementXlsx,
  statusMatrix,
  type VarianceRow,
  verdictSentences,
  type WaterfallStep,
  writeStatement,
} from './report/index.js'
export {
  budgetLadder,
  channelAssumptions,
  clickBands,
  eventAssumptions,
  memoryKernels,
  sameDayCost,
  saturationView,
  seasonDecomposition,
  unpaidDecomposition,
} from './report/market/index.js'
export * as questions from './report/questions/index.js'
export { type LeadingAssumption, leadingAssumptions } from './report/sensitivity/index.js'
export {
  adstock,
  adstockWeights,
  type Curve,
  exposureFor,
  type Kernel,
  marginalResponse,
  saturate,
} from './response/index.js'
export type { StageName } from './schema/artifact-names.js'
export type { TableName, TableRow } from './schema/rows.js'
export {
  fitSeriesFile,
  type SeriesChannel,
  type SeriesEffect,
  type SeriesFit,
  type SeriesOptimum,
  type SeriesOptions,
  seriesChannels,
  seriesExperiments,
  seriesOptimum,
  seriesTotal,
  seriesWhatIf,
} from './series/index.js'
export type { RunInputs, Stage, StageContext } from './stage.js'
export {
  type GeneratedMarketplace,
  type GenerateOptions,
  generateMarketplace,
  worldNames,
} from './synthetic/index.js'
export {
  buildOnDisk,
  type ComparedChannel,
  type ComparedFigure,
  type ComparedLine,
  compare,
  type FolderReport,
  inspectFolder,
  loadedBuild,
  openWorkbench,
  type ProgressEvent,
  type PublishedRun,
  publishedRuns,
  type QuickAnswer,
  type RunComparison,
  type RunOptions,
  type RunOutcome,
  readVerdict,
  removeRun,
  type StageResult,
  toDataFrame,
  type Verdict,
  Workbench,
  type WorkbenchOptions,
} from './workbench/index.js'
