import type { Collection } from '../../definition.js'

/** The five channels. */
export const channelCollection: Collection = {
  id: 'market.channels',
  members: {
    facebook_ads: {
      name: 'Facebook ads',
      gmv_share_bps: 180,
      spend_floor_cents: 600,
      daily_budget_cents: 8_500,
      cpm_cents: 1_250,
      ctr_bps: 90,
      capacity_impressions: 1_500,
      capacity_per_order_impressions: 300,
      decay: 0.5,
      max_lag_days: 14,
      volatility: 0.3,
    },
    google_search: {
      name: 'Google search',
      gmv_share_bps: 200,
      spend_floor_cents: 600,
      daily_budget_cents: 12_000,
      cpm_cents: 2_800,
      ctr_bps: 280,
      capacity_impressions: 1_000,
      capacity_per_order_impressions: 200,
      decay: 0.2,
      max_lag_days: 7,
      volatility: 0.1,
    },
    influencer_instagram: {
      name: 'Instagram influencers',
      gmv_share_bps: 70,
      spend_floor_cents: 300,
      daily_budget_cents: 4_500,
      cpm_cents: 3_500,
      ctr_bps: 120,
      capacity_impressions: 500,
      capacity_per_order_impressions: 80,
      decay: 0.8,
      max_lag_days: 28,
      volatility: 0.7,
    },
    email_marketing: {
      name: 'Email',
      gmv_share_bps: 30,
      spend_floor_cents: 100,
      daily_budget_cents: 1_500,
      cpm_cents: 200,
      price_follows_season: false,
      ctr_bps: 350,
      capacity_impressions: 1_000,
      capacity_per_order_impressions: 130,
      decay: 0.3,
      max_lag_days: 7,
      volatility: 0.1,
    },
    organic_search: {
      name: 'Organic search',
      is_paid: false,
      ctr_bps: 500,
      capacity_impressions: 10_000,
      capacity_per_order_impressions: 2_000,
      decay: 0.6,
      max_lag_days: 14,
      volatility: 0.05,
      impressions_per_order: 100,
      impressions_floor: 200,
    },
  },
  notes: {
    facebook_ads: {
      gmv_share_bps: { why: 'A broad shop window: as much as search, less a little' },
      capacity_per_order_impressions: {
        why: 'At 240 orders a day (Olist in 2018) an audience of some 72,000 exposures a day',
      },
      decay: { why: 'Seen while scrolling, half forgotten the next day' },
      volatility: { why: 'The feed’s ranking moves results by a third from day to day' },
    },
    google_search: {
      gmv_share_bps: { why: 'Catches people who already look for the product: the largest budget' },
      capacity_per_order_impressions: {
        why: 'There are only so many searches: some 48,000 a day at 240 orders a day',
      },
      decay: { why: 'A search ad works at once or not at all' },
      volatility: { why: 'Searches for products are steady' },
    },
    influencer_instagram: {
      gmv_share_bps: {
        why: 'An experiment with a long tail; the smallest of the bought audiences',
      },
      capacity_per_order_impressions: {
        why: 'Few faces fit the shop: some 19,000 exposures a day at 240 orders a day',
      },
      decay: { why: 'A recommendation is remembered for weeks' },
      max_lag_days: { why: 'Slow memory needs four weeks until 0.2% is left' },
      volatility: { why: 'One post flies, the next sinks' },
    },
    email_marketing: {
      gmv_share_bps: { why: 'Sending is cheap; the list, not the money, is what limits it' },
      price_follows_season: { why: 'A mailing costs the same in November' },
      capacity_per_order_impressions: {
        why: 'The list of known buyers: some 31,000 opened mails a day at 240 orders a day',
      },
      decay: { why: 'Opened today or buried tomorrow' },
      volatility: { why: 'The same list, week after week' },
    },
    organic_search: {
      impressions_per_order: {
        why: 'Gives about five unpaid clicks per order, some 40% of all visits',
      },
      capacity_per_order_impressions: {
        why: 'Result pages do not tire: capacity far above what is shown',
      },
      decay: { why: 'A page once found is found again for some days' },
      volatility: { why: 'Positions on result pages move slowly' },
    },
  },
}
