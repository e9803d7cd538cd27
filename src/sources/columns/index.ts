export { type FileFormat, MAP_FILE, orderColumns, requiredColumns } from './map.js'
export { formatKeys, MapReader, readMap } from './read-map.js'
export { mappedSource } from './source.js'
