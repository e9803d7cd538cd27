import type { Assumptions } from '../../assumptions/index.js'
import { curveFunctions } from '../../response/curve.js'
import { exposureOf } from '../column.js'
import type { ChannelSeries, GridPoint } from '../data.js'
import type { Fit } from '../fit/fitted.js'
import { type Range, rangeOf } from '../sure/quantiles.js'

/** What clicks say of an assumption of the market, with its range. */
export interface FittedField {
  /** The field of `market.channels.<channel>`. */
  readonly field: 'decay' | 'capacity_impressions' | 'capacity_per_order_impressions' | 'ctr_bps'
  readonly range: Range
}

/** Curves whose half-saturation is a parameter: the capacity follows from it. */
const HALVED = ['michaelis_menten', 'hill']

/**
 * Memory, capacity and click rate of a channel whose clicks were observed, in the units of the market
 * model: the fit knows exposure in money where impressions are not observed, so that it passes
 * through the assumed price of a thousand. Empty where clicks or the form of the model tell nothing.
 */
export function fittedResponse(fit: Fit, c: number, assumptions: Assumptions): FittedField[] {
  const channel = fit.data.channels[c]!
  const points = fit.grids[c]!
  if (channel.clicks === undefined || !HALVED.includes(channel.curve.kind)) return []
  const id = (field: string) => `market.channels.${channel.id}.${field}`
  const perInput =
    channel.impressions === undefined ? 1000 / assumptions.number(id('cpm_cents')) : 1
  const declaredHalf = assumptions.number(id('curve_half'))
  const arriving =
    assumptions.number('market.efficiency_factor') *
    (1 - assumptions.number('market.funnel_loss_bps') / 10_000)
  const capacity = points.map(({ half }) => (half * perInput) / declaredHalf)
  const rates = points.map(
    (point, k) => (10_000 * clicksPerWorth(channel, point)) / (capacity[k]! * arriving),
  )
  const range = (values: readonly number[]) => rangeOf(perDraw(fit, c, values))
  const none = { low: 0, mean: 0, high: 0 }
  return [
    ...(channel.kernel.kind === 'geometric'
      ? [{ field: 'decay' as const, range: range(points.map(decayOf)) }]
      : []),
    { field: 'capacity_impressions', range: range(capacity) },
    { field: 'capacity_per_order_impressions', range: none },
    { field: 'ctr_bps', range: range(rates) },
  ]
}

function decayOf({ kernel }: GridPoint): number {
  return 'decay' in kernel ? kernel.decay : 0
}

/** Clicks that came for one unit of saturated exposure, over the days that count clicks. */
function clicksPerWorth(channel: ChannelSeries, { kernel, curve, half }: GridPoint): number {
  const { value } = curveFunctions(curve)
  const exposure = exposureOf(channel, kernel)
  let [clicks, worth] = [0, 0]
  channel.clicks!.forEach((count, t) => {
    if (count === 0) return
    clicks += count
    worth += value(exposure[t]! / half)
  })
  return worth === 0 ? 0 : clicks / worth
}

function perDraw({ posterior, data }: Fit, c: number, values: readonly number[]): Float64Array {
  const { gridPoint, draws } = posterior
  const channels = data.channels.length
  return Float64Array.from({ length: draws }, (_, d) => values[gridPoint[d * channels + c]!]!)
}
