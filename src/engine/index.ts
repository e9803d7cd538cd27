export { createCasts } from './casts.js'
export { type CsvSource, csvCopy, loadCsv, storeUncompressed } from './csv.js'
export { type Columns, Database, type DatabaseOptions } from './database.js'
export {
  type CalendarDay,
  calendarDay,
  dateKey,
  dayNumber,
  isoDate,
  isoWeek,
  isoWeekday,
} from './dates.js'
export { sha256File } from './file-hash.js'
export { countRows, schemaDifferences, tableFingerprint, tableNames } from './inspect.js'
export { type Model, readModels, runModels } from './models.js'
export { createParams } from './params.js'
export { parquetCopy } from './parquet.js'
export { type ColumnProfile, profileTable } from './profile.js'
export type { QueryTable } from './query-table.js'
export { sideBySide } from './side-by-side.js'
export { identifier, literal } from './sql-text.js'
export type { Row, Value } from './values.js'
export { writeRows } from './write-rows.js'
