import { InputError } from '../../errors.js'
import { roundHalfAway } from '../../money/round.js'
import { sum } from '../../numbers.js'
import type { ChannelSeries } from '../data.js'
import type { Responses } from '../plans/responses.js'
import { type WhatIf, whatIf } from '../plans/what-if.js'
import type { OrderValue } from '../value/order-value.js'
import { type BoundOptions, boundsOf } from './bounds.js'
import { type CertificateRow, certificateRows, certificateText } from './certificate.js'
import { meanCurves, type ValueCurve } from './curves.js'
import { pooledCurves } from './pooling.js'
import { type Problem, profitOf, spentBy } from './problem.js'
import { type Method, solve } from './solve.js'
import { type ResponseTables, responseTables } from './table.js'
import { planToTheCent } from './to-the-cent.js'

export interface OptimumOptions extends BoundOptions {
  /** 'free' finds the best total, 'same' keeps today's, a number (whole cents) sets it. Default 'free'. */
  readonly total?: 'free' | 'same' | number
  /** One multiple a channel, or one a channel and month. Default 'steady'. */
  readonly by?: 'steady' | 'month'
  /** A plan is recommended when it is better than today's with at least this probability. Default 0.8. */
  readonly actAbove?: number
  /** By channel id: whether data, a test or a declared value supports its figure (see `supportOf`). Default all. */
  readonly supported?: Readonly<Record<string, boolean>>
}

/** The best plan within the bounds, what it would change, and whether to act on it. */
export interface Optimum {
  /** By channel, whole cents a period. */
  readonly plan: readonly Float64Array[]
  readonly totalCents: number
  readonly effect: WhatIf
  /**
   * What to promise: the profit difference that pooled returns expect of the plan, whole cents. The mean of `effect`
   * is what the draws say; the plan was chosen because they say so, and chance had its part in that.
   */
  readonly prudentProfitCents: number
  /**
   * - `act`: the plan is better than today's with the declared probability, and what it moves rests on channels
   *   whose figures are supported
   * - `test`: it is better in expectation, but not as surely; today's plan stands until a test says more
   * - `unknown`: its figures are supported, but it is not sure enough, and no test is worth its cost either;
   *   {@link findOptimum} itself never says so, since it prices none
   * - `keep`: no plan is better than today's; the plan is today's
   */
  readonly advice: Advice
  /** Share of the money it moves that moves on channels whose figures nothing supports, 0 to 1. */
  readonly unsupportedShare: number
  readonly method: Method
  readonly certificate: readonly CertificateRow[]
  /** The certificate in words, channels by id. */
  readonly why: string
}

/** What is advised of a plan. */
export type Advice = 'act' | 'test' | 'unknown' | 'keep'

const ACT_ABOVE = 0.8
/** A plan that moves more than this share of its money on mere assumption is not acted on. */
export const UNSURE_SHARE = 0.2

/**
 * The plan with the largest mean profit over the draws: contribution of caused orders less spend, each channel a
 * multiple of its own history. A split of a fixed total rests on differences between channels alone, which chance
 * exaggerates, so there the returns are pooled first (see {@link pooledFactors}). Never worse than today's in expectation; memory is counted in full when the plan is
 * judged; a plan by month that is no better than the steady one gives way to it.
 *
 * @throws InputError on bounds or a total that can't be met
 */
export function findOptimum(
  responses: Responses,
  value: OrderValue,
  options: OptimumOptions = {},
): Optimum {
  const steady = bestPlan(responses, value, options, 'steady')
  if (options.by !== 'month') return steady
  const monthly = bestPlan(responses, value, options, 'month')
  return monthly.effect.profitCents.mean > steady.effect.profitCents.mean ? monthly : steady
}

function bestPlan(
  responses: Responses,
  value: OrderValue,
  options: OptimumOptions,
  by: 'steady' | 'month',
): Optimum {
  const { held, model } = responses
  const { data } = model
  const tables = responseTables(responses, value, by)
  const bounds = boundsOf(
    data.channels.map(({ id }) => id),
    options,
  )
  const curves = meanCurves(tables, held)
  const pooled = pooledCurves(curves, tables, held)
  const problem: Problem = {
    curves: (options.total ?? 'free') === 'free' ? curves : pooled,
    spend: tables.columns.map(({ spend }) => spend),
    low: tables.columns.map(({ channel }) => bounds[channel]!.low),
    high: tables.columns.map(({ channel }) => bounds[channel]!.high),
  }
  const total = totalOf(problem, options.total ?? 'free')
  const { multiples, method } = solve(problem, total)
  const totalCents = total ?? roundHalfAway(spentBy(problem, multiples))
  const history = data.channels.map(({ spend }) => spend)
  const monthOf = value.months.ofPeriod
  const plan = planToTheCent(totalCents, multiples, tables.columns, history, monthOf)
  const found = {
    problem,
    pooled,
    multiples,
    method,
    plan,
    totalCents,
    effect: whatIf(responses, plan, value),
  }
  return judged(responses, value, tables, found, options)
}

