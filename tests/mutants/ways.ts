import type { UncheckedChanges } from '../../src/assumptions/index.js'

/** The channels that are paid. */
const channelIds = ['facebook_ads', 'google_search', 'influencer_instagram', 'email_marketing']

/** The market's other ways: every kernel and curve, warm-up, other counts, choice and consumption. */
export const otherWays: UncheckedChanges = {
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
export const noFloors: UncheckedChanges = {
  market: {
    channels: Object.fromEntries(channelIds.map((id) => [id, { spend_floor_cents: 1 }])),
  },
}

/** Clicks that soon weigh next to nothing, few of which make an order. */
export const scarce = Object.fromEntries(
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

/** Clicks that are all there for as many days as the list of what they weigh has. */
const lasting = (recency: readonly number[]) => ({
  window_days: recency.length,
  recency_curve: 'listed',
  recency_list: recency,
  decay_curve: 'listed',
  decay_list: recency.map(() => 1_000_000),
})

/** Clicks that are all there for days and weigh next to nothing. */
export const weighingNothing = Object.fromEntries(
  ['facebook_ads', 'google_search'].map((id) => [
    id,
    { ...lasting([1_000_000, 3, 1, 0, 0]), clicks_per_order: 1 },
  ]),
)

/** Clicks that last for two days, by channel: what each asks of an order and how it is liked. */
const eachLasting = (second: number, own: Readonly<Record<string, readonly [number, number]>>) =>
  Object.fromEntries(
    Object.entries(own).map(([id, [clicks_per_order, affinity_bps]]) => [
      id,
      { ...lasting([1_000_000, second]), clicks_per_order, affinity_bps },
    ]),
  )

/** Of as many clicks the first two weigh 13 to 1, odd numbers that seven times lie beyond 2^53; the third soon fills. */
export const beyondNumbers = eachLasting(999_999, {
  email_marketing: [1, 130_000],
  facebook_ads: [1, 10_000],
  google_search: [191, 1_000_000],
  influencer_instagram: [193, 10_000],
  organic_search: [197, 10_000],
})

/** Weights so small that one more in all would fill another channel. */
export const fewWeights = eachLasting(1, {
  email_marketing: [1, 20_000],
  facebook_ads: [2, 40_000],
  google_search: [4, 20_000],
  organic_search: [1, 20_000],
})

/** Clicks that weigh the same in every channel: 1. */
export const alike = eachLasting(1, {
  email_marketing: [1, 10_000],
  facebook_ads: [1, 10_000],
  google_search: [1, 10_000],
  organic_search: [1, 10_000],
})

/** A channel that nobody sees. */
export const nobody = { impressions_per_order: 0, impressions_floor: 0 }

/** Two channels that everybody would choose, and that can serve few. */
export const crowded = Object.fromEntries(
  ['facebook_ads', 'google_search'].map((id) => [
    id,
    { clicks_per_order: 10_000, affinity_bps: 1_000_000 },
  ]),
)

/** Clicks an order that no number divides: a day's weights of channels are integers beyond 2^53. */
export const indivisible = Object.fromEntries(
  [...channelIds, 'organic_search'].map((id, i) => [
    id,
    { clicks_per_order: [97, 89, 83, 79, 73][i]!, affinity_bps: 123_457 + i },
  ]),
)

/** A season before a feast of the year after. */
export const beforeNewYear: UncheckedChanges = {
  events: { before_new_year: { rule: 'new_year', days_before: 15, demand_factor: 1.5 } },
}

/**
 * A season over the turn of the year and one of a day, many own impressions that grow, a curve of slope 2, a memory
 * of a single day, one that stays level and one that is gone at once.
 */
export const turnOfTheYear: UncheckedChanges = {
  season: {
    events: {
      turn_of_the_year: { first: '12-28', last: '01-03', response_factor: 2, demand_factor: 1.5 },
      a_single_day: { first: '01-06', last: '01-06', demand_factor: 3 },
    },
  },
  channels: {
    facebook_ads: {
      curve: 'hill',
      curve_slope: 2,
      kernel: 'delayed',
      peak_days: 0,
      max_lag_days: 1,
    },
    google_search: { kernel: 'binomial', alpha: 1 },
    email_marketing: { decay: 0 },
    organic_search: { base: 'per_day', growth_per_year: 2, impressions_per_day: 1_000_000 },
  },
}

/** A memory of three days alike, between which a billion units leave one over. */
export const threeLevelDays = { google_search: { kernel: 'binomial', alpha: 1, max_lag_days: 3 } }
