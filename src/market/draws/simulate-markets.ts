import { availableParallelism } from 'node:os'
import { InputError } from '../../errors.js'
import { onThreads } from '../../threads.js'
import { type ChannelExpectation, expectMarket, type Market } from '../engine/simulate.js'
import { CountSketch } from './count-sketch.js'
import {
  DAY_PRECISION,
  type DrawChannel,
  type DrawTally,
  type DrawTask,
  drawChunk,
  TOTAL_PRECISION,
} from './draw-chunk.js'

export interface SimulationOptions {
  /** The market whose chance is to be played out. */
  readonly market: Market
  /** Number of worlds, 1 to 10 million. */
  readonly draws: number
  /** Integer, 0 to 2^31 - 1. World 0 of a seed is the market that a run under it publishes. */
  readonly seed: number
  /** Shares whose quantiles are wanted, rising, each from 0 to 1. Default 0.05, 0.25, 0.5, 0.75, 0.95. */
  readonly quantiles?: readonly number[]
  /** Threads to draw on. Default: all cores. The result is the same for any number. */
  readonly threads?: number
}

/** The clicks of one channel over all worlds. */
export interface ChannelDraws {
  readonly channel: string
  /** Mean clicks of each day. */
  readonly mean: Float64Array
  /** For each quantile wanted, clicks of each day. */
  readonly quantiles: readonly Float64Array[]
  /** For each quantile wanted, clicks of the whole horizon. */
  readonly totalQuantiles: readonly number[]
}

export interface SimulatedMarkets {
  readonly draws: number
  readonly firstDay: number
  readonly days: number
  readonly quantiles: readonly number[]
  readonly channels: readonly ChannelDraws[]
  /** A quantile of a day is off by at most this share of itself; counts below 128 are exact. */
  readonly dayError: number
  /** The same for quantiles of the whole horizon; counts below 8,192 are exact. */
  readonly totalError: number
}

const DEFAULT_QUANTILES = [0.05, 0.25, 0.5, 0.75, 0.95]
const MOST_DRAWS = 10_000_000
const LEAST_DRAWS_PER_THREAD = 250

/**
 * Plays the chance of a market many times, without SQL: expectations are computed once, then whole
 * clicks are drawn for every world, channel and day from streams keyed by all four. Draws are
 * tallied as they come, so memory grows with channels and days, never with draws.
 *
 * @throws InputError on a number of draws, a seed or a quantile out of range
 */
export async function simulateMarkets(options: SimulationOptions): Promise<SimulatedMarkets> {
  const shares = checked(options)
  const { market, draws } = options
  const expectations = expectMarket(market)
  const tasks = tasksOf(options, expectations.map(worldChannel))
  const worker = new URL('./worker.js', import.meta.url)
  const sharing = { work: () => drawChunk, worker, common: undefined, threads: tasks.length }
  const tallies = await onThreads(tasks, sharing)
  return {
    draws,
    firstDay: market.firstDay,
    days: market.days,
    quantiles: shares,
    channels: market.channels.map(({ id }, i) => {
      const parts = tallies.map((part) => part[i]!)
      return { channel: id, ...summarised(parts, { draws, days: market.days, shares }) }
    }),
    dayError: CountSketch.relativeError(DAY_PRECISION),
    totalError: CountSketch.relativeError(TOTAL_PRECISION),
  }
}

function worldChannel({
  channel,
  expectedClicks,
  observedClicks,
}: ChannelExpectation): DrawChannel {
  const { id, volatility } = channel
  return { id, volatility, expectedClicks, ...(observedClicks ? { observedClicks } : {}) }
}

function tasksOf(options: SimulationOptions, channels: readonly DrawChannel[]): DrawTask[] {
  const { market, draws, seed } = options
  const most = Math.ceil(draws / LEAST_DRAWS_PER_THREAD)
  const threads = Math.min(options.threads ?? availableParallelism(), most)
  return Array.from({ length: threads }, (_, i) => ({
    channels,
    firstDay: market.firstDay,
    counts: market.counts,
    seed,
    fromWorld: Math.floor((draws * i) / threads),
    toWorld: Math.floor((draws * (i + 1)) / threads),
  }))
}

function summarised(
  parts: readonly DrawTally[],
  { draws, days, shares }: { draws: number; days: number; shares: readonly number[] },
): Omit<ChannelDraws, 'channel'> {
  const daily = new CountSketch(days, DAY_PRECISION)
  const totals = new CountSketch(1, TOTAL_PRECISION)
  const sums = new Float64Array(days)
  for (const part of parts) {
    daily.merge(part.days)
    totals.merge(part.total)
    part.sums.forEach((sum, t) => {
      sums[t]! += sum
    })
  }
  const quantiles = shares.map(() => new Float64Array(days))
  for (let t = 0; t < days; t++) {
    daily.quantiles(t, shares).forEach((value, q) => {
      quantiles[q]![t] = value
    })
  }
  const totalQuantiles = totals.quantiles(0, shares)
  return { mean: sums.map((sum) => sum / draws), quantiles, totalQuantiles }
}

function checked({ draws, seed, quantiles, threads }: SimulationOptions): readonly number[] {
  const shares = quantiles ?? DEFAULT_QUANTILES
  const rising = shares.every((q, i) => q >= 0 && q <= 1 && (i === 0 || q >= shares[i - 1]!))
  const whole = (value: number, most: number, least: number) =>
    Number.isInteger(value) && value >= least && value <= most
  if (!whole(draws, MOST_DRAWS, 1)) {
    throw new InputError(`draws: got ${draws}, allowed a whole number from 1 to ${MOST_DRAWS}.`)
  }
  if (!whole(seed, 0x7fffffff, 0)) {
    throw new InputError(`seed: got ${seed}, allowed an integer from 0 to 2147483647.`)
  }
  if (threads !== undefined && !whole(threads, 256, 1)) {
    throw new InputError(`threads: got ${threads}, allowed a whole number from 1 to 256.`)
  }
  if (shares.length === 0 || !rising) {
    throw new InputError(
      `quantiles: got [${shares.join(', ')}], allowed shares from 0 to 1, rising.`,
    )
  }
  return shares
}
