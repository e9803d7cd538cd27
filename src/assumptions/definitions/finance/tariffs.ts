import type { Collection, Spec } from '../../definition.js'
import { GUESS } from '../guess.js'

/** What acquirers take of payments, the marketplace of sales and sellers, and what every month costs. */
export const tariffFields: readonly Spec[] = [
  {
    id: 'finance.payment_types.*.fee_bps',
    value: 0,
    unit: 'bps',
    min: 0,
    max: 10_000,
    why: 'Share of the payment that the acquirer keeps.',
    source: 'Mean merchant discount rates of 2017 and 2018 (central bank statistics), rounded',
  },
  {
    id: 'finance.payment_types.*.fee_cents',
    value: 0,
    unit: 'cents',
    min: 0,
    max: 100_000,
    why: 'Fixed fee of one payment, as banks charge for a boleto.',
    source: 'Reasoned: price lists of boleto for large billers, 1.50 to 3.50',
  },
  {
    id: 'finance.payment_types.*.chargeback_bps',
    value: 0,
    unit: 'bps',
    min: 0,
    max: 10_000,
    why: 'Share of the payments of this type that buyers call back for good. 0: none is in the result.',
    source: 'Declared by the business: its own rate, which card networks hold below 1%',
  },
  {
    id: 'finance.payment_types.*.settlement_days',
    value: 0,
    unit: 'days',
    min: 0,
    max: 366,
    why: 'Days from the approval of a payment to its money, or to that of its first instalment.',
    source:
      'Usual terms of Latin American acquirers: credit cards 30 days, debit cards and boleto the next day',
  },
  {
    id: 'finance.commission_tiers.*.below',
    value: 100,
    unit: 'count',
    min: 1,
    max: 100,
    why: 'A seller whose number (first 8 hex digits of md5(seller_id), modulo 100) is below this cut, and not below a smaller one, is in the tier.',
    source: 'Causeway: cuts at 20, 80 and 100 make 20%, 60% and 20% of sellers',
  },
  {
    id: 'finance.commission_tiers.*.commission_bps',
    value: 1_500,
    unit: 'bps',
    min: 0,
    max: 10_000,
    why: 'Commission of the tier on the price of a delivered item.',
    source: `${GUESS}; Mercado Livre asks 10% to 19% by category and kind of listing`,
  },
  {
    id: 'finance.subscription_plans.*.above_cents',
    value: 0,
    unit: 'cents',
    min: 0,
    max: 100_000_000_000,
    why: 'Mean monthly GMV above which a seller is on the plan; 0 is the plan of everyone else.',
    source: GUESS,
  },
  {
    id: 'finance.subscription_plans.*.price_cents',
    value: 4_990,
    unit: 'cents',
    min: 0,
    max: 100_000_000,
    why: 'Price of the plan a month, billed on the 1st.',
    source: GUESS,
  },
  {
    id: 'finance.fixed_costs.*.month_cents',
    value: 0,
    unit: 'cents',
    min: 0,
    max: 1_000_000_000_000,
    why: 'What it costs each month, whatever is sold: rent, staff, systems. Each cost has a name; none is declared by default, and the statement says so.',
    source: 'Declared by the business',
  },
  {
    id: 'finance.fixed_costs.*.wins_sellers',
    value: false,
    unit: 'flag',
    why: 'The cost is there to win sellers (a sales team, its tools): what it comes to in a month, by the sellers won in it, is what a seller costs to win.',
    source: 'Declared by the business',
  },
]

/** Payment types, commission tiers, subscription plans and fixed costs. */
export const tariffCollections: readonly Collection[] = [
  {
    id: 'finance.payment_types',
    hasDistinctNames: true,
    members: {
      credit_card: { fee_bps: 240, settlement_days: 30 },
      debit_card: { fee_bps: 140, settlement_days: 1 },
      boleto: { fee_cents: 200, settlement_days: 1 },
      voucher: {},
      not_defined: {},
    },
  },
  {
    id: 'finance.commission_tiers',
    members: {
      low: { below: 20, commission_bps: 1_000 },
      standard: { below: 80, commission_bps: 1_500 },
      high: { below: 100, commission_bps: 2_000 },
    },
  },
  {
    id: 'finance.subscription_plans',
    members: {
      starter: { above_cents: 0, price_cents: 4_990 },
      growth: { above_cents: 200_000, price_cents: 19_990 },
      scale: { above_cents: 1_000_000, price_cents: 99_990 },
    },
  },
  { id: 'finance.fixed_costs', members: {} },
]
