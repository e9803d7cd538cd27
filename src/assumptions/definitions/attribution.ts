import { fadingNames } from '../../response/index.js'
import type { Collection, Declarations, Spec } from '../definition.js'

const policies: readonly Spec[] = [
  {
    id: 'attribution.choice_policy',
    value: 'expected',
    unit: 'choice',
    choices: ['expected', 'sampled'],
    why: 'The average day, free of luck; sampled draws every order, to show how much luck matters.',
    source: 'Model decision',
  },
  {
    id: 'attribution.consumption_policy',
    value: 'recency_weighted',
    unit: 'choice',
    choices: ['recency_weighted', 'fifo', 'lifo'],
    why: 'Buyers come from recent and older clicks alike, from recent ones more.',
    source: 'Model decision; fifo and lifo as in inventory accounting (IAS 2)',
  },
  {
    id: 'attribution.direct_demand_bps',
    value: 1500,
    unit: 'bps',
    min: 0,
    max: 10_000,
    why: 'Part of demand comes by a typed address, an app or word of mouth and never looks at marketing.',
    source: 'Reasoned: direct visits are 15% to 25% of retail sessions in common web analytics',
  },
]

const fields: readonly Spec[] = [
  {
    id: 'attribution.channels.*.window_days',
    value: 14,
    unit: 'days',
    min: 1,
    max: 365,
    why: 'How long a click can still lead to an order.',
    source: 'Reasoned: ad platforms offer click windows of 1 to 90 days',
  },
  {
    id: 'attribution.channels.*.clicks_per_order',
    value: 12,
    unit: 'clicks',
    min: 1,
    max: 10_000,
    why: 'Most visits do not buy: one order uses up this many clicks.',
    source: 'Reasoned: the inverse of a click-to-order conversion',
  },
  {
    id: 'attribution.channels.*.affinity_bps',
    value: 10_000,
    unit: 'bps',
    min: 1,
    max: 1_000_000,
    why: 'How readily buyers follow this channel over another of equal supply.',
    source: 'Neutral unless an experiment says otherwise',
  },
  {
    id: 'attribution.channels.*.decay_curve',
    value: 'half_life',
    unit: 'choice',
    choices: fadingNames,
    why: 'How interest fades with age: a constant share a day.',
    source: 'Exponential decay; hyperbolic as Mazur (1987)',
  },
  {
    id: 'attribution.channels.*.decay_half_life_days',
    value: 4,
    unit: 'days',
    min: 1,
    max: 365,
    why: 'After so many days, half of the clicks nobody needed are forgotten.',
    source: 'Reasoned by channel',
  },
  {
    id: 'attribution.channels.*.decay_list',
    value: [1_000_000, 500_000, 333_333],
    list: true,
    unit: 'millionths',
    min: 0,
    max: 1_000_000,
    why: 'Share of a lot that may live at each age; used where decay_curve is listed.',
    source: 'Mazur (1987), at a half-life of one day',
  },
  {
    id: 'attribution.channels.*.recency_curve',
    value: 'hyperbolic',
    unit: 'choice',
    choices: fadingNames,
    why: 'How much less an older click counts when an order chooses: 1, 1/2, 1/3, ...',
    source: 'Mazur (1987)',
  },
  {
    id: 'attribution.channels.*.recency_half_life_days',
    value: 1,
    unit: 'days',
    min: 1,
    max: 365,
    why: 'A click of this age counts half as much as a fresh one.',
    source: 'Reasoned: most conversions follow within a day of the click',
  },
  {
    id: 'attribution.channels.*.recency_list',
    value: [1_000_000, 500_000, 333_333],
    list: true,
    unit: 'millionths',
    min: 0,
    max: 1_000_000,
    why: 'Weight of a click at each age; used where recency_curve is listed.',
    source: 'Mazur (1987), at a half-life of one day',
  },
]

const channels: Collection = {
  id: 'attribution.channels',
  follows: 'market.channels',
  members: {
    facebook_ads: {
      window_days: { value: 21, why: 'Impulse in a feed: three weeks at most' },
      decay_half_life_days: { value: 4, why: 'Remembered for some days' },
      clicks_per_order: { value: 9, why: 'Look-alike audiences: one visit in nine buys' },
    },
    google_search: {
      window_days: {
        value: 14,
        why: 'Intent: whoever searches buys within two weeks, here or elsewhere',
      },
      decay_half_life_days: {
        value: 2,
        why: 'Half of those who search have decided after two days',
      },
      clicks_per_order: { value: 8, why: 'The readiest visitors: one in eight buys' },
    },
    influencer_instagram: {
      window_days: { value: 30, why: 'Inspiration: a month from the idea to the purchase' },
      decay_half_life_days: { value: 7, why: 'A post is saved and found again: slowest to fade' },
      clicks_per_order: {
        value: 9,
        why: 'A recommendation is trusted: as good as a targeted advertisement',
      },
    },
    email_marketing: {
      window_days: { value: 14, why: 'An offer lasts two weeks' },
      decay_half_life_days: { value: 3, why: 'A mail is read today or sinks in the inbox' },
      clicks_per_order: { value: 12, why: 'Readers browse: one visit in twelve buys' },
    },
    organic_search: {
      window_days: { value: 30, why: 'Research: buyers come back over weeks' },
      decay_half_life_days: { value: 5, why: 'A page found once is remembered for a working week' },
      clicks_per_order: { value: 15, why: 'Most come to read, not to buy: one visit in fifteen' },
    },
  },
}

export const attributionDeclarations: Declarations = {
  stage: 'attribution',
  definitions: [...policies, ...fields],
  collections: [channels],
}
