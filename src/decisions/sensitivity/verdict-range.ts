import type { LikelyRange } from '../../assumptions/index.js'
import { KeyedStream } from '../../random/stream.js'
import type { StageName } from '../../schema/artifact-names.js'
import { onThreads } from '../../threads.js'
import { quantile, shareAbove } from '../sure/quantiles.js'
import type { AnswerSource } from './answers.js'
import {
  type Draw,
  drawnRun,
  drawVerdicts,
  figures,
  figuresOf,
  type VerdictFigure,
} from './draw-verdicts.js'

/** A figure of the verdict, and where it lies in nine of ten draws. */
export interface VerdictRange {
  readonly figure: VerdictFigure
  readonly value: number
  readonly low: number
  readonly high: number
  /** Share of draws above 0. */
  readonly pAbove: number
}

const STAGES: readonly StageName[] = ['market', 'attribution', 'finance']

/** So many draws are one task: few enough that threads end together. A thread with one task is not worth its start. */
const DRAWS_A_TASK = 20

/**
 * The verdict many times: each draw takes every assumption that has a range somewhere within it, half of the draws below
 * its value and half above, and plays the market's chance anew. Assumptions are spread evenly over their ranges by Latin
 * hypercube (McKay, Beckman and Conover, Technometrics 21, 1979), each by luck of its own, so that one more changes no
 * other's draws. Ranges are 5% to 95%.
 *
 * @param draws 20 or more
 * @param threads to draw on; the ranges are the same on any number
 */
export async function verdictRanges(
  from: AnswerSource,
  draws: number,
  threads: number,
): Promise<VerdictRange[]> {
  const changedBy = drawnChanges(from, draws)
  const all = Array.from(
    { length: draws },
    (_, d): Draw => ({ changed: changedBy(d), world: d + 1 }),
  )
  const tasks = Array.from({ length: Math.ceil(draws / DRAWS_A_TASK) }, (_, i) =>
    all.slice(i * DRAWS_A_TASK, (i + 1) * DRAWS_A_TASK),
  )
  const drawn = await onThreads(tasks, {
    work: drawVerdicts,
    worker: new URL('./worker.js', import.meta.url),
    common: await drawnRun(from),
    threads: Math.min(threads, Math.floor(tasks.length / 2)),
  })
  return rangesOf(figuresOf(from.profit!.cents, from.replay), drawn.flat())
}

function rangesOf(
  standing: Readonly<Record<VerdictFigure, number>>,
  drawn: readonly (readonly number[])[],
): VerdictRange[] {
  return figures.map((figure, f) => {
    const values = Float64Array.from(drawn, (told) => told[f]!)
    const sorted = values.slice().sort()
    return {
      figure,
      value: standing[figure],
      low: quantile(sorted, 0.05),
      high: quantile(sorted, 0.95),
      pAbove: shareAbove(values, 0),
    }
  })
}

/** What each draw assumes otherwise, from 0: every assumption that has a range is somewhere within it. */
export function drawnChanges(
  { assumptions, source }: AnswerSource,
  draws: number,
): (draw: number) => Readonly<Record<string, number>> {
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
  return (draw) => Object.fromEntries(levers.map(({ id, values }) => [id, values[draw]!]))
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
