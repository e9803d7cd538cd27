export { buildOnDisk, loadedBuild } from './build-hash.js'
export { type CardLine, workbenchCard } from './card.js'
export { type ChangedAssumptions, changedAssumptions } from './changed.js'
export type { ClusterOptions } from './cluster.js'
export {
  type Compared,
  type ComparedChannel,
  type ComparedFigure,
  type ComparedLine,
  type ComparedSetting,
  compare,
  type RunComparison,
} from './compare.js'
export { toDataFrame } from './data-frame.js'
export { type ExportFormat, exportFormats, exportTables } from './export.js'
export { type FolderReport, inspectFolder } from './inspect-folder.js'
export type { ClusterFindings } from './judge-on-cluster.js'
export { type PublishedRun, publishedRuns } from './list.js'
export type { RunOptions } from './make-run.js'
export type { Artifact, Artifacts, Manifest, RunAnswer, RunRecord } from './manifest.js'
export { openWorkbench, type WorkbenchOptions, workbenchFolder } from './open.js'
export { type OpenedAgain, openAgain } from './open-again.js'
export {
  type ProgressEvent,
  RunOutcome,
  type StageMeasurement,
  type StageResult,
} from './outcome.js'
export { removeRun } from './publish.js'
export type { QuickAnswer } from './quick.js'
export { MAIN } from './run-records.js'
export { loadSettings } from './settings.js'
export { readVerdict, type Verdict } from './verdict.js'
export { Workbench } from './workbench.js'
