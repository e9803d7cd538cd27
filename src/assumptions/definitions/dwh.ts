import type { Declarations, Spec } from '../definition.js'
import { boundDefinitions } from './dwh/bounds.js'

const rule = (name: string) => `dwh.campaign_rules.*.${name}`
const ads = 'The exports of ad platforms: campaigns are named by whoever runs them'

const campaignFields: readonly Spec[] = [
  {
    id: rule('platform'),
    value: 'any',
    unit: 'choice',
    choices: ['any', 'google_ads', 'meta_ads', 'ad_spend'],
    why: 'Whose campaigns the rule is about; the first rule that fits decides, the platform itself is the channel where none does',
    source: ads,
  },
  {
    id: rule('contains'),
    value: 'brand',
    unit: 'text',
    why: 'Part of the name of the campaigns that are meant, in any case',
    source: ads,
  },
  {
    id: rule('channel'),
    value: 'brand_search',
    unit: 'text',
    why: 'The channel that they belong to',
    source: ads,
  },
]

export const dwhDeclarations: Declarations = {
  stage: 'dwh',
  definitions: [
    {
      id: 'dwh.payment_tolerance_cents',
      value: 1,
      unit: 'cents',
      min: 0,
      max: 10_000,
      why: 'Payments may differ from items + freight by this much before the order is reported',
      source: 'One minor unit: what rounding one instalment can cost',
    },
    {
      id: 'dwh.category_fallback',
      value: 'unknown',
      unit: 'text',
      why: 'What a product is called that has no category in the export',
      source: 'Kimball: an explicit default member instead of NULL',
    },
    {
      id: 'dwh.christmas_run_up_from',
      value: '12-01',
      unit: 'month_day',
      why: 'First day of the Christmas run-up, which ends on 24 December, where the country keeps it',
      source: 'Retail calendar; where a 13th salary is paid, its second half comes by 20 December',
    },
    {
      id: 'dwh.gift_run_up_days',
      value: 7,
      unit: 'days',
      min: 0,
      max: 28,
      why: "Days of gift buying before a gift day of the run's country",
      source: 'Reasoned: online gifts are bought in the week before, so that they arrive in time',
    },
    {
      id: 'dwh.hand_over_days',
      value: 2,
      unit: 'days',
      min: 0,
      max: 365,
      why: 'Where no file tells when orders were handed over: this many days after the purchase',
      source: 'Reasoned: the median of the public Olist orders is 2 days',
    },
    {
      id: 'dwh.delivery_days',
      value: 10,
      unit: 'days',
      min: 0,
      max: 365,
      why: 'Where no file tells when orders were delivered: this many days after the purchase, when commission is earned',
      source: 'Reasoned: the median of the public Olist orders is 10 days',
    },
    ...campaignFields,
    ...boundDefinitions,
  ],
  collections: [{ id: 'dwh.campaign_rules', members: {} }],
}
