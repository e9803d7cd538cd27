import type { CausalModel, Grade } from '../../decisions/data.js'
import { findOptimum, type Optimum } from '../../decisions/optimum/optimum.js'
import { prepareResponses } from '../../decisions/plans/responses.js'
import { meanOf, quantile } from '../../decisions/sure/quantiles.js'
import { monthsOf } from '../../decisions/value/months.js'
import { flatValue, type OrderValue } from '../../decisions/value/order-value.js'
import { sum } from '../../numbers.js'
import type { Oracle, World } from '../worlds/index.js'
import type { Estimate, Method, MethodScore, PlanScore } from './scores.js'

/** What was said of a world, with the world that it was said of. */
export interface Case {
  readonly world: World
  readonly oracle: Oracle
  readonly model: CausalModel
}

/** Bounds of every plan in the truth test: 0 to twice today, whatever the grade. */
const BOUNDS = { low: 0, high: 2 }

/** Scores a model against the truth: its estimates, its best plan, and its best split of today's total. */
export function judge(
  { world, oracle, model }: Case,
  method: Method,
  tests: boolean,
  grades?: readonly Grade[],
): MethodScore {
  const count = model.data.channels.length
  const periods = model.data.orders.length
  const { incremental, draws } = model.posterior
  const ofChannel = (c: number) =>
    new Float64Array(draws).map((_, d) => incremental[d * count + c]! * periods)
  const total = new Float64Array(draws).map((_, d) => {
    let sum = 0
    for (let c = 0; c < count; c++) sum += incremental[d * count + c]! * periods
    return sum
  })
  const responses = prepareResponses(model)
  const value = orderValueOf(world, model)
  const plan = (kind: 'free' | 'same') =>
    planScore(
      oracle,
      findOptimum(responses, value, { total: kind, bounds: boundsFor(model) }),
      kind,
    )
  return {
    method,
    tests,
    channels: model.data.channels.map((_, c) => ({
      ...estimateOf(ofChannel(c)),
      ...(grades && { grade: grades[c]! }),
    })),
    total: estimateOf(total),
    free: plan('free'),
    same: plan('same'),
  }
}

/** The best plan of a model as multiples of today's spend. */
export function bestMultiples(world: World, model: CausalModel): number[] {
  const bounds = boundsFor(model)
  const found = findOptimum(prepareResponses(model), orderValueOf(world, model), { bounds })
  return found.certificate.map(({ multiple }) => multiple)
}

/** Each order is worth the world's contribution. */
export function orderValueOf(world: World, { data }: CausalModel): OrderValue {
  return flatValue(monthsOf(data), world.truth.contributionCents)
}

/** Bounds of the truth test by channel. */
export function boundsFor({ data }: CausalModel) {
  return Object.fromEntries(data.channels.map(({ id }) => [id, BOUNDS]))
}

/** What was spent in the horizon, cents. */
export function spentCents({ data }: Pick<CausalModel, 'data'>): number[] {
  return data.channels.map(({ spend }) => sum(spend))
}

function planScore(
  oracle: Oracle,
  { certificate, effect, advice, prudentProfitCents }: Optimum,
  kind: 'free' | 'same',
): PlanScore {
  const spent = oracle.spentCents
  const multiples = certificate.map(({ multiple }) => multiple)
  const best = kind === 'free' ? oracle.best : oracle.sameTotal
  return {
    gain: oracle.gainCents(multiples) / spent,
    oracle: oracle.gainCents(best) / spent,
    expected: effect.profitCents.mean / spent,
    prudent: prudentProfitCents / spent,
    pBetter: effect.pBetter,
    advice,
  }
}

function estimateOf(draws: Float64Array): Estimate {
  const sorted = Float64Array.from(draws).sort()
  return {
    mean: meanOf(draws),
    low50: quantile(sorted, 0.25),
    high50: quantile(sorted, 0.75),
    low90: quantile(sorted, 0.05),
    high90: quantile(sorted, 0.95),
  }
}
