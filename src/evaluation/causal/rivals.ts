import type { CausalModel } from '../../decisions/data.js'
import { conclude } from '../../decisions/fit/conclude.js'
import { designOf, precisions } from '../../decisions/fit/design.js'
import type { Fit } from '../../decisions/fit/fitted.js'
import { cholesky, crossProducts, dot, solveLower, solveUpper } from '../../decisions/fit/linear.js'
import { collapseDays } from '../../decisions/fit/moments.js'
import { mean, sum } from '../../numbers.js'
import { normal } from '../../random/distributions.js'
import { KeyedStream } from '../../random/stream.js'
import { attributedShares, type World } from '../worlds/index.js'

const DRAWS = 200
const RIDGE = 1e-9
const ORGANIC_CLICKS = 0.35
const NO_DEMAND_SD = 1e-6

/** Attribution taken as causal: what a rule by clicks credits is what was caused, without doubt. */
export function bridgeModel(fit: Fit, world: World): CausalModel {
  const orders = sum(fit.data.orders) / fit.data.orders.length
  const credited = attributedShares(world).map((share) => share * orders)
  return modelWith(
    fit,
    credited,
    credited.map(() => 0),
  )
}

/** Last touch by the day: a day's orders go to its clicks, a third as many of them organic. */
export function lastTouchModel(fit: Fit, world: World): CausalModel {
  const days = world.orders.length
  const organic = ORGANIC_CLICKS * world.clicks.reduce((sum, series) => sum + mean(series), 0)
  const credited = world.clicks.map((clicks) => {
    const daily = clicks.map((count, t) => {
      const all = organic + world.clicks.reduce((sum, series) => sum + series[t]!, 0)
      return (world.orders[t]! * count) / all
    })
    return sum(daily) / days
  })
  return modelWith(
    fit,
    credited,
    credited.map(() => 0),
  )
}

/** Least squares of orders on clicks, trend and calendar, with classical errors, cut at 0. */
export function olsModel(fit: Fit): CausalModel {
  const { data } = fit
  const clicks = data.channels.map(({ clicks: series }) => {
    const level = mean(series!)
    return series!.map((count) => (level > 0 ? count / level : 0))
  })
  const columns = [...designOf(data).columns, ...clicks]
  const n = columns.length
  const factor = crossProducts(columns)
  for (let i = 0; i < n; i++) factor[i * n + i]! += RIDGE
  cholesky(factor, n)
  const solve = (right: Float64Array) => solveUpper(factor, solveLower(factor, right))
  const effects = solve(Float64Array.from(columns, (column) => dot(column, data.orders)))
  const squares = data.orders.reduce((sum, orders, t) => {
    const explained = columns.reduce((total, column, i) => total + column[t]! * effects[i]!, 0)
    return sum + (orders - explained) ** 2
  }, 0)
  const variance = squares / (data.orders.length - n)
  const first = n - clicks.length
  const errors = clicks.map((_, c) => {
    const unit = new Float64Array(n)
    unit[first + c] = 1
    return Math.sqrt(variance * solve(unit)[first + c]!)
  })
  return modelWith(fit, [...effects.subarray(first)], errors)
}

/** Our fit where days are taken as independent: no unseen demand, chance as large as it then must be. */
export function iidModel(fit: Fit): CausalModel {
  const { series, grids, outcome } = fit.prepared
  const phi = outcome.reduce((sum, orders, t) => {
    const calm = fit.baseline[t]! / fit.demand[t]! + fit.expected[t]! - fit.baseline[t]!
    return sum + (orders - calm) ** 2 / calm / outcome.length
  }, 0)
  const chance = { rho: series.chance.rho, sd: NO_DEMAND_SD, shock: NO_DEMAND_SD, phi }
  const { moments } = collapseDays(
    { ...series.baseline, precision: precisions(designOf(fit.data)), centre: series.centres },
    grids.map(({ columns }) => columns),
    series.scale,
    chance,
  )
  return conclude(fit.data, fit.options, {
    ...fit.prepared,
    series: { ...series, moments, chance },
  })
}

/** A model whose b is normal, cut at 0, and whose curves are what clicks alone say. */
function modelWith(fit: Fit, means: readonly number[], errors: readonly number[]): CausalModel {
  const count = means.length
  const incremental = new Float64Array(DRAWS * count)
  const gridPoint = new Int32Array(DRAWS * count)
  for (const [c, id] of fit.posterior.channels.entries()) {
    const chance = new KeyedStream({ seed: fit.options.seed, channel: id, purpose: 'rival' })
    const cumulative: number[] = []
    for (const log of fit.prepared.grids[c]!.logPrior) {
      cumulative.push((cumulative.at(-1) ?? 0) + Math.exp(log))
    }
    for (let d = 0; d < DRAWS; d++) {
      const stream = chance.at(d)
      incremental[d * count + c] = Math.max(0, means[c]! + errors[c]! * normal(stream))
      const bar = stream.uniform() * cumulative.at(-1)!
      gridPoint[d * count + c] = cumulative.findIndex((value) => value >= bar)
    }
  }
  const posterior = { channels: fit.posterior.channels, draws: DRAWS, incremental, gridPoint }
  return { data: fit.data, grids: fit.grids, expected: fit.expected, posterior }
}
