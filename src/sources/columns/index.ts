export {
  type ColumnMap,
  type FileFormat,
  MAP_FILE,
  type MappedColumn,
  orderColumns,
  requiredColumns,
  type SpendMap,
} from './map.js'
export { formatKeys, MapReader } from './map-reader.js'
export { readMap } from './read-map.js'
export { mappedSource } from './source.js'
