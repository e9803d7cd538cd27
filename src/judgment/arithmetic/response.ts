import type { Declared } from '../declared.js'

/** How a channel answers exposure, as declared. */
export interface Response {
  /** Clicks per fresh impression that arrive. */
  readonly rate: number
  /** Exposure that its audience absorbs on a day of so many orders in the mean of the days before. */
  capacity(meanOrders: number): number
  /** What exposure, as a multiple of capacity, is still worth. */
  worth(exposure: number): number
}

export function responseOf(declared: Declared, channel: string): Response {
  const number = (field: string) => declared.number(`market.channels.${channel}.${field}`)
  const efficiency = declared.flag(`market.channels.${channel}.is_paid`)
    ? declared.number('market.efficiency_factor')
    : 1
  const loss = declared.number('market.funnel_loss_bps') / 10_000
  const half = number('curve_half')
  const slope = number('curve_slope')
  const rate = number('curve_rate')
  const curves: Readonly<Record<string, (x: number) => number>> = {
    michaelis_menten: (x) => x / (half + x),
    hill: (x) => (x === 0 ? 0 : 1 / (1 + Math.exp(slope * (Math.log(half) - Math.log(x))))),
    exponential: (x) => -Math.expm1(-rate * x),
    tanh: (x) => Math.tanh(rate * x),
    logistic: (x) => -Math.expm1(-rate * x) / (1 + Math.exp(-rate * x)),
    none: (x) => x,
  }
  return {
    rate: Math.min(1, (number('ctr_bps') * efficiency * (1 - loss)) / 10_000),
    capacity: (meanOrders) =>
      Math.max(
        number('capacity_impressions'),
        number('capacity_per_order_impressions') * meanOrders,
      ),
    worth: curves[declared.text(`market.channels.${channel}.curve`)] ?? (() => Number.NaN),
  }
}
