import { InputError } from '../errors.js'
import type { UncheckedChanges } from './assumptions.js'
import {
  attributionEasy,
  attributionHard,
  attributionMedium,
  attributionReference,
} from './presets/attribution.js'
import { marketEasy, marketHard, marketMedium, marketReference } from './presets/market.js'

/** A shop that sells its own goods: GMV is revenue, there is no tier, and sellers pay for no plan. */
const ownShop: UncheckedChanges = {
  finance: {
    goods_role: 'principal',
    commission_tiers: {
      low: null,
      standard: null,
      high: { commission_bps: 0 },
    },
    subscription_plans: {
      starter: { price_cents: 0 },
      growth: null,
      scale: null,
    },
  },
}

/** Named sets of changes to the defaults. `marketplace` is the default by its own name. */
const presets: Readonly<Record<string, UncheckedChanges>> = {
  default: {},
  marketplace: {},
  own_shop: ownShop,
  reference: {
    market: marketReference,
    attribution: attributionReference,
  },
  easy: {
    market: marketEasy,
    attribution: attributionEasy,
    finance: {
      operations_order_cents: 150,
      operations_item_cents: 50,
    },
  },
  medium: {
    market: marketMedium,
    attribution: attributionMedium,
    finance: {
      carrier_cost_bps: 12_500,
      operations_order_cents: 200,
      operations_item_cents: 50,
    },
  },
  hard: {
    market: marketHard,
    attribution: attributionHard,
    finance: {
      carrier_cost_bps: 16_000,
      operations_order_cents: 350,
      operations_item_cents: 100,
      weekend_operations_bps: 15_000,
    },
  },
}

/** Names of the presets. */
export const presetNames: readonly string[] = Object.keys(presets)

/**
 * The changes a preset makes.
 *
 * @throws InputError on a name that is no preset
 */
export function presetChanges(name: string): UncheckedChanges {
  const changes = presets[name]
  if (changes) return changes
  throw new InputError(`preset: got '${name}', allowed ${presetNames.join(', ')}.`)
}
