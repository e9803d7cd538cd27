export { exportRaw, type RawSource } from './export-raw.js'
export {
  type LoadedFolder,
  type PreservationProof,
  provePreservation,
} from './preservation.js'
export { recogniseFolder } from './recognise.js'
export { rawStage } from './stage.js'
