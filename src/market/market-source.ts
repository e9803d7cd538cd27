import type { Assumptions } from '../assumptions/index.js'
import type { SpendPlanTable } from '../stage.js'

/** Where a market is read from: a workbench, or a stage's context. */
export interface MarketSource {
  readonly assumptions: Assumptions
  /** Asks the artifacts a question; `dwh` must be among them, and `raw` for the plan csv. */
  rows<T>(sql: string): Promise<T[]>
  /** A spend plan that replaces the assumed one. */
  readonly spendPlan?: SpendPlanTable | undefined
}
