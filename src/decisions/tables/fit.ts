import { dateOf } from '../../time/calendar.js'
import type { Decisions } from '../decide.js'
import type { Fit, FittedChannel } from '../fit/fitted.js'
import { CONTRACTION_AT_LEAST } from '../fit/support.js'
import { seriesSpeaks } from '../fit/trust.js'
import { type Range, rangeOf } from '../sure/quantiles.js'
import { cutNormal, weightedRange } from './ranges.js'

/** Draws that are published; the fit may hold more. */
const PUBLISHED_DRAWS = 1000

/** Rows of the tables that say what was fitted, and from what. */
export function fitTables({ fit, causedDaily }: Decisions) {
  return {
    fit_status: statusRows(fit),
    fit_parameters: parameterRows(fit),
    fit_days: dayRows(fit),
    incremental_daily: incrementalRows(fit, causedDaily),
    draws: drawRows(fit),
    lift_tests: liftRows(fit),
  }
}

/** What a channel's figure rests on: data or tests that speak of it, or what is declared. */
export function basisOf(fit: Fit, channel: string): 'fitted' | 'declared' {
  const isTested = fit.liftTests.some(({ test }) => test.channel === channel)
  const grade = fit.channels.find((fitted) => fitted.channel === channel)!.grade
  return isTested || (seriesSpeaks(fit.trust) && grade !== 'no_data') ? 'fitted' : 'declared'
}

function statusRows(fit: Fit) {
  return fit.channels.map(({ channel, status, grade, contraction, rHat }, c) => ({
    channel,
    status,
    basis: basisOf(fit, channel),
    own_variation: fit.trust.channels[c]!.ownVariation,
    together: fit.trust.together,
    days: fit.data.orders.length,
    clicks_observed: fit.data.channels[c]!.clicks !== undefined,
    grade,
    contraction_bps: Math.round(contraction * 10_000),
    r_hat: rHat,
    note: notesOf(fit, channel).join(' '),
  }))
}

function notesOf(fit: Fit, channel: string): string[] {
  const { grade, contraction } = fit.channels.find((fitted) => fitted.channel === channel)!
  return [
    ...(grade === 'no_data' ? ['Too little spend or too few clicks to learn from.'] : []),
    ...(contraction < CONTRACTION_AT_LEAST ? ['The data added nothing to the assumption.'] : []),
    ...fit.warnings.filter((warning) => warning.includes(channel)),
  ]
}

function parameterRows(fit: Fit) {
  const { data, grids, prepared } = fit
  return data.channels.flatMap(({ id, attributedOrders }, c) => {
    const points = grids[c]!
    const weights = prepared.grids[c]!.logPrior.map(Math.exp)
    const pick = (figure: (point: (typeof points)[number]) => number) => ({
      prior: weightedRange(points.map(figure), weights),
      after: rangeOf(perDraw(fit, c, (k) => figure(points[k]!))),
    })
    const attributed = attributedOrders?.reduce((a, b) => a + b, 0) ?? 0
    const decays = points.flatMap(({ kernel }) => ('decay' in kernel ? [kernel.decay] : []))
    return [
      ...(decays.length === points.length
        ? [
            parameterRow(
              id,
              'decay',
              'grid',
              pick(({ kernel }) => (kernel as { decay: number }).decay),
            ),
          ]
        : []),
      parameterRow(
        id,
        'half_multiple',
        'grid',
        pick(({ half }) => half),
      ),
      parameterRow(
        id,
        'wait_days',
        'grid',
        pick(({ wait }) => wait),
      ),
      ...(attributed > 0 ? [incrementalityRow(fit.channels[c]!, attributed)] : []),
    ]
  })
}

function parameterRow(
  channel: string,
  parameter: string,
  source: string,
  { prior, after }: { readonly prior: Range; readonly after: Range },
) {
  return {
    channel,
    parameter,
    prior_low: prior.low,
    prior_mean: prior.mean,
    prior_high: prior.high,
    low: after.low,
    mean: after.mean,
    high: after.high,
    source,
  }
}

function incrementalityRow(fitted: FittedChannel, attributed: number) {
  const { centre, sd, source } = fitted.prior
  const share = (orders: number) => orders / attributed
  const { low, mean, high } = cutNormal(centre, sd)
  const { incremental } = fitted
  return parameterRow(fitted.channel, 'incrementality', source, {
    prior: { low: share(low), mean: share(mean), high: share(high) },
    after: {
      low: share(incremental.low),
      mean: share(incremental.mean),
      high: share(incremental.high),
    },
  })
}

function perDraw(fit: Fit, c: number, figure: (k: number) => number): Float64Array {
  const { gridPoint, draws } = fit.posterior
  const channels = fit.data.channels.length
  return Float64Array.from({ length: draws }, (_, d) => figure(gridPoint[d * channels + c]!))
}

function dayRows({ data, baseline, expected, demand, prepared }: Fit) {
  return Array.from(data.orders, (orders, t) => ({
    date: data.firstDay + t,
    orders,
    baseline: baseline[t]!,
    expected: expected[t]!,
    demand_index: demand[t]!,
    residual: prepared.outcome[t]! - expected[t]!,
  }))
}

function incrementalRows({ data }: Fit, causedDaily: readonly Float64Array[]) {
  return data.channels.flatMap(({ id, attributedOrders }, c) =>
    Array.from(causedDaily[c]!, (incremental_orders, t) => ({
      channel: id,
      date: data.firstDay + t,
      incremental_orders,
      attributed_orders: attributedOrders?.[t] ?? 0,
    })),
  )
}

function drawRows({ data, posterior, grids, placed }: Fit) {
  const channels = data.channels.length
  const kept = Math.min(PUBLISHED_DRAWS, posterior.draws)
  return Array.from({ length: kept }, (_, i) => Math.floor((i * posterior.draws) / kept)).flatMap(
    (d, i) =>
      data.channels.map(({ id }, c) => {
        const at = d * channels + c
        const point = grids[c]![posterior.gridPoint[at]!]!
        return {
          draw: i + 1,
          channel: id,
          incremental_orders: placed[at]!,
          grid_point: posterior.gridPoint[at]!,
          decay: 'decay' in point.kernel ? point.kernel.decay : null,
          half: point.half,
          wait_days: point.wait,
        }
      }),
  )
}

function liftRows({ liftTests }: Fit) {
  return liftTests.map(({ test, predicted, counterfactual, agrees }) => ({
    test_id: `${test.channel} ${dateOf(test.firstDay)}`,
    channel: test.channel,
    first_date: test.firstDay,
    last_date: test.lastDay,
    spend_factor: test.spendFactor,
    lift_orders: test.liftOrders,
    standard_error: test.standardError,
    predicted_low: predicted.low,
    predicted_mean: predicted.mean,
    predicted_high: predicted.high,
    counterfactual_mean: counterfactual,
    agrees,
  }))
}
