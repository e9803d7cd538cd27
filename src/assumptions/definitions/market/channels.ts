import type { Collection } from '../../definition.js'

/** The five channels, each told apart with every common kind of colour vision. */
export const channelCollection: Collection = {
  id: 'market.channels',
  newMemberNeeds: ['name', 'gmv_share_bps', 'spend_floor_cents', 'daily_budget_cents'],
  members: {
    facebook_ads: {
      name: 'Facebook ads',
      colour: '#0d40d4',
      gmv_share_bps: { value: 180, why: 'A broad shop window: as much as search, less a little' },
      spend_floor_cents: 600,
      daily_budget_cents: 8_500,
      cpm_cents: 1_250,
      ctr_bps: 90,
      capacity_impressions: 1_500,
      capacity_per_order_impressions: {
        value: 300,
        why: 'At 240 orders a day (Olist in 2018) an audience of some 72,000 exposures a day',
      },
      decay: { value: 0.5, why: 'Seen while scrolling, half forgotten the next day' },
      max_lag_days: 14,
      volatility: {
        value: 0.3,
        why: 'The feed’s ranking moves results by a third from day to day',
      },
    },
    google_search: {
      name: 'Google search',
      colour: '#c4790b',
      gmv_share_bps: {
        value: 200,
        why: 'Catches people who already look for the product: the largest budget',
      },
      spend_floor_cents: 600,
      daily_budget_cents: 12_000,
      cpm_cents: 2_800,
      ctr_bps: 280,
      capacity_impressions: 1_000,
      capacity_per_order_impressions: {
        value: 200,
        why: 'There are only so many searches: some 48,000 a day at 240 orders a day',
      },
      decay: { value: 0.2, why: 'A search ad works at once or not at all' },
      max_lag_days: 7,
      volatility: { value: 0.1, why: 'Searches for products are steady' },
    },
    influencer_instagram: {
      name: 'Instagram influencers',
      colour: '#963877',
      gmv_share_bps: {
        value: 70,
        why: 'An experiment with a long tail; the smallest of the bought audiences',
      },
      spend_floor_cents: 300,
      daily_budget_cents: 4_500,
      cpm_cents: 3_500,
      ctr_bps: 120,
      capacity_impressions: 500,
      capacity_per_order_impressions: {
        value: 80,
        why: 'Few faces fit the shop: some 19,000 exposures a day at 240 orders a day',
      },
      decay: { value: 0.8, why: 'A recommendation is remembered for weeks' },
      max_lag_days: { value: 28, why: 'Slow memory needs four weeks until 0.2% is left' },
      volatility: { value: 0.7, why: 'One post flies, the next sinks' },
    },
    email_marketing: {
      name: 'Email',
      colour: '#0f593c',
      gmv_share_bps: {
        value: 30,
        why: 'Sending is cheap; the list, not the money, is what limits it',
      },
      spend_floor_cents: 100,
      daily_budget_cents: 1_500,
      cpm_cents: 200,
      price_follows_season: { value: false, why: 'A mailing costs the same in November' },
      ctr_bps: 350,
      capacity_impressions: 1_000,
      capacity_per_order_impressions: {
        value: 130,
        why: 'The list of known buyers: some 31,000 opened mails a day at 240 orders a day',
      },
      decay: { value: 0.3, why: 'Opened today or buried tomorrow' },
      max_lag_days: 7,
      volatility: { value: 0.1, why: 'The same list, week after week' },
    },
    organic_search: {
      name: 'Organic search',
      colour: '#369acb',
      is_paid: false,
      ctr_bps: 500,
      capacity_impressions: 10_000,
      capacity_per_order_impressions: {
        value: 2_000,
        why: 'Result pages do not tire: capacity far above what is shown',
      },
      decay: { value: 0.6, why: 'A page once found is found again for some days' },
      max_lag_days: 14,
      volatility: { value: 0.05, why: 'Positions on result pages move slowly' },
      impressions_per_order: {
        value: 100,
        why: 'Gives about five unpaid clicks per order, some 40% of all visits',
      },
      impressions_floor: 200,
    },
  },
}
