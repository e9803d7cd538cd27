export { type ObservedTable, observe } from './observe.js'
export { dwhStage } from './stage.js'
export { suppliedSql } from './staging.js'
