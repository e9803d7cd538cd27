import type { UncheckedChanges } from '../../src/assumptions/index.js'

import type { GenerateOptions } from '../../src/synthetic/index.js'
import { everyLine, UNDELIVERED_DAYS } from '../judgment/in-memory.js'
import { makeUnruly } from '../marketplaces/unruly.js'
import { comeBackLate, loseAPayment, nameAPlaceTwice, writeLeads } from './edges.js'
import { writeMapped } from './mapped-shop.js'
import { letOrdersAge, payNothing, putOnEdges, sellForCents } from './order-edges.js'
import { writeFlat, writeShopify, writeWoocommerceShop } from './shops.js'
import { beginLate, crowdIn, goOn, leaveGaps, spendOnce } from './spend-files.js'
import { addStrays, translateTwice, writeLiftTests } from './strays.js'

/** Changes the files of a folder. */
type Edit = (dir: string) => void

/** A little marketplace, and the assumptions that it runs under. */
export interface MarketplaceUnder {
  /** What is generated, or who writes the files into a folder. */
  readonly marketplace: Omit<GenerateOptions, 'dir'> | ((dir: string) => void)
  /** What is changed in its files then, one after the other. */
  readonly edits?: readonly Edit[]
  readonly changes: UncheckedChanges
}

/** The channels that are paid. */
const channelIds = ['facebook_ads', 'google_search', 'influencer_instagram', 'email_marketing']

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
    statuses: {
      delivered: { refund: 'end' },
      unavailable: { refund: 'never' },
      canceled: { carrier: 'never' },
      shipped: { commission: 'hand_over' },
      created: { payment_fee: 'hand_over' },
    },
  },
}

/** Budgets follow sales to the cent, however small. */
const noFloors: UncheckedChanges = {
  market: {
    channels: Object.fromEntries(channelIds.map((id) => [id, { spend_floor_cents: 1 }])),
  },
}

/** Clicks that soon weigh next to nothing, few of which make an order. */
const scarce = Object.fromEntries(
  [...channelIds, 'organic_search'].map((id, i) => [
    id,
    {
      window_days: 5,
      recency_curve: 'listed',
      recency_list: [1_000_000, 3, 1, 0, 0],
      clicks_per_order: 1 + (i % 3),
    },
  ]),
)

/** Two channels that everybody would choose, and that can serve few. */
const crowded = Object.fromEntries(
  ['facebook_ads', 'google_search'].map((id) => [
    id,
    { clicks_per_order: 10_000, affinity_bps: 1_000_000 },
  ]),
)

/** Whatever can happen happens, and on the edges of what is declared. */
const unruly = (refundDays: number): Edit[] => [
  makeUnruly,
  (dir) => putOnEdges(dir, { undeliveredDays: UNDELIVERED_DAYS, refundDays }),
  writeLeads,
  nameAPlaceTwice,
  loseAPayment,
]

/** The marketplaces that every mutant must be seen on by some law. */
export const marketplaces: readonly MarketplaceUnder[] = [
  {
    marketplace: { orders: 260, seed: 7 },
    edits: [...unruly(7), comeBackLate, addStrays, translateTwice, writeLiftTests],
    changes: {
      finance: {
        ...(everyLine.finance as object),
        cost_of_goods_bps: 9_500,
        payment_types: { credit_card: { chargeback_bps: 60 }, boleto: { settlement_days: 7 } },
      },
      market: { ...(noFloors.market as object), spend_factor_bps: 400_000 },
    },
  },
  {
    marketplace: { orders: 140, seed: 11, firstDay: '2018-01-20', lastDay: '2018-05-17' },
    edits: unruly(3),
    changes: {
      ...otherWays,
      finance: {
        ...(everyLine.finance as object),
        ...(otherWays.finance as object),
        subscription_trailing_months: 2,
        subscription_churn_months: 4,
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
    edits: [leaveGaps],
    changes: {
      market: { plan: 'csv' },
      attribution: { choice_policy: 'sampled', consumption_policy: 'fifo' },
      ...everyLine,
    },
  },
  {
    marketplace: { orders: 60, seed: 5, firstDay: '2018-11-10', lastDay: '2019-01-06' },
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
    edits: [(dir) => beginLate(dir, 12), (dir) => goOn(dir, 3)],
    changes: { market: { plan: 'csv', spend_reach_days: 3 } },
  },
  {
    marketplace: { orders: 150, seed: 13, firstDay: '2017-01-20' },
    edits: [letOrdersAge, writeLeads],
    changes: {
      market: { efficiency_factor: 1.5, channels: { email_marketing: { ctr_bps: 10_000 } } },
      attribution: { direct_demand_bps: 3_000 },
      finance: {
        undelivered_rule: 'provision',
        refund_cost_cents: 250,
        operations_order_cents: 12_345,
        fixed_costs: { facebook_ads: { month_cents: 1_000, wins_sellers: true } },
        subscription_churn_months: 1,
      },
    },
  },
  {
    marketplace: { orders: 150, seed: 17 },
    edits: [sellForCents],
    changes: {
      market: noFloors.market!,
      attribution: { direct_demand_bps: 3_000 },
      finance: {
        operations_item_cents: 0,
        operations_order_cents: 1,
        payment_types: {
          credit_card: { fee_bps: 0 },
          debit_card: { fee_bps: 0 },
          boleto: { fee_cents: 0 },
        },
        commission_tiers: {
          low: { commission_bps: 0 },
          standard: { commission_bps: 0 },
          high: { commission_bps: 10_000 },
        },
        subscription_plans: { starter: { price_cents: 1 } },
      },
    },
  },
  {
    marketplace: { orders: 90, seed: 19, firstDay: '2018-03-05', lastDay: '2018-03-14' },
    changes: {
      market: {
        first_date: '2018-03-06',
        last_date: '2018-03-13',
        warmup_days: 2,
        efficiency_factor: 0.1,
        channels: { organic_search: { impressions_per_order: 20, impressions_floor: 20 } },
      },
      attribution: { choice_policy: 'sampled', channels: scarce },
    },
  },
  {
    marketplace: { orders: 300, seed: 23, firstDay: '2018-03-05', lastDay: '2018-03-05' },
    edits: [crowdIn],
    changes: { market: { plan: 'csv' }, attribution: { channels: crowded } },
  },
  {
    marketplace: { orders: 14, seed: 29, firstDay: '2018-03-01', lastDay: '2018-03-10' },
    edits: [payNothing, (dir) => spendOnce(dir, 2)],
    changes: {
      market: { plan: 'csv', spend_reach_days: 2 },
      finance: { operations_item_cents: 1 },
    },
  },
  {
    marketplace: { orders: 150, seed: 37, firstDay: '2017-01-20' },
    edits: [comeBackLate],
    changes: {
      attribution: { direct_demand_bps: 2_000 },
      finance: { operations_order_cents: 0, operations_item_cents: 0 },
    },
  },
  {
    marketplace: { orders: 1, seed: 31, firstDay: '2018-03-01', lastDay: '2018-03-01' },
    edits: [sellForCents],
    changes: {
      market: {
        efficiency_factor: 1e-9,
        channels: { organic_search: { impressions_per_order: 0, impressions_floor: 0 } },
      },
      finance: { operations_item_cents: 0, operations_order_cents: 1, freight_role: 'agent' },
    },
  },
]

/** Shops of other sources, for mutants of their staging views. */
export const shops: readonly MarketplaceUnder[] = [
  writeShopify,
  writeFlat,
  writeMapped,
  writeWoocommerceShop,
].map((marketplace) => ({ marketplace, changes: {} }))
