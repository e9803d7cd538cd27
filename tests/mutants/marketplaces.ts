import type { UncheckedChanges } from '../../src/assumptions/index.js'

import type { GenerateOptions } from '../../src/synthetic/index.js'
import { everyLine, UNDELIVERED_DAYS } from '../judgment/in-memory.js'
import { makeUnruly } from '../marketplaces/unruly.js'
import { comeBackLate, loseAPayment, nameAPlaceTwice, writeLeads } from './edges.js'
import { writeMapped } from './mapped-shop.js'
import { letOrdersAge, payNothing, putOnEdges, sellForCents } from './order-edges.js'
import { writeFlat, writeShopify, writeWoocommerceShop } from './shops.js'
import {
  beginLate,
  clickBefore,
  crowdIn,
  goOn,
  leaveGaps,
  spendMuch,
  spendOnce,
} from './spend-files.js'
import { addStrays, translateTwice, writeLiftTests } from './strays.js'
import {
  alike,
  beforeNewYear,
  beyondNumbers,
  crowded,
  fewWeights,
  indivisible,
  nobody,
  noFloors,
  otherWays,
  scarce,
  threeLevelDays,
  turnOfTheYear,
  weighingNothing,
} from './ways.js'

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

/** A day on which only clicks of the days before are there. */
const lateOn = (
  orders: number,
  clicks: Parameters<typeof clickBefore>[1],
  channels: object = weighingNothing,
): MarketplaceUnder => ({
  marketplace: { orders, seed: 41, firstDay: '2018-03-05', lastDay: '2018-03-05' },
  edits: [(dir) => clickBefore(dir, clicks)],
  changes: {
    market: { plan: 'csv', spend_reach_days: 2, channels: { organic_search: nobody } },
    attribution: { direct_demand_bps: 0, channels },
  },
})

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
    changes: { market: { plan: 'csv', spend_reach_days: 3, season: beforeNewYear } },
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
        channels: { organic_search: nobody },
      },
      finance: { operations_item_cents: 0, operations_order_cents: 1, freight_role: 'agent' },
    },
  },
  {
    marketplace: { orders: 300, seed: 23, firstDay: '2018-03-05', lastDay: '2018-03-05' },
    edits: [crowdIn],
    changes: {
      market: { plan: 'csv' },
      attribution: {
        choice_policy: 'sampled',
        channels: { ...crowded, facebook_ads: { clicks_per_order: 10_000, affinity_bps: 140_000 } },
      },
    },
  },
  {
    marketplace: { orders: 60, seed: 43, firstDay: '2017-12-20', lastDay: '2018-01-12' },
    changes: { market: turnOfTheYear, attribution: { channels: indivisible } },
  },
  lateOn(40, [
    ['google_search', 2, 1_000],
    ['facebook_ads', 1, 1_000],
  ]),
  lateOn(2, [
    ['google_search', 2, 1],
    ['facebook_ads', 2, 3],
  ]),
  lateOn(1, [
    ['google_search', 2, 1],
    ['facebook_ads', 2, 0],
  ]),
  lateOn(
    8,
    [
      ['email_marketing', 1, 47],
      ['facebook_ads', 1, 47],
      ['google_search', 1, 191],
      ['influencer_instagram', 1, 0],
    ],
    beyondNumbers,
  ),
  lateOn(
    26,
    [
      ['email_marketing', 1, 7],
      ['facebook_ads', 1, 45],
      ['google_search', 1, 4],
    ],
    fewWeights,
  ),
  lateOn(
    2,
    [
      ['email_marketing', 1, 2],
      ['facebook_ads', 1, 1],
      ['google_search', 1, 1],
    ],
    alike,
  ),
  {
    marketplace: { orders: 40, seed: 47, firstDay: '2018-03-01', lastDay: '2018-03-20' },
    changes: { attribution: { consumption_policy: 'fifo', direct_demand_bps: 0 } },
  },
  {
    marketplace: { orders: 14, seed: 29, firstDay: '2018-03-01', lastDay: '2018-03-10' },
    edits: [spendMuch],
    changes: { market: { plan: 'csv', channels: threeLevelDays } },
  },
]

/** Shops of other sources, for mutants of their staging views. */
export const shops: readonly MarketplaceUnder[] = [
  writeShopify,
  writeFlat,
  writeMapped,
  writeWoocommerceShop,
].map((marketplace) => ({ marketplace, changes: {} }))
