import type { Assumptions, LikelyRange } from '../../assumptions/index.js'
import { InputError } from '../../errors.js'
import { sum } from '../../numbers.js'
import type { StageName } from '../../schema/artifact-names.js'
import { basisOf } from '../tables/fit.js'
import {
  type Answer,
  type AnswerSource,
  answersOf,
  type Question,
  type Variation,
} from './answers.js'
import { BELIEFS } from './fixed.js'
import { flipBetween, type Point } from './flip.js'
import type { Touched } from './scene.js'

/** One answer under one assumption: at both ends of its declared range, all others at their value. */
export interface SensitivityRow {
  readonly question: Question
  /** The channel of `pays`; empty elsewhere. */
  readonly channel: string
  readonly assumption: string
  readonly basis: 'declared' | 'fitted'
  readonly value: number
  readonly low: number
  readonly high: number
  readonly answerAtValue: number
  readonly answerAtLow: number
  readonly answerAtHigh: number
  /** Most less least of the three answers. */
  readonly swing: number
  /**
   * The value nearest to the one in force at which the verdict changes: the sign of the profit, the
   * recommendation, whether the channel pays. Null: it is the same at both ends of the range.
   */
  readonly flip: number | null
  /** 1 moves the answer most. */
  readonly rank: number
}

/** What is varied: an assumption, or what a channel causes. */
interface Lever {
  readonly id: string
  readonly basis: SensitivityRow['basis']
  readonly value: number
  readonly range: LikelyRange
  readonly at: (value: number) => Variation
  /** The nearest value that can be declared. */
  readonly nearest: (value: number) => number
}

/** Ranges that stand instead of the declared ones, by id. */
export type OtherRanges = Readonly<Record<string, readonly [low: number, high: number]>>

/** Which assumptions are varied, and how far. */
export interface TornadoOptions {
  /** Default every assumption with a range. */
  readonly only?: readonly string[]
  readonly ranges?: OtherRanges
}

/**
 * The tornado: every assumption with a declared range, one at a time, and the answers at both ends of it. What a
 * channel causes is varied over its 5% to 95%, fitted or declared. Ranked by swing within each answer; what moves
 * an answer not at all is left out.
 */
export async function tornado(
  from: AnswerSource,
  asked: readonly Question[],
  options: TornadoOptions = {},
): Promise<SensitivityRow[]> {
  const standing = await answersOf(from, { assumptions: from.assumptions, touches: 'money' })
  const rows: Omit<SensitivityRow, 'rank'>[] = []
  for (const lever of leversOf(from, asked, options)) {
    const { low, high } = lever.range
    const [atLow, atHigh] = [
      await answersOf(from, lever.at(low)),
      await answersOf(from, lever.at(high)),
    ]
    for (const [i, now] of standing.entries()) {
      if (!asked.includes(now.question)) continue
      const row = rowOf(lever, now, atLow[i]!, atHigh[i]!)
      if (row.swing === 0) continue
      rows.push({ ...row, flip: await flipOf(from, lever, i, [now, atLow[i]!, atHigh[i]!]) })
    }
  }
  return ranked(rows)
}

function rowOf(lever: Lever, now: Answer, atLow: Answer, atHigh: Answer) {
  const three = [now.value, atLow.value, atHigh.value]
  return {
    question: now.question,
    channel: now.channel,
    assumption: lever.id,
    basis: lever.basis,
    value: lever.value,
    low: lever.range.low,
    high: lever.range.high,
    answerAtValue: now.value,
    answerAtLow: atLow.value,
    answerAtHigh: atHigh.value,
    swing: Math.max(...three) - Math.min(...three),
  }
}

/** The nearest change of the verdict, searched toward each end at which it differs. */
async function flipOf(
  from: AnswerSource,
  lever: Lever,
  i: number,
  [now, atLow, atHigh]: readonly [Answer, Answer, Answer],
): Promise<number | null> {
  if (now.margin === null) return null
  const start: Point = { value: lever.value, margin: now.margin }
  const margin = async (value: number) => (await answersOf(from, lever.at(value)))[i]!.margin!
  const ends: Point[] = [
    { value: lever.range.low, margin: atLow.margin! },
    { value: lever.range.high, margin: atHigh.margin! },
  ].filter((end) => end.margin >= 0 !== start.margin >= 0)
  const flips: number[] = []
  for (const end of ends) flips.push(lever.nearest(await flipBetween(start, end, margin)))
  const far = (flip: number) => Math.abs(flip - lever.value)
  return flips.sort((a, b) => far(a) - far(b))[0] ?? null
}

