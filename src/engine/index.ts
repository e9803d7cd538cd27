export type { Answer, AnswerCell } from './answer.js'
export { doByNeed, type Task } from './by-need.js'
export { castFunctions, createCasts } from './casts.js'
export { type CsvSource, csvCopy, loadCsv, storeUncompressed } from './csv.js'
export { type Columns, Database, type DatabaseOptions } from './database.js'
export type { Engine, PutColumns, TableKind } from './engine.js'
export { fileStamp, sha256File } from './file-hash.js'
export { countRows, schemaDifferences, tableFingerprint, tableNames } from './inspect.js'
export { checkedMemory, checkedThreads, type Limits } from './limits.js'
export type { Measurement, OnMeasured, PlanStep } from './meter.js'
export { type Model, readModels, runModels } from './models.js'
export { createParams } from './params.js'
export { parquetCopy } from './parquet.js'
export {
  clearPlace,
  makePlace,
  type Place,
  parquetFiles,
  reach,
  storeOf,
  storeSchemes,
  under,
} from './places.js'
export { type ColumnProfile, profileTable } from './profile.js'
export type { QueryTable } from './query-table.js'
export { MOST_CONNECTIONS, onConnections, sideBySide } from './side-by-side.js'
export { hasTable, type SqlSource, threadsOf } from './sql-source.js'
export { identifier, literal } from './sql-text.js'
export { sqlTokens } from './sql-tokens.js'
export type { Row, Value } from './values.js'
export { writeRows } from './write-rows.js'
