import type { Law } from '../law.js'
import { acquisitionLaws } from './acquisition.js'
import { attributionLaws } from './attribution.js'
import { clickInventoryLaws } from './click-inventory.js'
import { dwhLaws } from './dwh.js'
import { journalLaws } from './journal.js'
import { marketLaws } from './market.js'
import { profitLaws } from './profit.js'
import { rawLaws } from './raw.js'
import { subscriptionLaws } from './subscriptions.js'
import { unitEconomicsLaws } from './unit-economics.js'

/** Every law, in the order of the stages. */
export const laws: readonly Law[] = [
  ...rawLaws,
  ...dwhLaws,
  ...marketLaws,
  ...clickInventoryLaws,
  ...attributionLaws,
  ...unitEconomicsLaws,
  ...profitLaws,
  ...acquisitionLaws,
  ...journalLaws,
  ...subscriptionLaws,
]
