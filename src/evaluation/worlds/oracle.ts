import { TrueResponse } from './true-response.js'
import type { World } from './world.js'

/** What perfect knowledge would do: a multiplier of each channel's spend, 0 to 2, for the whole horizon. */
export interface Oracle {
  /** The best plans: whatever the total, and at today's total. */
  readonly best: readonly number[]
  readonly sameTotal: readonly number[]
  /** What all channels spent in the horizon. */
  readonly spentCents: number
  /** Profit of a plan less today's, cents: contribution of orders caused less spend, in the horizon. */
  gainCents(multipliers: readonly number[]): number
}

const MOST = 2
const HALVINGS = 50

/** The oracle of a world: marginal returns level or at a bound, by bisection on the true derivative. */
export function oracleOf(world: World): Oracle {
  const { contributionCents } = world.truth
  const channels = world.truth.channels.map((_, c) => new TrueResponse(world, c))
  const today = channels.map((channel) => channel.orders(1))
  const at = (level: number) =>
    channels.map((channel) => whereReturn(channel, contributionCents, level))
  const spent = (multipliers: readonly number[]) =>
    channels.reduce((sum, channel, c) => sum + channel.spentCents * multipliers[c]!, 0)
  const total = spent(channels.map(() => 1))
  return {
    spentCents: total,
    best: at(1),
    sameTotal: at(bisect(0, 1000, (level) => spent(at(level)) > total)),
    gainCents: (multipliers) =>
      channels.reduce((sum, channel, c) => {
        const orders = channel.orders(multipliers[c]!) - today[c]!
        return sum + contributionCents * orders - channel.spentCents * (multipliers[c]! - 1)
      }, 0),
  }
}

/** The multiplier at which one more cent returns `level` cents of contribution, or the bound. */
function whereReturn(channel: TrueResponse, contributionCents: number, level: number): number {
  const above = (m: number) => contributionCents * channel.slope(m) > level * channel.spentCents
  if (!above(0)) return 0
  return above(MOST) ? MOST : bisect(0, MOST, above)
}

/** Where a falling condition stops to hold. */
function bisect(low: number, high: number, holds: (x: number) => boolean): number {
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (low + high) / 2
    if (holds(middle)) low = middle
    else high = middle
  }
  return (low + high) / 2
}
