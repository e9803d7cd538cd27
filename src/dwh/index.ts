export { dwhStage } from './stage.js'