function ranked(rows: readonly Omit<SensitivityRow, 'rank'>[]): SensitivityRow[] {
  const ranks = new Map<string, number>()
  const bySwing = [...rows].sort(
    (a, b) => b.swing - a.swing || (a.assumption < b.assumption ? -1 : 1),
  )
  return bySwing.map((row) => {
    const answer = `${row.question} ${row.channel}`
    const rank = (ranks.get(answer) ?? 0) + 1
    ranks.set(answer, rank)
    return { ...row, rank }
  })
}

const MARKETING: readonly StageName[] = ['market', 'attribution']

function touchedBy(id: string, stage: StageName): Touched {
  if (MARKETING.includes(stage)) return 'marketing'
  return BELIEFS.includes(id) ? 'beliefs' : 'money'
}

function leversOf(
  from: AnswerSource,
  asked: readonly Question[],
  { only, ranges = {} }: TornadoOptions,
): Lever[] {
  const stages: readonly StageName[] = [
    ...MARKETING,
    ...(from.profit ? (['finance'] as const) : []),
    ...(from.standing ? (['decisions'] as const) : []),
  ]
  const declared = from.assumptions.rows().flatMap(({ id, value, stage }): Lever[] => {
    const range = rangeOf(from.assumptions, id, ranges)
    if (range === undefined || !stages.includes(stage)) return []
    const touches = touchedBy(id, stage)
    const nearest = (to: number) => from.assumptions.nearest(id, to)
    const at = (to: number) => ({
      assumptions: from.assumptions.with({ [id]: nearest(to) }),
      touches,
    })
    return [{ id, basis: 'declared', value: Number(value), range, at, nearest }]
  })
  const causes = asked.some((question) => question === 'best_plan' || question === 'pays')
  const all = causes ? [...declared, ...causeLevers(from, ranges)] : declared
  return only ? all.filter(({ id }) => only.includes(id)) : all
}

/** The range to ask about: another one where it is given, else the declared one. */
function rangeOf(assumptions: Assumptions, id: string, ranges: OtherRanges) {
  return ranges[id] ? otherRange(id, ranges[id]) : assumptions.likely(id)
}

/** @throws InputError on a range that is none */
function otherRange(id: string, [low, high]: readonly [number, number]): LikelyRange {
  if (Number.isFinite(low) && Number.isFinite(high) && low < high) return { low, high }
  throw new InputError(`range of ${id}: got ${low} to ${high}, allowed two numbers, low < high.`)
}

/**
 * What each channel causes, as a multiple of the orders attributed to it (in orders, where none are): over its 5% to
 * 95%, which data narrowed where they could.
 */
function causeLevers(from: AnswerSource, ranges: OtherRanges): Lever[] {
  const { standing, assumptions } = from
  if (standing === undefined) return []
  const { fit } = standing
  return fit.channels.flatMap(({ channel, incremental }, c): Lever[] => {
    const attributed = sum(fit.data.channels[c]!.attributedOrders ?? [])
    const unit = attributed > 0 ? attributed : 1
    const id = `${CAUSE}${channel}`
    const fitted = { low: incremental.low / unit, high: incremental.high / unit }
    const range = ranges[id] ? otherRange(id, ranges[id]) : fitted
    if (!(range.low < range.high)) return []
    const at = (to: number) => ({
      assumptions,
      touches: 'money' as const,
      known: { channel: c, orders: to * unit },
    })
    const value = incremental.mean / unit
    return [
      {
        id,
        basis: basisOf(fit, channel),
        value,
        range,
        at,
        nearest: (to) => to,
      },
    ]
  })
}

/** What a channel causes goes by the id under which it can be declared. */
export const CAUSE = 'decisions.incrementality.'
