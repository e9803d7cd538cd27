import { sum } from '../../numbers.js'
import { curveTrials, kernelTrials } from '../../response/index.js'
import { delayed, exposureOf, plannedInput, saturated } from '../column.js'
import type { ChannelSeries, DecisionData, Grain, GridPoint } from '../data.js'
import { clickRegression } from './click-regression.js'
import { hasNoData } from './grade.js'
import { halfGrid, waitGrid } from './grid.js'

/** What a channel's response may be before orders are looked at. */
export interface ChannelGrid {
  readonly points: readonly GridPoint[]
  /** Log of each point's prior weight; the weights sum to 1. */
  readonly logPrior: Float64Array
  /** Each point's response under the plan of history, mean 1 over the horizon. */
  readonly columns: readonly Float64Array[]
}

/** A response without its wait: what clicks can tell. */
interface Candidate extends Pick<GridPoint, 'kernel' | 'curve' | 'half' | 'season'> {
  readonly response: Float64Array
  readonly logWeight: number
}

/**
 * The grid of one channel. Its clicks, where observed, weigh memory and saturation and give the
 * season; the likeliest quarter is then tried with every wait from click to order. The regressor is
 * always what spend brought, never the clicks themselves: those follow the day's demand.
 */
export function channelGrid(channel: ChannelSeries, data: DecisionData): ChannelGrid {
  const waits = waitGrid(data.grain)
  const all = candidates(channel, data.grain)
  const { clicks } = channel
  const tells = clicks !== undefined && !hasNoData(channel, data.grain)
  const weighed = tells ? weighByClicks(all, clicks, data) : all
  const kept = likeliest(weighed, Math.ceil(all.length / waits.length))
  const points = waits.flatMap((wait) => kept.map((candidate) => withWait(candidate, wait)))
  const most = Math.max(...kept.map(({ logWeight }) => logWeight))
  const total = kept.reduce((sum, { logWeight }) => sum + Math.exp(logWeight - most), 0)
  const logPrior = (i: number) =>
    kept[i % kept.length]!.logWeight - most - Math.log(total * waits.length)
  return {
    points: points.map(({ point }) => point),
    logPrior: Float64Array.from(points, (_, i) => logPrior(i)),
    columns: points.map(({ column }) => column),
  }
}

/** The declared response, where nothing may be learned: one point. */
export function declaredGrid(channel: ChannelSeries): ChannelGrid {
  const { kernel, curve, capacity, spend } = channel
  const season = new Float64Array(spend.length).fill(1)
  const half = capacity ? 1 : meanInput(channel)
  const response = saturated(channel, { curve, half }, exposureOf(channel, kernel))
  const { point, column } = withWait({ kernel, curve, half, season, response, logWeight: 0 }, 0)
  return { points: [point], logPrior: Float64Array.of(0), columns: [column] }
}

function candidates(channel: ChannelSeries, grain: Grain): Candidate[] {
  const unit = meanInput(channel)
  const season = new Float64Array(channel.spend.length).fill(1)
  return kernelTrials(channel.kernel).flatMap((kernel) => {
    const exposure = exposureOf(channel, kernel)
    return curveTrials(channel.curve).flatMap((curve) =>
      halfGrid(curve, grain).map((times) => {
        const half = times * unit
        const response = saturated(channel, { curve, half }, exposure)
        return { kernel, curve, half, season, response, logWeight: 0 }
      }),
    )
  })
}

/** Mean input per unit of capacity; 1 of a channel that never advertised. */
function meanInput(channel: ChannelSeries): number {
  const input = plannedInput(channel, channel.spend)
  return sum(input) / sum(channel.capacity ?? input.map(() => 1)) || 1
}

/** Weights from the clicks, tempered for the autocorrelation that the best candidate leaves. */
function weighByClicks(
  all: readonly Candidate[],
  clicks: Float64Array,
  data: DecisionData,
): Candidate[] {
  const regress = clickRegression(clicks, data.calendar)
  const fits = all.map(({ response }) => regress(response))
  const best = fits.reduce((a, b) => (b.logLikelihood > a.logLikelihood ? b : a))
  const temper = (1 - best.autocorrelation) / (1 + best.autocorrelation)
  return all.map((candidate, i) => {
    const { season, logLikelihood } = fits[i]!
    const response = candidate.response.map((f, t) => f * season[t]!)
    const logWeight = (logLikelihood - best.logLikelihood) * temper
    return { ...candidate, season, response, logWeight }
  })
}

/** The `count` likeliest; where all are equally likely, evenly spread ones. */
function likeliest(all: readonly Candidate[], count: number): Candidate[] {
  if (all.every(({ logWeight }) => logWeight === 0)) {
    return Array.from(
      { length: count },
      (_, i) => all[Math.floor(((i + 0.5) * all.length) / count)]!,
    )
  }
  return [...all].sort((a, b) => b.logWeight - a.logWeight).slice(0, count)
}

function withWait({ response, ...candidate }: Candidate, wait: number) {
  const { kernel, curve, half, season } = candidate
  const column = delayed(response, wait)
  const total = sum(column)
  const scale = total > 0 ? column.length / total : 0
  const point: GridPoint = { kernel, curve, half, season, wait, scale }
  return { point, column: column.map((z) => z * scale) }
}
