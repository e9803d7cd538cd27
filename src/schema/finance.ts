import type { ArtifactSchema } from './column.js'
import { growthTables } from './finance/growth.js'
import { journalTables } from './finance/journal.js'
import { orderTables } from './finance/orders.js'
import { profitTables } from './finance/profit.js'
import { sellerTables } from './finance/sellers.js'

/** `finance`: did the business make or lose money? */
export const financeTables = {
  ...orderTables,
  ...growthTables,
  ...journalTables,
  ...profitTables,
  ...sellerTables,
} satisfies ArtifactSchema

/** The same, by name. */
export const financeSchema: ArtifactSchema = financeTables
