import { KeyedStream } from '../../random/stream.js'
import { logNormalCdf, normalQuantileOfLog } from './normal.js'
import type { ChannelPrior } from './prior.js'

/** The likelihood of all channels' grid points: normal in b, given which point each channel takes. */
export interface Moments {
  /** Where each channel's points begin, and at last their number. */
  readonly offsets: readonly number[]
  /**
   * Row-major, symmetric, offsets.at(-1) squared. A channel stands on one point at a time, so of its own points with
   * each other only the diagonal is meant.
   */
  readonly gram: Float64Array
  readonly m: Float64Array
}

/** A channel as the sampler sees it. */
export interface SampledChannel {
  readonly id: string
  readonly prior: ChannelPrior
  readonly logPrior: Float64Array
}

/** Where every chain stands: entry chain * channels + c. */
export interface ChainState {
  readonly incremental: Float64Array
  readonly gridPoint: Int32Array
}

/** Chains that start at one place. */
export function startChains(
  chains: number,
  incremental: Float64Array,
  gridPoint: Int32Array,
): ChainState {
  const repeat = <T extends number[]>(values: T) => Array.from({ length: chains }, () => values)
  return {
    incremental: Float64Array.from(repeat([...incremental]).flat()),
    gridPoint: Int32Array.from(repeat([...gridPoint]).flat()),
  }
}

/**
 * An exact Gibbs sampler of (b, grid point), channel by channel: the point is drawn with b
 * integrated out, then b from its normal cut at 0. Draws come from the stream of (seed, channel,
 * sweep), so another channel changes no channel's luck.
 *
 * @returns a function that makes the next sweep, in place of the state
 */
export function gibbsSampler(
  moments: Moments,
  channels: readonly SampledChannel[],
  state: ChainState,
  luck: { readonly seed: number; readonly purpose: string },
): () => void {
  const updates = channels.map((channel, c) => channelUpdate(moments, channel, c))
  const streams = channels.map(({ id }) => new KeyedStream({ ...luck, channel: id }))
  const chains = state.incremental.length / channels.length
  let sweep = 0
  return () => {
    for (let c = 0; c < channels.length; c++) {
      const stream = streams[c]!.at(sweep)
      for (let chain = 0; chain < chains; chain++) {
        updates[c]!(state, chain * channels.length, stream.uniform(), stream.uniform())
      }
    }
    sweep++
  }
}

/** The draw of one channel given all others, its constants worked out once. */
function channelUpdate({ offsets, gram, m }: Moments, channel: SampledChannel, c: number) {
  const count = offsets.at(-1)!
  const channels = offsets.length - 1
  const first = offsets[c]!
  const points = offsets[c + 1]! - first
  const { centre, sd } = channel.prior
  const pull = centre / (sd * sd)
  const precision = Float64Array.from(
    { length: points },
    (_, k) => gram[(first + k) * (count + 1)]! + 1 / (sd * sd),
  )
  const inverseRoot = precision.map((p) => 1 / Math.sqrt(p))
  const logConstant = channel.logPrior.map((log, k) => log - 0.5 * Math.log(precision[k]!))
  const own = m.subarray(first, first + points)
  const z = new Float64Array(points)
  const weights = new Float64Array(points)
  return (state: ChainState, at: number, pointLuck: number, sizeLuck: number): void => {
    z.set(own)
    for (let j = 0; j < channels; j++) {
      if (j === c) continue
      const b = state.incremental[at + j]!
      const row = (offsets[j]! + state.gridPoint[at + j]!) * count + first
      for (let k = 0; k < points; k++) z[k]! -= gram[row + k]! * b
    }
    let most = -Infinity
    for (let k = 0; k < points; k++) {
      const standard = (z[k]! + pull) * inverseRoot[k]!
      z[k] = standard
      const weight = logConstant[k]! + 0.5 * standard * standard + logAbove(standard)
      weights[k] = weight
      if (weight > most) most = weight
    }
    const k = pick(weights, most, pointLuck)
    state.gridPoint[at + c] = k
    state.incremental[at + c] = cutNormalDraw(z[k]!, sizeLuck) * inverseRoot[k]!
  }
}

/** log Phi, which is 0 to the last digit of what it is added to where a figure is far above 0. */
function logAbove(standard: number): number {
  return standard > FAR_ABOVE ? 0 : logNormalCdf(standard)
}

/** Draws an index by its log weight; the weights are overwritten. */
function pick(weights: Float64Array, most: number, luck: number): number {
  let total = 0
  for (let k = 0; k < weights.length; k++) {
    total += Math.exp(weights[k]! - most)
    weights[k] = total
  }
  const target = luck * total
  let k = 0
  while (k < weights.length - 1 && weights[k]! < target) k++
  return k
}

const FAR_BELOW = -30
const FAR_ABOVE = 9

/** A draw of N(z, 1) given that it is above 0. So far below 0, the rest is exponential. */
function cutNormalDraw(z: number, luck: number): number {
  if (z < FAR_BELOW) return -Math.log(luck) / -z
  return Math.max(z - normalQuantileOfLog(Math.log(luck) + logNormalCdf(z)), 0)
}
