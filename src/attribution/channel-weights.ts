import type { ChannelRules } from './rules.js'
import type { Shelf } from './shelf.js'

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
  shelves: readonly Shelf[],
  ofOneClick: readonly bigint[],
): (number | bigint)[] {
  const weights = shelves.map((shelf, c) => shelf.weightedSupply() * Number(ofOneClick[c]!))
  if (weights.every((weight) => weight <= Number.MAX_SAFE_INTEGER)) return weights
  return shelves.map((shelf, c) => BigInt(shelf.weightedSupply()) * ofOneClick[c]!)
}

function gcd(a: bigint, b: bigint): bigint {
  return b === 0n ? a : gcd(b, a % b)
}

function lcm(a: bigint, b: bigint): bigint {
  return (a / gcd(a, b)) * b
}
