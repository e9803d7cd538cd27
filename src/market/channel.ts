import type { Assumptions } from '../assumptions/index.js'
import { type Curve, declaredCurve, declaredKernel, type Kernel } from '../response/index.js'

/** One channel and how its market answers it. */
export interface ChannelModel {
  readonly id: string
  readonly name: string
  readonly isPaid: boolean
  /** Share of trailing GMV, basis points (plan percent_of_gmv). */
  readonly gmvShareBps: number
  /** Least daily spend (plan percent_of_gmv). */
  readonly spendFloorCents: number
  /** Daily spend before calendar factors (plan flat). */
  readonly dailyBudgetCents: number
  readonly cpmCents: number
  readonly priceFollowsSeason: boolean
  /** Clicks per fresh impression that arrive, 0 to 1. */
  readonly clickRate: number
  readonly capacityImpressions: number
  readonly capacityPerOrderImpressions: number
  readonly kernel: Kernel
  readonly curve: Curve
  /** Standard deviation of the logarithm of a day's response. */
  readonly volatility: number
  readonly own: OwnImpressions
}

/** Impressions of a channel that is not paid. */
export type OwnImpressions =
  | {
      readonly base: 'trailing_orders'
      readonly impressionsPerOrder: number
      readonly impressionsFloor: number
    }
  | {
      readonly base: 'per_day'
      readonly impressionsPerDay: number
      readonly growthPerYear: number
    }

/** The channels that are assumed, in their declared order. */
export function readChannels(assumptions: Assumptions): ChannelModel[] {
  return assumptions.members('market.channels').map((id) => readChannel(assumptions, id))
}

function readChannel(assumptions: Assumptions, id: string): ChannelModel {
  const number = (field: string) => assumptions.number(`market.channels.${id}.${field}`)
  const text = (field: string) => assumptions.text(`market.channels.${id}.${field}`)
  const flag = (field: string) => assumptions.flag(`market.channels.${id}.${field}`)
  const isPaid = flag('is_paid')
  return {
    id,
    name: text('name'),
    isPaid,
    gmvShareBps: number('gmv_share_bps'),
    spendFloorCents: number('spend_floor_cents'),
    dailyBudgetCents: number('daily_budget_cents'),
    cpmCents: number('cpm_cents'),
    priceFollowsSeason: flag('price_follows_season'),
    clickRate: clickRate(assumptions, number('ctr_bps'), isPaid),
    capacityImpressions: number('capacity_impressions'),
    capacityPerOrderImpressions: number('capacity_per_order_impressions'),
    kernel: declaredKernel(text('kernel'), number('max_lag_days'), number),
    curve: declaredCurve(text('curve'), number),
    volatility: number('volatility'),
    own:
      text('base') === 'per_day'
        ? {
            base: 'per_day',
            impressionsPerDay: number('impressions_per_day'),
            growthPerYear: number('growth_per_year'),
          }
        : {
            base: 'trailing_orders',
            impressionsPerOrder: number('impressions_per_order'),
            impressionsFloor: number('impressions_floor'),
          },
  }
}

/** The declared rate, times how well advertising works here, less the clicks that never arrive. */
function clickRate(assumptions: Assumptions, ctrBps: number, isPaid: boolean): number {
  const efficiency = isPaid ? assumptions.number('market.efficiency_factor') : 1
  const arriving = 1 - assumptions.number('market.funnel_loss_bps') / 10_000
  return Math.min(1, (ctrBps / 10_000) * efficiency * arriving)
}
