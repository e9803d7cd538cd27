export { type FileFormat, orderColumns, requiredColumns } from './map.js'
export { formatKeys, MapReader, readMap } from './read-map.js'
export { MAP_FILE, mappedSource } from './source.js'
