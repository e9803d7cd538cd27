import type { Assumptions, LikelyRange } from '../../assumptions/index.js'
import { KeyedStream } from '../../random/stream.js'
import type { StageName } from '../../schema/artifact-names.js'
import { quantile, shareAbove } from '../sure/quantiles.js'
import { type AnswerSource, profitOf } from './answers.js'
import { rateChanges } from './profit-rates.js'
import { type Replay, replayMarketing } from './replay.js'

/** A figure of the verdict, and where it lies in nine of ten draws. */
export interface VerdictRange {
  readonly figure: VerdictFigure
  readonly value: number
  readonly low: number
  readonly high: number
  /** Share of draws above 0. */
  readonly pAbove: number
}

const figures = [
  'contribution_after_marketing_cents',
  'spend_cents',
  'acquisition_cost_cents',
  'waste_cents',
  'live_cents',
  'attributed_orders',
] as const
export type VerdictFigure = (typeof figures)[number]

const STAGES: readonly StageName[] = ['market', 'attribution', 'finance']

/**
 * The verdict many times: each draw takes every assumption that has a range somewhere within it, half of the draws below
 * its value and half above, and plays the market's chance anew. Assumptions are spread evenly over their ranges by Latin
 * hypercube (McKay, Beckman and Conover, Technometrics 21, 1979), each by luck of its own, so that one more changes no
 * other's draws. Ranges are 5% to 95%.
 *
 * @param draws 20 or more
 */
export async function verdictRanges(from: AnswerSource, draws: number): Promise<VerdictRange[]> {
  const assumed = drawnAssumptions(from, draws)
  const drawn = figures.map(() => new Float64Array(draws))
  for (let d = 0; d < draws; d++) {
    const told = await verdictOf(from, assumed(d), d + 1)
    for (const [f, figure] of figures.entries()) drawn[f]![d] = told[figure]
  }
  const standing = figuresOf(from.profit!.cents, from.replay)
  return figures.map((figure, f) => {
    const sorted = Float64Array.from(drawn[f]!).sort()
    const value = standing[figure]
    return {
      figure,
      value,
      low: quantile(sorted, 0.05),
      high: quantile(sorted, 0.95),
      pAbove: shareAbove(drawn[f]!, 0),
    }
  })
}

async function verdictOf(from: AnswerSource, assumptions: Assumptions, world: number) {
  const replay = await replayMarketing(from.source, assumptions, world)
  const changes = rateChanges(from.profit!.effects, from.assumptions, assumptions)
  return figuresOf(profitOf(from, replay, changes), replay)
}

function figuresOf(profitCents: number, replay: Replay): Record<VerdictFigure, number> {
  return {
    contribution_after_marketing_cents: profitCents,
    spend_cents: replay.spendCents,
    acquisition_cost_cents: replay.acquisitionCents,
    waste_cents: replay.wasteCents,
    live_cents: replay.liveCents,
    attributed_orders: replay.attributedOrders,
  }
}

/** The assumptions of each draw, from 0: every one that has a range is somewhere within it. */
export function drawnAssumptions(
  { assumptions, source }: AnswerSource,
  draws: number,
): (draw: number) => Assumptions {
  const levers = assumptions.rows().flatMap(({ id, value, stage }) => {
    const range = STAGES.includes(stage) ? assumptions.likely(id) : undefined
    if (range === undefined) return []
    const shares = evenShares(
      new KeyedStream({ seed: source.seed, channel: id, purpose: 'verdict' }),
      draws,
    )
    const values = shares.map((share) =>
      assumptions.nearest(id, within(range, Number(value), share)),
    )
    return [{ id, values }]
  })
  return (draw) =>
    assumptions.with(Object.fromEntries(levers.map(({ id, values }) => [id, values[draw]!])))
}

/** One share from each of `draws` equal parts of 0 to 1, in an order of chance. */
export function evenShares(luck: KeyedStream, draws: number): number[] {
  const cards = Array.from({ length: draws }, (_, d) => {
    const stream = luck.at(d)
    return { order: stream.uniform(), within: stream.uniform() }
  })
  const shares = new Array<number>(draws)
  const shuffled = [...cards.keys()].sort((a, b) => cards[a]!.order - cards[b]!.order)
  for (const [part, d] of shuffled.entries()) shares[d] = (part + cards[d]!.within) / draws
  return shares
}

/** Below a half: evenly between the low end and the value; above: between the value and the high end. */
function within({ low, high }: LikelyRange, value: number, share: number): number {
  return share < 0.5 ? low + 2 * share * (value - low) : value + (2 * share - 1) * (high - value)
}
