import type { Law } from '../law.js'
import { acquisitionLaws } from './acquisition.js'
import { attributionLaws } from './attribution.js'
import { clickInventoryLaws } from './click-inventory.js'
import { infrastructureLaws } from './infrastructure.js'
import { journalLaws } from './journal.js'
import { marketLaws } from './market.js'
import { profitLaws } from './profit.js'
import { subscriptionLaws } from './subscriptions.js'
import { unitEconomicsLaws } from './unit-economics.js'
import { warehouseLaws } from './warehouse.js'

/** Every law, in the order of the stages. */
export const laws: readonly Law[] = [
  ...infrastructureLaws,
  ...warehouseLaws,
  ...marketLaws,
  ...clickInventoryLaws,
  ...attributionLaws,
  ...unitEconomicsLaws,
  ...profitLaws,
  ...acquisitionLaws,
  ...journalLaws,
  ...subscriptionLaws,
]
