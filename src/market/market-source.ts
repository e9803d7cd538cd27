import type { Assumptions } from '../assumptions/index.js'
import type { SqlSource } from '../engine/index.js'
import type { SpendPlanTable } from '../stage.js'
import type { seasonOf } from './season/season.js'

/**
 * Where a market is read from: a workbench, or a stage's context. It answers for `dwh`, and for `raw`
 * where spend comes from a file.
 */
export interface MarketSource extends SqlSource {
  readonly assumptions: Assumptions
  /** A spend plan that replaces the assumed one. */
  readonly spendPlan?: SpendPlanTable | undefined
  /** How the calendar's effects are found. Default {@link seasonOf}; {@link keptSeason} for who reads many markets. */
  readonly seasonOf?: typeof seasonOf | undefined
}
