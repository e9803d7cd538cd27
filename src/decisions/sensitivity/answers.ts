import type { Assumptions } from '../../assumptions/index.js'
import { sum } from '../../numbers.js'
import { type RateEffect, rateChanges, readRateEffects } from './profit-rates.js'
import { type Replay, type ReplaySource, replayMarketing } from './replay.js'
import {
  type Decided,
  decideScene,
  type Scene,
  type Standing,
  standingOf,
  type Touched,
} from './scene.js'

/** What sensitivity asks about: an answer of the run. */
export const questions = ['cost_per_click', 'waste', 'net_profit', 'best_plan', 'pays'] as const
export type Question = (typeof questions)[number]

/** One answer; `margin` is at least 0 or below it as the verdict that hangs on it goes one way or the other. */
export interface Answer {
  readonly question: Question
  /** The channel of `pays`; empty elsewhere. */
  readonly channel: string
  readonly value: number
  /** Null where no verdict hangs on it. */
  readonly margin: number | null
}

/** Where answers come from; the later parts only where the questions need them. */
export interface AnswerSource {
  readonly source: ReplaySource
  readonly assumptions: Assumptions
  readonly replay: Replay
  /** Contribution after marketing as it stands, and what the rates of finance make of it. */
  readonly profit?: { readonly cents: number; readonly effects: readonly RateEffect[] }
  readonly standing?: Standing
}

/**
 * Reads what the questions need: the warehouse for prices and waste, finance for profit.
 *
 * @throws InputError when a stage has not run that is needed
 */
export async function readAnswers(
  source: ReplaySource & { readonly assumptions: Assumptions },
  asked: readonly Question[],
  decided?: Decided,
): Promise<AnswerSource> {
  const { assumptions } = source
  const replay = await replayMarketing(source, assumptions)
  const base = { source, assumptions, replay }
  if (!asked.some((question) => needsProfit(question))) return base
  const [verdict] = await source.rows<{ cents: number }>(
    'select contribution_after_marketing_cents as cents from finance.verdict',
  )
  const effects = await readRateEffects(source, assumptions)
  const profit = { cents: verdict!.cents, effects }
  return {
    ...base,
    profit,
    ...(decided && { standing: standingOf(decided, { assumptions, replay }) }),
  }
}

function needsProfit(question: Question): boolean {
  return question !== 'cost_per_click' && question !== 'waste'
}

/** One variation of a run: assumptions changed, or a channel's cause taken as known. */
export interface Variation {
  readonly assumptions: Assumptions
  readonly known?: Scene['known']
  /** The replay that stands is taken where marketing isn't touched. */
  readonly touches: Touched
  /** Another world of the market's chance. Default 0, the one that is published. */
  readonly world?: number
}

/** The answers of one variation. */
export async function answersOf(from: AnswerSource, variation: Variation): Promise<Answer[]> {
  const { assumptions, known, touches, world = 0 } = variation
  const replay =
    touches === 'marketing' || world > 0
      ? await replayMarketing(from.source, assumptions, world)
      : from.replay
  const changes = from.profit ? rateChanges(from.profit.effects, from.assumptions, assumptions) : []
  const { standing } = from
  const scene =
    standing &&
    decideScene(standing, { assumptions, replay, changes, touches, ...(known && { known }) })
  return [
    answer('cost_per_click', replay.paidClicks > 0 ? replay.releasedCents / replay.paidClicks : 0),
    answer('waste', replay.spendCents > 0 ? (10_000 * replay.wasteCents) / replay.spendCents : 0),
    ...(from.profit ? [judged('net_profit', profitOf(from, replay, changes))] : []),
    ...(scene
      ? [
          { ...answer('best_plan', scene.planCents), margin: scene.actMargin },
          ...scene.paysCents.map((cents, c) => ({
            ...judged('pays', cents),
            channel: standing.fit.channels[c]!.channel,
          })),
        ]
      : []),
  ]
}

/** Contribution after marketing: what stands, what rates change, and marketing that is used up or wasted. */
export function profitOf(
  { profit, replay: before }: AnswerSource,
  replay: Replay,
  changes: readonly RateEffect[],
): number {
  const usedUp = (from: Replay) => from.acquisitionCents + from.wasteCents
  return profit!.cents + sum(changes.map(({ cents }) => cents)) + usedUp(before) - usedUp(replay)
}

function answer(question: Question, value: number): Answer {
  return { question, channel: '', value, margin: null }
}

function judged(question: Question, value: number): Answer {
  return { question, channel: '', value, margin: value }
}
