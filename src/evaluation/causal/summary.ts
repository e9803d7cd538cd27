import type { Grade } from '../../decisions/data.js'
import { mean, sum } from '../../numbers.js'
import type { WorldPlan } from '../worlds/index.js'
import type { Estimate, Method, MethodScore, PlanScore, WorldScore } from './scores.js'

/** A kind of world. */
export interface Scenario {
  readonly plan: WorldPlan
  readonly harvesting: boolean
}

/** How good the plans of one method were. */
export interface PlanSummary {
  /** Sum of true gains over the sum of the oracle's. */
  readonly gain: number
  /** The same of the median world. */
  readonly medianGain: number
  /** Share of worlds where the plan is worse than today's. */
  readonly worse: number
  /** Sum of expected gains over the sum of true ones: above 1 is too rosy. */
  readonly promised: number
  /** The same of what pooled returns expect. */
  readonly prudent: number
  /** Gain and share worse when the plan is only taken where it is advised. */
  readonly actGain: number
  readonly actWorse: number
  readonly acted: number
}

/** One method in one kind of world. Errors are shares of the true orders. */
export interface MethodSummary extends Scenario {
  readonly method: Method
  readonly tests: boolean
  readonly worlds: number
  /** Median over worlds of |total - true|, and of the sum over channels of |channel - true|. */
  readonly totalError: number
  readonly channelError: number
  /** Median over worlds of the signed error of the total. */
  readonly bias: number
  /** Median over worlds of the error of marketing's profit, as a share of spend. */
  readonly profitError: number
  readonly coverage90: number
  readonly coverage50: number
  readonly totalCoverage90: number
  /** Median width over true orders. */
  readonly width90: number
  readonly width50: number
  readonly free: PlanSummary
  readonly same: PlanSummary
}

/** Whether a grade tells the error. */
export interface GradeSummary {
  readonly grade: Grade
  readonly tests: boolean
  readonly channels: number
  readonly medianError: number
  readonly coverage90: number
  /** Share of channels whose "pays for itself" is wrong, by the mean. */
  readonly wrongVerdict: number
}

/** What tests were worth in worlds of one plan: a year's profit over a year's spend. */
export interface TestSummary {
  readonly plan: WorldPlan
  readonly worlds: number
  readonly evpi: number
  readonly leftToGain: number
  readonly evsi: number
  readonly realised: number
  /** Mean realised value of the channel picked by EVSI, by sd, by spend, at random, and of the best. */
  readonly byEvsi: number
  readonly bySd: number
  readonly bySpend: number
  readonly atRandom: number
  readonly best: number
}

/** The true orders of a world. */
const totalOf = (world: WorldScore) => sum(world.truth)

/** One method's summary over the worlds of one kind. */
export function summariseMethod(
  scenario: Scenario,
  worlds: readonly WorldScore[],
  method: Method,
  tests: boolean,
): MethodSummary {
  const own = worlds.map((world) => ({ world, score: scoreOf(world, method, tests) }))
  const channels = own.flatMap(({ world, score }) =>
    score.channels.map((estimate, c) => ({ estimate, truth: world.truth[c]! })),
  )
  const signed = own.map(({ world, score }) => score.total.mean / totalOf(world) - 1)
  const errors = own.map(({ world, score }) => channelErrors(world, score))
  return {
    ...scenario,
    method,
    tests,
    worlds: worlds.length,
    totalError: median(signed.map(Math.abs)),
    channelError: median(errors.map((of, i) => sum(of) / totalOf(worlds[i]!))),
    bias: median(signed),
    profitError: median(
      errors.map((of, i) => (sum(of) * worlds[i]!.contributionCents) / sum(worlds[i]!.spendCents)),
    ),
    coverage90: mean(channels.map(({ estimate, truth }) => covers(estimate, truth, 90))),
    coverage50: mean(channels.map(({ estimate, truth }) => covers(estimate, truth, 50))),
    totalCoverage90: mean(own.map(({ world, score }) => covers(score.total, totalOf(world), 90))),
    width90: median(channels.map(({ estimate: e, truth }) => (e.high90 - e.low90) / truth)),
    width50: median(channels.map(({ estimate: e, truth }) => (e.high50 - e.low50) / truth)),
    free: summarisePlans(own.map(({ score }) => score.free)),
    same: summarisePlans(own.map(({ score }) => score.same)),
  }
}

