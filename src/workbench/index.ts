export { buildOnDisk, loadedBuild } from './build-hash.js'
export { toDataFrame } from './data-frame.js'
export { type ExportFormat, exportFormats, exportTables } from './export.js'
export type { Artifact, Artifacts, Manifest } from './manifest.js'
export { readNotation } from './notation.js'
export type { ProgressEvent, RunOutcome, StageResult } from './run.js'
export { readVerdict, type Verdict } from './verdict.js'
export {
  openWorkbench,
  type RunOptions,
  Workbench,
  type WorkbenchOptions,
} from './workbench.js'
