export { infrastructureStage } from './stage.js'
