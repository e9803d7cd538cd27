export { exportRaw, type RawSource } from './export-raw.js'
export { BUDGET_FILE, csvNames, otherData } from './files.js'
export { firstLine } from './head.js'
export {
  type LoadedFolder,
  type PreservationProof,
  provePreservation,
} from './preservation.js'
export { recogniseFolder } from './recognise.js'
export { readRecord } from './record.js'
export { rawStage } from './stage.js'
