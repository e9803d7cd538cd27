import {
  type AssumptionBases,
  Assumptions,
  type UncheckedChanges,
} from '../../assumptions/index.js'
import { keptSeason } from '../../market/season/season.js'
import type { SpendPlanTable } from '../../stage.js'
import { type AnswerSource, profitOf } from './answers.js'
import { type Answers, answeredSource, memoSource } from './memo-source.js'
import { rateChanges } from './profit-rates.js'
import { type Replay, replayMarketing } from './replay.js'

export const figures = [
  'contribution_after_marketing_cents',
  'spend_cents',
  'acquisition_cost_cents',
  'waste_cents',
  'live_cents',
  'attributed_orders',
] as const
export type VerdictFigure = (typeof figures)[number]

/** A run as plain data, for threads to draw its verdict. */
export interface DrawnRun extends Required<Pick<AnswerSource, 'replay' | 'profit'>> {
  /** What a replay asks, with the answers. */
  readonly answers: Answers
  readonly changes: UncheckedChanges
  readonly bases: AssumptionBases
  readonly seed: number
  readonly spendPlan: SpendPlanTable | undefined
}

/** One draw: what is assumed otherwise, and in which world of the market's chance. */
export interface Draw {
  readonly changed: Readonly<Record<string, number>>
  readonly world: number
}

/** A run's answers made ready to be handed to threads. */
export async function drawnRun({
  source,
  assumptions,
  replay,
  profit,
}: AnswerSource): Promise<DrawnRun> {
  const { seed, spendPlan } = source
  const memo = memoSource(source)
  await replayMarketing({ ...memo, seed, spendPlan }, assumptions)
  return {
    answers: await memo.answers(),
    changes: assumptions.changes(),
    bases: assumptions.bases(),
    seed,
    spendPlan,
    replay,
    profit: profit!,
  }
}

/** Draws verdicts of a run: the figures of each draw, in their order. */
export function drawVerdicts(run: DrawnRun): (draws: readonly Draw[]) => Promise<number[][]> {
  const { answers, changes, bases, seed, spendPlan, replay, profit } = run
  const assumptions = Assumptions.defaults().with(changes, bases)
  const source = { ...answeredSource(answers), seed, spendPlan, seasonOf: keptSeason() }
  const from = { source, assumptions, replay, profit }
  return async (draws) => {
    const drawn: number[][] = []
    for (const { changed, world } of draws) {
      const told = await verdictOf(from, assumptions.with(changed), world)
      drawn.push(figures.map((figure) => told[figure]))
    }
    return drawn
  }
}

async function verdictOf(from: AnswerSource, assumptions: Assumptions, world: number) {
  const replay = await replayMarketing(from.source, assumptions, world)
  const changes = rateChanges(from.profit!.effects, from.assumptions, assumptions)
  return figuresOf(profitOf(from, replay, changes), replay)
}

/** The figures of the verdict. */
export function figuresOf(profitCents: number, replay: Replay): Record<VerdictFigure, number> {
  return {
    contribution_after_marketing_cents: profitCents,
    spend_cents: replay.spendCents,
    acquisition_cost_cents: replay.acquisitionCents,
    waste_cents: replay.wasteCents,
    live_cents: replay.liveCents,
    attributed_orders: replay.attributedOrders,
  }
}
