export { warehouseStage } from './stage.js'
