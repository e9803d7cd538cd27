export { attributionStage } from './stage.js'