function summarisePlans(plans: readonly PlanScore[]): PlanSummary {
  const oracle = sum(plans.map((plan) => plan.oracle))
  const gains = plans.map(({ gain }) => gain)
  const acted = plans.map((plan) => (plan.advice === 'act' ? plan.gain : 0))
  const better = plans.filter((plan) => plan.oracle > 0)
  return {
    gain: sum(gains) / oracle,
    medianGain: median(better.map((plan) => plan.gain / plan.oracle)),
    worse: mean(gains.map((gain) => Number(gain < 0))),
    promised: sum(plans.map(({ expected }) => expected)) / sum(gains),
    prudent: sum(plans.map(({ prudent }) => prudent)) / sum(gains),
    actGain: sum(acted) / oracle,
    actWorse: mean(acted.map((gain) => Number(gain < 0))),
    acted: mean(plans.map(({ advice }) => Number(advice === 'act'))),
  }
}

/** Channels of one grade over all worlds that aren't harvesting. */
export function summariseGrade(
  worlds: readonly WorldScore[],
  grade: Grade,
  tests: boolean,
): GradeSummary {
  const channels = worlds.flatMap((world) =>
    scoreOf(world, 'fit', tests).channels.flatMap((estimate, c) => {
      if (estimate.grade !== grade) return []
      const truth = world.truth[c]!
      const pays = (orders: number) => orders * world.contributionCents > world.spendCents[c]!
      return [{ estimate, truth, wrong: pays(estimate.mean) !== pays(truth) }]
    }),
  )
  return {
    grade,
    tests,
    channels: channels.length,
    medianError: median(channels.map(({ estimate, truth }) => Math.abs(estimate.mean / truth - 1))),
    coverage90: mean(channels.map(({ estimate, truth }) => covers(estimate, truth, 90))),
    wrongVerdict: mean(channels.map(({ wrong }) => Number(wrong))),
  }
}

/** What tests were worth in the worlds of one plan where they were tried. */
export function summariseTests(plan: WorldPlan, worlds: readonly WorldScore[]): TestSummary {
  const values = worlds.map((world) => world.testValues)
  const all = values.flat()
  const picked = (by: (value: (typeof all)[number]) => number) =>
    mean(values.map((of) => of.reduce((a, b) => (by(b) > by(a) ? b : a)).realised))
  return {
    plan,
    worlds: worlds.length,
    evpi: mean(worlds.map(({ evpi }) => evpi)),
    leftToGain: mean(worlds.map(({ leftToGain }) => leftToGain)),
    evsi: mean(all.map(({ evsi }) => evsi)),
    realised: mean(all.map(({ realised }) => realised)),
    byEvsi: picked(({ evsi }) => evsi),
    bySd: picked(({ sd }) => sd),
    bySpend: picked(({ spend }) => spend),
    atRandom: mean(values.map((of) => mean(of.map(({ realised }) => realised)))),
    best: picked(({ realised }) => realised),
  }
}

function scoreOf({ methods }: WorldScore, method: Method, tests: boolean): MethodScore {
  return methods.find((score) => score.method === method && score.tests === tests)!
}

function channelErrors({ truth }: WorldScore, { channels }: MethodScore): number[] {
  return channels.map((estimate, c) => Math.abs(estimate.mean - truth[c]!))
}

function covers(estimate: Estimate, truth: number, percent: 50 | 90): number {
  const [low, high] =
    percent === 50 ? [estimate.low50, estimate.high50] : [estimate.low90, estimate.high90]
  return Number(truth >= low && truth <= high)
}

/** Middle of some numbers; NaN of none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const half = (sorted.length - 1) / 2
  return (sorted[Math.floor(half)]! + sorted[Math.ceil(half)]!) / 2
}
