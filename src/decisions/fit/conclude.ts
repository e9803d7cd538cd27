import { mean, sum } from '../../numbers.js'
import type { DecisionData } from '../data.js'
import { placedOrders, thinningOf } from '../thinning.js'
import { designOf } from './design.js'
import { expectedOrders } from './expected.js'
import type { Fit, FitOptions, FittedChannel, Prepared } from './fitted.js'
import type { Moments, SampledChannel } from './gibbs.js'
import { gradeOf, hasNoData, priorSd } from './grade.js'
import { judgeLiftTests } from './judge-lift.js'
import { liftRows, withLiftRows } from './lift.js'
import { samplePosterior } from './posterior.js'
import { channelPrior } from './prior.js'
import { inseparablePairs } from './separable.js'
import { summarise } from './summary.js'
import { seriesSpeaks } from './trust.js'
import { warningsOf } from './warnings.js'

/** From collapsed days, priors and lift tests to the answer; the days are not read again. */
export function conclude(
  data: DecisionData,
  options: Required<FitOptions>,
  prepared: Prepared,
): Fit {
  const { grids, series, trust } = prepared
  const speaks = seriesSpeaks(trust)
  const silent = data.channels.map((channel) => hasNoData(channel, data.grain))
  const rows = liftRows(data, grids)
  const sampled = sampledChannels(data, options, prepared)
  const days = spokenMoments(series.moments, speaks ? options.beliefs.temper : 0, silent)
  const sample = (moments: Moments) => samplePosterior(moments, sampled, series.start, options.seed)
  const { posterior, rHat } = sample(withLiftRows(days, rows))
  const periods = prepared.outcome.length
  const { outcome } = prepared
  const expected = expectedOrders(series, designOf(data), grids, posterior, outcome)
  const columnOf = (c: number, k: number) => grids[c]!.columns[k]!
  const model = { data, posterior, outcome, expected: expected.expected }
  const placed = placedOrders(posterior, thinningOf(model, columnOf), columnOf)
  const channels = sampled.map((channel, c): FittedChannel => {
    const told = !silent[c] || rows.some((row) => row.channel === c)
    const drawn = {
      placed: ofChannel(placed, sampled, c),
      b: ofChannel(posterior.incremental, sampled, c),
    }
    const fitted = fittedChannel(channel, drawn, periods, told)
    return { ...fitted, status: trust.channels[c]!.status, rHat: rHat[c]! }
  })
  const points = grids.map((grid) => grid.points)
  const liftTests = judgeLiftTests(rows, { data, grids: points }, () => sample(days).posterior)
  const inseparable = speaks ? inseparablePairs(series.moments, grids, posterior.channels) : []
  return {
    data,
    options,
    prepared,
    trust,
    posterior,
    outcome,
    channels,
    placed,
    total: summarise(totals(placed, sampled)),
    grids: points,
    chance: series.chance,
    ...expected,
    liftTests,
    inseparable,
    warnings: warningsOf(channels, liftTests, inseparable),
  }
}

function sampledChannels(
  data: DecisionData,
  { prior, beliefs }: Required<FitOptions>,
  { grids, outcome }: Prepared,
): SampledChannel[] {
  const spent = data.channels.map(({ spend }) => sum(spend))
  const all = sum(spent)
  return data.channels.map((channel, c) => {
    const spendShare = all > 0 ? spent[c]! / all : 0
    const company = { channels: spent.length, spendShare }
    return {
      id: channel.id,
      prior: channelPrior(channel, prior, mean(outcome), company, beliefs),
      logPrior: grids[c]!.logPrior,
    }
  })
}

/**
 * The days' word, tempered: that pays for rho, sd and phi at their likeliest and a linear baseline.
 * None where the temper is 0, and none of channels that hardly advertised.
 */
function spokenMoments(
  { offsets, gram, m }: Moments,
  temper: number,
  silent: readonly boolean[],
): Moments {
  const n = m.length
  const weights = new Float64Array(n)
  silent.forEach((none, c) => {
    weights.fill(temper > 0 && !none ? 1 : 0, offsets[c]!, offsets[c + 1]!)
  })
  const spoken = new Float64Array(n * n)
  for (let i = 0; i < n; i++) {
    if (weights[i] === 0) continue
    for (let j = 0; j < n; j++) spoken[i * n + j] = temper * gram[i * n + j]! * weights[j]!
  }
  return { offsets, gram: spoken, m: m.map((value, i) => temper * value * weights[i]!) }
}

function fittedChannel(
  { id, prior }: SampledChannel,
  drawn: { readonly placed: Float64Array; readonly b: Float64Array },
  periods: number,
  told: boolean,
) {
  const incremental = summarise(drawn.placed)
  return {
    channel: id,
    grade: told ? gradeOf(incremental) : ('no_data' as const),
    incremental,
    prior: { ...prior, centre: prior.centre * periods, sd: prior.sd * periods },
    contraction: 1 - summarise(drawn.b).sd / priorSd(prior),
  }
}

/** The draws of one channel, of values at [draw * channels + c]. */
function ofChannel(values: Float64Array, channels: ArrayLike<unknown>, c: number): Float64Array {
  return values.filter((_, i) => i % channels.length === c)
}

/** By draw: the sum over channels. */
function totals(values: Float64Array, channels: ArrayLike<unknown>): Float64Array {
  const out = new Float64Array(values.length / channels.length)
  for (const [i, orders] of values.entries()) out[Math.floor(i / channels.length)]! += orders
  return out
}
