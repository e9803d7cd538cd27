import { attributionCorruptions } from './attribution.js'
import { bookCorruptions } from './books.js'
import type { Corruption } from './corruption.js'
import { dwhCorruptions } from './dwh.js'
import { marketCorruptions } from './market.js'
import { profitCorruptions } from './profit.js'
import { rawCorruptions } from './raw.js'
import { unitEconomicsCorruptions } from './unit-economics.js'

export type { Corruption } from './corruption.js'

/** Every way to corrupt a run that a law must catch. */
export const corruptions: readonly Corruption[] = [
  ...rawCorruptions,
  ...dwhCorruptions,
  ...marketCorruptions,
  ...attributionCorruptions,
  ...unitEconomicsCorruptions,
  ...profitCorruptions,
  ...bookCorruptions,
]
