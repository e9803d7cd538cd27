import fc from 'fast-check'

const bps = (max: number) => fc.integer({ min: 0, max })
const event = fc.constantFrom('approval', 'hand_over', 'delivery', 'never')

const days = (max: number) => fc.integer({ min: 0, max })
const paymentType = fc.record({
  fee_bps: bps(2_000),
  fee_cents: bps(300),
  settlement_days: days(60),
  chargeback_bps: bps(300),
})

const status = fc.record({
  commission: event,
  goods: event,
  freight: event,
  payment_fee: event,
  carrier: event,
  operations: event,
  sla_penalty: event,
})

const finance = fc
  .record({
    carrier_cost_bps: bps(30_000),
    operations_item_cents: fc.integer({ min: 0, max: 999 }),
    operations_order_cents: fc.integer({ min: 0, max: 999 }),
    weekend_operations_bps: bps(30_000),
    sla_penalty_bps: bps(20_000),
    sla_grace_days: fc.integer({ min: 0, max: 10 }),
    refund_delay_days: fc.integer({ min: 0, max: 60 }),
    payout_delay_days: fc.integer({ min: 0, max: 60 }),
    subscription_trailing_months: fc.integer({ min: 1, max: 6 }),
    subscription_churn_months: fc.integer({ min: 1, max: 6 }),
    instalments: fc.constantFrom('monthly', 'anticipated'),
    instalment_days: days(40),
    anticipation_bps: bps(2_000),
    anticipated_days: days(40),
    carrier_terms_days: days(60),
    advertising_terms_days: days(60),
    undelivered_rule: fc.constantFrom('none', 'refund', 'provision'),
    undelivered_days: days(40),
    freight_role: fc.constantFrom('agent', 'principal'),
    kept_fee_bps: bps(10_000),
    refund_cost_cents: fc.integer({ min: 0, max: 999 }),
    goods_role: fc.constantFrom('agent', 'principal'),
    cost_of_goods_bps: bps(12_000),
    commission_tax_bps: bps(2_000),
    freight_tax_bps: bps(2_000),
    subscription_tax_bps: bps(2_000),
    fixed_costs: fc.record({
      rent: fc.record({ month_cents: fc.integer({ min: 0, max: 99_999 }) }),
      staff: fc.record({ month_cents: fc.integer({ min: 0, max: 99_999 }) }),
    }),
    statuses: fc.record({
      delivered: status,
      shipped: status,
      canceled: status,
      unavailable: status.map((lines) => ({ ...lines, implies: 'delivery' })),
    }),
    payment_types: fc.record({
      credit_card: paymentType,
      voucher: paymentType,
    }),
    commission_tiers: fc.record({
      low: fc.record({ below: fc.integer({ min: 1, max: 40 }), commission_bps: bps(10_000) }),
      standard: fc.record({ below: fc.integer({ min: 41, max: 99 }), commission_bps: bps(10_000) }),
    }),
    subscription_plans: fc.record({
      growth: fc.record({ above_cents: fc.integer({ min: 1, max: 20_000 }) }),
      scale: fc.record({ above_cents: fc.integer({ min: 20_001, max: 60_000 }) }),
    }),
  })
  .map((value) => ({ finance: value.goods_role === 'principal' ? ownGoods(value) : value }))

/** Who sells its own goods takes no commission on them. */
function ownGoods<T extends { commission_tiers: object }>(value: T) {
  const tiers = { ...value.commission_tiers, high: {} }
  return {
    ...value,
    commission_tiers: Object.fromEntries(
      Object.entries(tiers).map(([tier, rule]) => [tier, { ...rule, commission_bps: 0 }]),
    ),
  }
}

const marketing = fc
  .record({
    plan: fc.constantFrom('percent_of_gmv', 'flat'),
    spend_factor_bps: bps(40_000),
    counts: fc.constantFrom('poisson', 'negative_binomial', 'rounded'),
    warmup_days: fc.constantFrom(0, 0, 20),
    kernel: fc.constantFrom('geometric', 'binomial', 'delayed', 'weibull_pdf', 'weibull_cdf'),
    curve: fc.constantFrom('michaelis_menten', 'exponential', 'tanh', 'logistic', 'hill', 'none'),
    choice: fc.constantFrom('expected', 'sampled'),
    consumption: fc.constantFrom('recency_weighted', 'fifo', 'lifo'),
    decay: fc.constantFrom('half_life', 'hyperbolic', 'linear'),
    recency: fc.constantFrom('half_life', 'hyperbolic', 'linear'),
    affinity: fc.integer({ min: 1, max: 30_000 }),
    direct: bps(10_000),
    window: fc.integer({ min: 1, max: 30 }),
    clicks: fc.integer({ min: 1, max: 20 }),
  })
  .map((m) => ({
    market: {
      plan: m.plan,
      spend_factor_bps: m.spend_factor_bps,
      counts: m.counts,
      warmup_days: m.warmup_days,
      channels: {
        facebook_ads: { kernel: m.kernel, curve: m.curve },
        google_search: { kernel: m.kernel },
        organic_search: { curve: m.curve },
      },
    },
    attribution: {
      choice_policy: m.choice,
      consumption_policy: m.consumption,
      direct_demand_bps: m.direct,
      channels: {
        facebook_ads: {
          window_days: m.window,
          clicks_per_order: m.clicks,
          decay_curve: m.decay,
          recency_curve: m.recency,
          affinity_bps: m.affinity,
        },
      },
    },
  }))

/** A marketplace that does not exist, under assumptions nobody would make. */
export const marketplace = fc.record({
  orders: fc.integer({ min: 1, max: 250 }),
  seed: fc.integer({ min: 0, max: 1_000_000 }),
  months: fc.integer({ min: 0, max: 5 }),
  isUnruly: fc.boolean(),
  finance,
  marketing,
})
export type Marketplace = typeof marketplace extends fc.Arbitrary<infer T> ? T : never
