export { exportRaw, type RawSource } from './export-raw.js'
export { infrastructureStage } from './stage.js'
