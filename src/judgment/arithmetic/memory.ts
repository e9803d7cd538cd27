import type { Declared } from '../declared.js'

/** The share of an impression that works after so many days, today first; they sum to 1. */
export function memory(declared: Declared, channel: string): number[] {
  const number = (field: string) => declared.number(`market.channels.${channel}.${field}`)
  const [days, decay, shape, scale] = ['max_lag_days', 'decay', 'shape', 'scale'].map(number) as [
    number,
    number,
    number,
    number,
  ]
  const gone = (day: number) => 1 - Math.exp(-((day / scale) ** shape))
  const density = (day: number) =>
    (shape / day) * (day / scale) ** shape * Math.exp(-((day / scale) ** shape))
  const left = (day: number): number => (day === 0 ? 1 : left(day - 1) * (1 - gone(day)))
  const kernels: Readonly<Record<string, (day: number) => number>> = {
    geometric: (day) => decay ** day,
    binomial: (day) => ((days - day) / days) ** ((1 - number('alpha')) / number('alpha')),
    delayed: (day) => Math.exp(Math.log(decay) * (day - number('peak_days')) ** 2),
    weibull_pdf: (day) => density(day + 1),
    weibull_cdf: left,
  }
  const kernel = kernels[declared.text(`market.channels.${channel}.kernel`)] ?? (() => Number.NaN)
  const weights = Array.from({ length: days || 0 }, (_, day) => kernel(day))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  return weights.map((weight) => weight / total)
}
