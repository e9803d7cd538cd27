import type { Spec } from '../../definition.js'

const source = 'Choice of this model: far beyond what real data show'

/** What can hardly be true is refused where it comes in; each bound can be moved to let it pass. */
export const boundDefinitions: readonly Spec[] = [
  {
    id: 'dwh.future_days',
    value: 1,
    unit: 'days',
    min: 0,
    max: 1_000_000,
    why: 'An order may stand so many days after today: clocks and time zones differ by one',
    source,
  },
  {
    id: 'dwh.date_gap_days',
    value: 366,
    unit: 'days',
    min: 1,
    max: 1_000_000,
    why: 'Orders that stand further from all others than this, before or after, and are few, are taken for typing errors',
    source,
  },
  {
    id: 'dwh.order_age_days',
    value: 730,
    unit: 'days',
    min: 1,
    max: 1_000_000,
    why: 'The furthest that approval, hand-over, delivery and its estimate may stand from the purchase',
    source,
  },
  {
    id: 'dwh.horizon_years',
    value: 10,
    unit: 'count',
    min: 1,
    max: 10_000,
    why: 'A longer time from the first to the last order needs dwh.orders_per_year',
    source,
  },
  {
    id: 'dwh.orders_per_year',
    value: 50,
    unit: 'count',
    min: 0,
    max: 1_000_000,
    why: 'Fewer orders a year over more than dwh.horizon_years look like dates that are wrong',
    source,
  },
  {
    id: 'dwh.amount_factor',
    value: 1_000,
    unit: 'factor',
    min: 1,
    max: 1_000_000_000,
    why: 'An amount of more than so many times the 99.9th percentile of its kind looks like a decimal sign that was misread',
    source,
  },
  {
    id: 'dwh.most_instalments',
    value: 120,
    unit: 'count',
    min: 1,
    max: 1_200,
    why: 'A payment in more instalments is read from a wrong column: each of them is money of a day of its own',
    source,
  },
  {
    id: 'dwh.least_match_bps',
    value: 5_000,
    unit: 'bps',
    min: 0,
    max: 10_000,
    why: 'A file of sellers, products, customers or payments of which fewer rows of the orders match belongs to other orders',
    source,
  },
]
