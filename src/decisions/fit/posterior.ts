import { mean } from '../../numbers.js'
import type { Posterior } from '../data.js'
import { gibbsSampler, type Moments, type SampledChannel, startChains } from './gibbs.js'

/** Draws and how well the chains agree. */
export interface SampledPosterior {
  readonly posterior: Posterior
  /** Split R-hat of each channel's b; 1 is agreement. */
  readonly rHat: Float64Array
}

interface Start {
  readonly incremental: Float64Array
  readonly gridPoint: Int32Array
}

const CHAINS = 16
const SWEEPS = 150
const MOST_DOUBLINGS = 4
/** Chains agree up to here (Gelman et al., Bayesian Data Analysis, and Vehtari et al. 2021). */
export const RHAT_AT_MOST = 1.05

/**
 * The posterior of every channel's incremental orders and grid point. The first quarter of the
 * sweeps is dropped; where the chains disagree the sweeps are doubled, up to four times, and thinned
 * to the same number of draws.
 */
export function samplePosterior(
  moments: Moments,
  channels: readonly SampledChannel[],
  start: Start,
  seed: number,
): SampledPosterior {
  const state = startChains(CHAINS, start.incremental, start.gridPoint)
  const sweep = gibbsSampler(moments, channels, state, { seed, purpose: 'decisions' })
  const kept: (typeof state)[] = []
  const run = (sweeps: number) => {
    for (let i = 0; i < sweeps; i++) {
      sweep()
      kept.push({
        incremental: Float64Array.from(state.incremental),
        gridPoint: Int32Array.from(state.gridPoint),
      })
    }
  }
  run(SWEEPS)
  for (let doubling = 0; ; doubling++) {
    const thin = 2 ** doubling
    const after = kept.slice(Math.floor(kept.length / 4)).filter((_, i) => i % thin === 0)
    const sampled = gathered(after, channels)
    const agree = sampled.rHat.every((value) => value <= RHAT_AT_MOST)
    if (agree || doubling === MOST_DOUBLINGS) return sampled
    run(kept.length)
  }
}

function gathered(
  sweeps: readonly { incremental: Float64Array; gridPoint: Int32Array }[],
  channels: readonly SampledChannel[],
): SampledPosterior {
  const size = CHAINS * channels.length
  const incremental = new Float64Array(size * sweeps.length)
  const gridPoint = new Int32Array(size * sweeps.length)
  sweeps.forEach((state, i) => {
    incremental.set(state.incremental, i * size)
    gridPoint.set(state.gridPoint, i * size)
  })
  const ids = channels.map(({ id }) => id)
  const rHat = Float64Array.from(channels, (_, c) =>
    splitRHat(
      Array.from({ length: CHAINS }, (_, chain) =>
        Float64Array.from(sweeps, (state) => state.incremental[chain * channels.length + c]!),
      ),
    ),
  )
  return {
    posterior: { channels: ids, draws: CHAINS * sweeps.length, incremental, gridPoint },
    rHat,
  }
}

/**
 * Split R-hat: every chain cut in two, the spread between against the spread within. Gelman et al.,
 * Bayesian Data Analysis, third edition, section 11.4.
 */
export function splitRHat(chains: readonly Float64Array[]): number {
  const half = Math.floor(chains[0]!.length / 2)
  const halves = chains.flatMap((chain) => [
    chain.subarray(0, half),
    chain.subarray(half, 2 * half),
  ])
  const means = halves.map(mean)
  const within = mean(halves.map((values, i) => variance(values, means[i]!)))
  const between = variance(means, mean(means))
  return within > 0 ? Math.sqrt((half - 1) / half + between / within) : 1
}

function variance(values: ArrayLike<number>, centre: number): number {
  let total = 0
  for (let i = 0; i < values.length; i++) total += (values[i]! - centre) ** 2
  return total / (values.length - 1)
}
