import type { Assumptions } from '../assumptions/index.js'
import type { Grade } from './data.js'
import { fitOrders } from './fit/fit.js'
import type { Fit } from './fit/fitted.js'
import type { Beliefs, PriorKind } from './fit/prior.js'
import { supportOf } from './fit/support.js'
import type { Bound } from './optimum/bounds.js'
import { findOptimum, type Optimum, UNSURE_SHARE } from './optimum/optimum.js'
import { type ChannelReturns, channelReturns } from './optimum/returns.js'
import { prepareResponses, type Responses } from './plans/responses.js'
import { type WhatIf, whatIf } from './plans/what-if.js'
import type { DecisionRun } from './read-run.js'
import { type Experiments, rankExperiments } from './sure/experiment.js'
import { causedOrders } from './value/caused.js'
import { type ChannelValue, channelValues } from './value/channel-value.js'

export interface DecideOptions extends Rules {
  readonly prior: PriorKind
  /** Integer, 0 to 2^31 - 1. */
  readonly seed: number
  readonly progress?: (message: string) => void
}

/** Everything that the decisions of a run are told from. */
export interface Decisions {
  readonly run: DecisionRun
  readonly fit: Fit
  readonly responses: Responses
  readonly values: readonly ChannelValue[]
  readonly returns: readonly ChannelReturns[]
  /** By channel: mean orders that it caused, a day. */
  readonly causedDaily: readonly Float64Array[]
  readonly today: WhatIf
  readonly bestTotal: Optimum
  readonly bestSplit: Optimum
  readonly experiments: Experiments
}

/** Fits, values, optimises and prices experiments, in this order. */
export function decide(run: DecisionRun, options: DecideOptions): Decisions {
  const { prior, seed, actAbove, notIdentified, leastWorth, beliefs } = options
  const { progress = () => {} } = options
  const { data, value } = run
  progress('fitting what marketing caused')
  const fit = fitOrders(data, { prior, seed, beliefs, acceptAssumed: true })
  const responses = prepareResponses(fit)
  progress('looking for the best plan')
  const grades = gradesOf(fit)
  const supported = supportOf(fit)
  const optimum = { grades, notIdentified, actAbove, supported }
  progress('pricing experiments')
  const experiments = rankExperiments(responses, value, {
    grades,
    supported,
    notIdentified,
    leastWorth,
    seed,
    status: fit.trust.status,
    chance: fit.chance,
    temper: beliefs.temper,
  })
  return {
    run,
    fit,
    responses,
    values: channelValues(responses, value),
    returns: channelReturns(responses, value),
    causedDaily: causedOrders(responses, value).meanDaily,
    today: whatIf(
      responses,
      data.channels.map(({ spend }) => spend),
      value,
    ),
    bestTotal: advised(findOptimum(responses, value, { ...optimum, total: 'free' }), experiments),
    bestSplit: advised(findOptimum(responses, value, { ...optimum, total: 'same' }), experiments),
    experiments,
  }
}

/**
 * The optimum with its last word: where nobody knows enough to act and no test is worth its cost, that is said. What
 * a test is worth is reckoned from the assumptions, so where nothing supports them a test is what is needed.
 */
export function advised(optimum: Optimum, { best }: Pick<Experiments, 'best'>): Optimum {
  const isSupported = optimum.unsupportedShare <= UNSURE_SHARE
  return optimum.advice === 'test' && isSupported && !best
    ? { ...optimum, advice: 'unknown' }
    : optimum
}

/** What is declared of acting on a plan. */
export interface Rules {
  /** A plan is recommended when it is better than today's with at least this probability. */
  readonly actAbove: number
  /** How far channels that are not identified may move, as multiples of today. */
  readonly notIdentified: Bound
  /** Share of a year's spend above which a test's net value is worth its trouble. */
  readonly leastWorth: number
  readonly beliefs: Beliefs
}

/** The declared rules of acting. */
export function rulesOf({ assumptions }: { readonly assumptions: Assumptions }): Rules {
  const change = assumptions.number('decisions.max_change_bps') / 10_000
  return {
    actAbove: assumptions.number('decisions.act_above_bps') / 10_000,
    notIdentified: { low: 1 - change, high: 1 + change },
    leastWorth: assumptions.number('decisions.least_test_worth_bps') / 10_000,
    beliefs: {
      attributedWeight: assumptions.number('decisions.prior_attributed_weight'),
      evenWeight: assumptions.number('decisions.prior_even_weight'),
      temper: assumptions.number('decisions.temper'),
    },
  }
}

/** The grade of every channel by id. */
export function gradesOf(fit: Fit): Readonly<Record<string, Grade>> {
  return Object.fromEntries(fit.channels.map(({ channel, grade }) => [channel, grade]))
}
