export { orderColumns, requiredColumns } from './map.js'
export { formatKeys, MapReader } from './read-map.js'
export { MAP_FILE, mappedSource } from './source.js'
