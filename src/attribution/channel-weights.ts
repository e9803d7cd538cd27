import type { LiveLots } from './live-lots.js'
import type { ChannelRules } from './rules.js'

/**
 * What one click of each channel weighs when orders choose: integers in proportion to
 * affinity / clicks per order, so that the live clicks of a channel, weighed, are its capacity in
 * orders times its affinity.
 */
export function clickWeights(channels: readonly ChannelRules[]): bigint[] {
  const common = channels.reduce((so, { clicksPerOrder }) => lcm(so, BigInt(clicksPerOrder)), 1n)
  const weights = channels.map(
    ({ affinityBps, clicksPerOrder }) => (BigInt(affinityBps) * common) / BigInt(clicksPerOrder),
  )
  const divisor = weights.reduce(gcd, 0n)
  return weights.map((weight) => weight / divisor)
}

/**
 * The weight of each channel today: its recency-weighted live clicks times what a click weighs.
 * Numbers where all are exact, big integers otherwise.
 */
export function channelWeights(
  liveLots: readonly LiveLots[],
  ofOneClick: readonly bigint[],
): Float64Array | bigint[] {
  const supplies = new Float64Array(liveLots.length)
  const weights = new Float64Array(liveLots.length)
  let areExact = true
  for (let c = 0; c < supplies.length; c++) {
    supplies[c] = liveLots[c]!.weightedSupply()
    weights[c] = supplies[c]! * Number(ofOneClick[c]!)
    areExact &&= weights[c]! <= Number.MAX_SAFE_INTEGER
  }
  return areExact ? weights : Array.from(supplies, (clicks, c) => BigInt(clicks) * ofOneClick[c]!)
}

function gcd(a: bigint, b: bigint): bigint {
  return b === 0n ? a : gcd(b, a % b)
}

function lcm(a: bigint, b: bigint): bigint {
  return (a / gcd(a, b)) * b
}
