import type { Assumptions } from '../../assumptions/index.js'

/** How far data may go before it is refused. */
export interface Limits {
  readonly futureDays: number
  readonly dateGapDays: number
  readonly orderAgeDays: number
  readonly horizonYears: number
  readonly ordersPerYear: number
  readonly amountFactor: number
  readonly mostInstalments: number
  readonly leastMatchBps: number
}

/** The limits that are declared. */
export function readLimits(assumptions: Assumptions): Limits {
  const number = (name: string) => assumptions.number(`dwh.${name}`)
  return {
    futureDays: number('future_days'),
    dateGapDays: number('date_gap_days'),
    orderAgeDays: number('order_age_days'),
    horizonYears: number('horizon_years'),
    ordersPerYear: number('orders_per_year'),
    amountFactor: number('amount_factor'),
    mostInstalments: number('most_instalments'),
    leastMatchBps: number('least_match_bps'),
  }
}

/** Something in the data that can hardly be true. */
export interface Implausible {
  /** One word for what and where, e.g. `future_orders`. */
  readonly id: string
  /** What came, naming rows. */
  readonly statement: string
  /** The assumption that lets it pass, and how. */
  readonly remedy: string
}
