export { orderColumns, requiredColumns } from './map.js'
export { MAP_FILE, mappedSource } from './source.js'
