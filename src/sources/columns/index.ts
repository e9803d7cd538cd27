export { MAP_FILE, mappedSource } from './source.js'
