import { curves, kernels, type Parameter } from '../../../response/index.js'
import type { Spec } from '../../definition.js'
import { GUESS } from '../guess.js'

const model = 'Choice of this model'
const field = (name: string) => `market.channels.*.${name}`

const spendFields: readonly Spec[] = [
  {
    id: field('name'),
    value: 'Channel',
    namesMember: true,
    unit: 'text',
    why: 'How every table, figure and sentence calls the channel',
    source: model,
  },
  {
    id: field('colour'),
    value: '',
    unit: 'colour',
    why: 'What figures draw the channel in; empty takes a colour that no other channel wears',
    source: model,
  },
  {
    id: field('is_paid'),
    value: true,
    unit: 'flag',
    why: 'A paid channel has spend; one that is not paid has impressions of its own',
    source: model,
  },
  {
    id: field('gmv_share_bps'),
    value: 0,
    unit: 'bps',
    min: 0,
    max: 10_000,
    why: 'Daily spend as a share of mean daily GMV of the trailing days (plan percent_of_gmv)',
    source: 'All paid channels together 4.8% of GMV, within the 4 to 8% that marketplaces report',
  },
  {
    id: field('spend_floor_cents'),
    value: 0,
    unit: 'cents',
    min: 0,
    max: 1_000_000_000,
    why: 'The least that keeps a campaign running when sales are few (plan percent_of_gmv)',
    source: 'Smallest daily budgets that advertising platforms accept, rounded',
  },
  {
    id: field('daily_budget_cents'),
    value: 0,
    unit: 'cents',
    min: 0,
    max: 1_000_000_000,
    why: 'Budget of a day before calendar factors (plan flat)',
    source: GUESS,
  },
]

const responseFields: readonly Spec[] = [
  {
    id: field('cpm_cents'),
    value: 1_000,
    unit: 'cents',
    min: 1,
    max: 1_000_000,
    why: 'Price of a thousand impressions in an ordinary week',
    source: GUESS,
  },
  {
    id: field('price_follows_season'),
    value: true,
    unit: 'flag',
    why: 'Auctions grow dearer when everyone bids; a mailing costs the same all year',
    source: 'How the channel is sold',
  },
  {
    id: field('ctr_bps'),
    value: 100,
    unit: 'bps',
    min: 0,
    max: 10_000,
    why: 'Clicks per impression while the audience is fresh',
    source: 'WordStream, Google Ads benchmarks by industry (2018): 0.5% on display, 3.2% on search',
  },
  {
    id: field('capacity_impressions'),
    value: 1_000,
    unit: 'impressions',
    min: 1,
    max: 10_000_000_000,
    why: 'Exposure a day that the smallest audience absorbs; response halves there',
    source: model,
  },
  {
    id: field('capacity_per_order_impressions'),
    value: 200,
    unit: 'impressions',
    min: 0,
    max: 1_000_000,
    why: 'The audience grows with the marketplace: exposure absorbed per order of a mean trailing day',
    source: model,
  },
  {
    id: field('curve'),
    value: 'michaelis_menten',
    unit: 'choice',
    choices: curves.map(({ kind }) => kind),
    why: 'Diminishing returns that start at the full rate and never turn downward',
    source: 'PyMC-Marketing and Meridian offer the same forms',
  },
  ...parameterFields(curves),
  {
    id: field('volatility'),
    value: 0.1,
    unit: 'number',
    min: 0,
    max: 2,
    why: 'Standard deviation of the logarithm of a day’s response, its mean kept at 1',
    source: GUESS,
  },
]

const memoryFields: readonly Spec[] = [
  {
    id: field('kernel'),
    value: 'geometric',
    unit: 'choice',
    choices: kernels.map(({ kind }) => kind),
    why: 'Each day forgets the same share of what was left',
    source: 'Broadbent (1979); the default of Robyn, Meridian and PyMC-Marketing',
  },
  {
    id: field('max_lag_days'),
    value: 14,
    unit: 'days',
    min: 1,
    max: 365,
    why: 'Days that remember one day’s advertising; what is left after them is below 0.2%',
    source: model,
  },
  ...parameterFields(kernels),
]

const ownImpressionFields: readonly Spec[] = [
  {
    id: field('base'),
    value: 'trailing_orders',
    unit: 'choice',
    choices: ['trailing_orders', 'per_day'],
    why: 'Unpaid impressions follow how well known the shop is, which its recent orders tell',
    source: model,
  },
  {
    id: field('impressions_per_order'),
    value: 0,
    unit: 'impressions',
    min: 0,
    max: 1_000_000,
    why: 'Unpaid impressions a day per order of a mean trailing day (base trailing_orders)',
    source: model,
  },
  {
    id: field('impressions_floor'),
    value: 0,
    unit: 'impressions',
    min: 0,
    max: 1_000_000_000,
    why: 'Unpaid impressions a day of a shop that nobody knows (base trailing_orders)',
    source: model,
  },
  {
    id: field('impressions_per_day'),
    value: 5_000,
    unit: 'impressions',
    min: 0,
    max: 10_000_000_000,
    why: 'Unpaid impressions on the first day (base per_day)',
    source: GUESS,
  },
  {
    id: field('growth_per_year'),
    value: 0,
    unit: 'factor',
    min: -1,
    max: 100,
    why: 'Unpaid impressions gain this multiple of the first day’s each 365 days, evenly (base per_day)',
    source: GUESS,
  },
]

/** What every channel has. */
export const channelFields: readonly Spec[] = [
  ...spendFields,
  ...responseFields,
  ...memoryFields,
  ...ownImpressionFields,
]

/** The parameters of kernels or curves as fields, one a name, with the kinds that read it. */
function parameterFields(
  kinds: readonly {
    readonly kind: string
    readonly parameters: Readonly<Record<string, Parameter>>
  }[],
): Spec[] {
  const declared = new Map(
    kinds.flatMap(({ parameters }) => Object.values(parameters)).map((it) => [it.field, it]),
  )
  const readers = (name: string) =>
    kinds.filter(({ parameters }) => Object.values(parameters).some((it) => it.field === name))
  return [...declared.values()].map(({ field: name, unit, value, min, max, why, source }) => ({
    id: field(name),
    value,
    unit,
    min,
    max,
    why: `${readers(name)
      .map(({ kind }) => kind)
      .join(', ')}: ${why}`,
    source,
  }))
}
