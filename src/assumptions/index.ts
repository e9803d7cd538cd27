export { type AssumptionChanges, type AssumptionRow, Assumptions } from './assumptions.js'
export type { AssumptionValue } from './definition.js'
export { type AssumptionSources, loadAssumptions } from './load.js'
export { presetNames } from './presets.js'
