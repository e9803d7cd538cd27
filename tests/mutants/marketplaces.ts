import type { UncheckedChanges } from '../../src/assumptions/index.js'

import type { GenerateOptions } from '../../src/synthetic/index.js'
import { everyLine } from '../judgment/in-memory.js'
import { writeFlat, writeShopify, writeWoocommerceShop } from './shops.js'

/** A little marketplace, and the assumptions that it runs under. */
export interface MarketplaceUnder {
  /** What is generated, or who writes the files into a folder. */
  readonly marketplace: Omit<GenerateOptions, 'dir'> | ((dir: string) => void)
  readonly isUnruly: boolean
  /** Its file of spend lacks lines, and some lines lack clicks. */
  readonly hasGaps?: boolean
  /** One of the first month comes back a year later. */
  readonly buyersComeBackLate?: boolean
  /** How many days of its file of spend are left out at the beginning. */
  readonly spendBeginsLate?: number
  readonly changes: UncheckedChanges
}

/** The market's other ways: every kernel and curve, warm-up, other counts, choice and consumption. */
const otherWays: UncheckedChanges = {
  market: {
    plan: 'flat',
    spend_factor_bps: 11_111,
    warmup_days: 20,
    counts: 'negative_binomial',
    efficiency_factor: 0.9,
    funnel_loss_bps: 700,
    season: { events: { national_holidays: { days_before: 1, days_after: 2 } } },
    channels: {
      facebook_ads: { kernel: 'delayed', curve: 'hill', curve_slope: 1.5 },
      google_search: { kernel: 'binomial', curve: 'tanh' },
      influencer_instagram: { kernel: 'weibull_pdf', curve: 'exponential' },
      email_marketing: { kernel: 'weibull_cdf', curve: 'logistic' },
      organic_search: {
        curve: 'none',
        base: 'per_day',
        growth_per_year: 0.5,
        impressions_per_day: 400,
      },
    },
  },
  attribution: {
    choice_policy: 'sampled',
    consumption_policy: 'lifo',
    direct_demand_bps: 2_345,
    channels: {
      facebook_ads: { decay_curve: 'linear', recency_curve: 'half_life', affinity_bps: 25_000 },
      google_search: { decay_curve: 'hyperbolic', recency_curve: 'linear', clicks_per_order: 3 },
      email_marketing: { window_days: 3, decay_curve: 'listed', recency_curve: 'listed' },
    },
  },
  finance: {
    sla_grace_days: 0,
    refund_delay_days: 3,
    payout_delay_days: 40,
    statuses: { delivered: { refund: 'end' }, unavailable: { refund: 'never' } },
  },
}

/** Budgets follow sales to the cent, however small. */
const noFloors: UncheckedChanges = {
  market: {
    channels: Object.fromEntries(
      ['facebook_ads', 'google_search', 'influencer_instagram', 'email_marketing'].map((id) => [
        id,
        { spend_floor_cents: 1 },
      ]),
    ),
  },
}

/** The marketplaces that every mutant must be seen on by some law. */
export const marketplaces: readonly MarketplaceUnder[] = [
  {
    marketplace: { orders: 260, seed: 7 },
    isUnruly: true,
    buyersComeBackLate: true,
    changes: {
      finance: { ...(everyLine.finance as object), cost_of_goods_bps: 9_500 },
      market: { ...(noFloors.market as object), spend_factor_bps: 400_000 },
    },
  },
  {
    marketplace: { orders: 140, seed: 11, firstDay: '2018-01-20', lastDay: '2018-05-17' },
    isUnruly: true,
    changes: {
      ...otherWays,
      finance: {
        ...(everyLine.finance as object),
        ...(otherWays.finance as object),
        subscription_plans: {
          starter: { price_cents: 0 },
          growth: { above_cents: 5_000 },
          scale: { above_cents: 20_000 },
        },
      },
    },
  },
  {
    marketplace: {
      orders: 120,
      seed: 3,
      firstDay: '2018-01-20',
      lastDay: '2018-04-20',
      world: 'scarce',
    },
    isUnruly: false,
    hasGaps: true,
    changes: {
      market: { plan: 'csv' },
      attribution: { choice_policy: 'sampled', consumption_policy: 'fifo' },
      ...everyLine,
    },
  },
  {
    marketplace: { orders: 60, seed: 5, firstDay: '2018-11-10', lastDay: '2019-01-06' },
    isUnruly: false,
    changes: { market: { counts: 'rounded', ...(noFloors.market as object) } },
  },
  {
    marketplace: {
      orders: 30,
      seed: 9,
      firstDay: '2018-11-10',
      lastDay: '2018-12-20',
      world: 'scarce',
    },
    isUnruly: false,
    spendBeginsLate: 12,
    changes: { market: { plan: 'csv' } },
  },
]

/** Shops of other sources, for mutants of their staging views. */
export const shops: readonly MarketplaceUnder[] = [
  writeShopify,
  writeFlat,
  writeWoocommerceShop,
].map((marketplace) => ({ marketplace, isUnruly: false, changes: {} }))