interface Found {
  readonly problem: Problem
  readonly pooled: readonly ValueCurve[]
  readonly multiples: readonly number[]
  readonly method: Method
  readonly plan: readonly Float64Array[]
  readonly totalCents: number
  readonly effect: WhatIf
}

/** Today's plan stands where the new one isn't better by more than a cent, if bounds and total allow it. */
function judged(
  responses: Responses,
  value: OrderValue,
  tables: ResponseTables,
  found: Found,
  { total = 'free', actAbove = ACT_ABOVE, supported = {} }: OptimumOptions,
): Optimum {
  const { channels } = responses.model.data
  const today = channels.map(({ spend }) => spend)
  const todayCents = tables.columns.reduce((sum, { spend }) => sum + spend, 0)
  const { low, high } = found.problem
  const allowed = typeof total !== 'number' && low.every((m, j) => m <= 1 && high[j]! >= 1)
  const keep = allowed && found.effect.profitCents.mean <= 1
  const multiples = keep ? found.multiples.map(() => 1) : found.multiples
  const names = tables.columns.map(({ channel, month }) => ({
    channel: channels[channel]!.id,
    ...(month !== undefined && { month: value.months.names[month]! }),
  }))
  const certificate = certificateRows(found.problem, multiples, names)
  const unsupportedShare = unsupportedMove(keep ? today : found.plan, channels, supported)
  const isSure = found.effect.pBetter >= actAbove && unsupportedShare <= UNSURE_SHARE
  const advice = keep ? 'keep' : isSure ? 'act' : 'test'
  return {
    plan: keep ? today : found.plan,
    totalCents: keep ? todayCents : found.totalCents,
    effect: keep ? whatIf(responses, today, value) : found.effect,
    prudentProfitCents: keep ? 0 : prudentProfit(found),
    advice,
    unsupportedShare,
    method: found.method,
    certificate,
    why: whyBest({ advice, certificate }),
  }
}

/**
 * Why no other plan within the bounds is better.
 *
 * @param nameOf a channel by its id; default the id
 */
export function whyBest(
  { advice, certificate }: Pick<Optimum, 'advice' | 'certificate'>,
  nameOf = (id: string): string => id,
): string {
  const marginal = certificateText(certificate, nameOf)
  return advice === 'keep'
    ? `No plan within the bounds is better than today's. ${marginal}`
    : marginal
}

/** Share of moved money, day by day and either way, on channels that nothing supports. */
function unsupportedMove(
  plan: readonly Float64Array[],
  channels: readonly ChannelSeries[],
  supported: Readonly<Record<string, boolean>>,
): number {
  const moved = channels.map(({ spend }, c) =>
    spend.reduce((total, cents, t) => total + Math.abs(plan[c]![t]! - cents), 0),
  )
  const unsure = moved.filter((_, c) => supported[channels[c]!.id] === false)
  const all = sum(moved)
  return all > 0 ? sum(unsure) / all : 0
}

/** Pooled returns' expectation of a plan against today's. */
function prudentProfit({ problem, pooled, multiples }: Found): number {
  const judge = { ...problem, curves: pooled }
  return roundHalfAway(
    profitOf(judge, multiples) -
      profitOf(
        judge,
        multiples.map(() => 1),
      ),
  )
}

function totalOf(problem: Problem, total: 'free' | 'same' | number): number | undefined {
  if (total === 'free') return undefined
  const { spend, low, high } = problem
  const cents = total === 'same' ? sum(spend) : total
  const [least, most] = [spentBy(problem, low), spentBy(problem, high)]
  if (!(Number.isSafeInteger(cents) && cents >= least && cents <= most)) {
    throw new InputError(
      `total: got ${cents} cents, allowed whole cents from ${Math.ceil(least)} to ${Math.floor(most)}: what the bounds of the channels leave.`,
    )
  }
  return cents
}
