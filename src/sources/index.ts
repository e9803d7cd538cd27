export { adExpectations, adFiles, adStaging, type CampaignRule } from './ads/index.js'
export { amountSql, rowsSql } from './amount-sql.js'
export {
  type FileFormat,
  formatKeys,
  MAP_FILE,
  type MappedColumn,
  MapReader,
  mappedSource,
  orderColumns,
  readMap,
  requiredColumns,
  type SpendMap,
} from './columns/index.js'
export {
  type DoubledDays,
  type Lack,
  lackOfApartness,
  lackOfUnread,
  lacksOf,
  lacksOfItems,
  marketplaceOnly,
} from './lacks.js'
export { loadedSource, rawTables } from './loaded.js'
export type * from './origins.js'
export { lackOfPlace, placedTables, withObservedPlace } from './place.js'
export { sourceOf, sources } from './registry.js'
export type { RawTables, Source, Staging } from './source.js'
