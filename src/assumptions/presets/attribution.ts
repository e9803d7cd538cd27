import type { UncheckedChanges } from '../assumptions.js'

/** A click serves for three days, weighs 1, 1/2, 1/3 and makes an order of its own. */
const threeDays = {
  window_days: 3,
  clicks_per_order: 1,
  affinity_bps: 10_000,
  decay_curve: 'listed',
  decay_list: [1_000_000, 1_000_000, 1_000_000],
  recency_curve: 'listed',
  recency_list: [1_000_000, 500_000, 333_333],
}

/**
 * A simple pool of three days, as a stock that orders consume. Only orders that find no click are
 * direct.
 */
export const attributionReference: UncheckedChanges = {
  direct_demand_bps: 0,
  channels: {
    facebook_ads: threeDays,
    google_search: threeDays,
    influencer_instagram: threeDays,
    email_marketing: threeDays,
    organic_search: threeDays,
  },
}

/** Many know the shop already. */
export const attributionEasy: UncheckedChanges = { direct_demand_bps: 3_000 }

/** Some know the shop already. */
export const attributionMedium: UncheckedChanges = { direct_demand_bps: 2_000 }

/** Few know the shop: almost every order has to be found. */
export const attributionHard: UncheckedChanges = { direct_demand_bps: 1_000 }
