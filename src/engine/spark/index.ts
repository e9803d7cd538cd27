export { type SparkAddress, sparkAddress } from './address.js'
export { handOver } from './hand-over.js'
export { SparkSession } from './session.js'
export { SESSION_SETTINGS, SparkEngine } from './spark-engine.js'
