export {
  type AssumptionBases,
  type AssumptionRow,
  Assumptions,
  type UncheckedChanges,
} from './assumptions.js'
export { type AssumptionChange, assumptionChanges } from './changes.js'
export { withoutContradiction } from './contradictions.js'
export { type AssumptionBasis, type AssumptionValue, changeWords } from './definition.js'
export { type AssumptionDifference, assumptionDifferences } from './differences.js'
export { patternOf } from './flatten.js'
export { type LikelyRange, variedIds, whyUnvaried } from './likely.js'
export { type AssumptionSources, loadAssumptions } from './load.js'
export { nearest } from './near-names.js'
export { presetNames } from './presets.js'
export type { AssumptionChanges } from './typed-changes.js'
