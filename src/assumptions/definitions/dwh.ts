import type { Declarations } from '../definition.js'

const stage = 'dwh' as const

export const dwhDeclarations: Declarations = {
  definitions: [
    {
      id: 'dwh.payment_tolerance_cents',
      value: 1,
      unit: 'cents',
      min: 0,
      max: 10_000,
      why: 'Payments may differ from items + freight by this much before the order is reported',
      source: 'One minor unit: what rounding one instalment can cost',
      stage,
    },
    {
      id: 'dwh.category_fallback',
      value: 'unknown',
      unit: 'text',
      why: 'What a product is called that has no category in the export',
      source: 'Kimball: an explicit default member instead of NULL',
      stage,
    },
    {
      id: 'dwh.christmas_run_up_from',
      value: '12-01',
      unit: 'month_day',
      why: 'First day of the Christmas run-up, which ends on 24 December, where the country keeps it',
      source: 'Retail calendar; where a 13th salary is paid, its second half comes by 20 December',
      stage,
    },
    {
      id: 'dwh.gift_run_up_days',
      value: 7,
      unit: 'days',
      min: 0,
      max: 28,
      why: "Days of gift buying before a gift day of the run's country",
      source: 'Reasoned: online gifts are bought in the week before, so that they arrive in time',
      stage,
    },
  ],
  collections: [],
}
