import { InputError } from '../errors.js'
import type { SpendPlan } from '../market/index.js'
import { dayOf } from '../time/calendar.js'
import type { DecisionData, LiftTest, PlanStatus } from './data.js'
import { advised, gradesOf, type Rules, rulesOf } from './decide.js'
import { fitOrders, refit } from './fit/fit.js'
import type { Fit, FittedChannel } from './fit/fitted.js'
import type { PriorKind } from './fit/prior.js'
import { supportOf } from './fit/support.js'
import { findOptimum, type Optimum, type OptimumOptions } from './optimum/optimum.js'
import { type ChannelReturns, channelReturns } from './optimum/returns.js'
import { prepareResponses, type Responses } from './plans/responses.js'
import { type WhatIf, whatIf } from './plans/what-if.js'
import type { DecisionSource } from './read-data.js'
import { type DecisionRun, readDecisions } from './read-run.js'
import { type ExperimentOptions, type Experiments, rankExperiments } from './sure/experiment.js'
import { type ChannelValue, channelValues } from './value/channel-value.js'
import { orderValue } from './value/order-value.js'

export interface RunFitOptions {
  /** What media are to explain. Default orders. */
  readonly outcome?: 'orders' | 'new_customers'
  /** Prior of channels without a declared incrementality. Default assumption `decisions.prior`. */
  readonly prior?: PriorKind
  /** In place of the tests that came with the data. */
  readonly liftTests?: readonly LiftTest[]
  /** Answer from declared values where spend is assumed, instead of refusing. Default false. */
  readonly acceptAssumed?: boolean
}

/** A run whose marketing is understood as far as its data tell: put plans and questions to it. */
export class RunFit {
  readonly fit: Fit
  readonly #run: DecisionRun
  readonly #rules: Rules
  #prepared: Responses | undefined

  /** Use {@link fitRun}. */
  constructor(run: DecisionRun, fit: Fit, rules: Rules) {
    this.fit = fit
    this.#run = run
    this.#rules = rules
  }

  /** What may be learned from this data at all. */
  get status(): PlanStatus {
    return this.fit.trust.status
  }

  /** What each channel caused, in orders of the horizon, and how exact that is. */
  get channels(): readonly FittedChannel[] {
    return this.fit.channels
  }

  /** What a reader must know before using the figures. */
  get warnings(): readonly string[] {
    return this.fit.warnings
  }

  /** The same days with one more lift test: only the posterior is drawn anew. */
  addLiftTest(test: LiftTest): RunFit {
    const fit = refit(this.fit, { liftTests: [...this.fit.data.liftTests, test] })
    return new RunFit(this.#run, fit, this.#rules)
  }

  /** What each channel's orders were worth. */
  values(): ChannelValue[] {
    return channelValues(this.#responses, this.#run.value)
  }

  /** Returns and response curves. */
  returns(): ChannelReturns[] {
    return channelReturns(this.#responses, this.#run.value)
  }

  /**
   * What another plan would have brought, against history; the plan of history changes exactly 0.
   *
   * @throws InputError when the plan lacks a channel of the fit
   */
  whatIf(plan: SpendPlan): WhatIf {
    return whatIf(this.#responses, spendOf(plan, this.fit.data), this.#run.value)
  }

  /**
   * The plan with the largest mean profit, and whether to act on it.
   *
   * @throws InputError on bounds or a total that can't be met
   */
  optimum(options: OptimumOptions = {}): Optimum {
    const optimum = findOptimum(this.#responses, this.#run.value, {
      grades: gradesOf(this.fit),
      supported: supportOf(this.fit),
      ...this.#rules,
      ...options,
    })
    return optimum.advice === 'test' ? advised(optimum, this.experiments()) : optimum
  }

  /** Which experiment is worth its price. */
  experiments(options: ExperimentOptions = {}): Experiments {
    return rankExperiments(this.#responses, this.#run.value, {
      grades: gradesOf(this.fit),
      supported: supportOf(this.fit),
      notIdentified: this.#rules.notIdentified,
      leastWorth: this.#rules.leastWorth,
      seed: this.fit.options.seed,
      status: this.status,
      chance: this.fit.chance,
      temper: this.#rules.beliefs.temper,
      ...options,
    })
  }

  get #responses(): Responses {
    this.#prepared ??= prepareResponses(this.fit)
    return this.#prepared
  }
}

/**
 * Fits a run that has gone through finance.
 *
 * @throws InputError where spend is assumed and no lift test tells anything (unless accepted), on
 *   too few days, on a lift test that cannot be used
 */
export async function fitRun(
  source: DecisionSource & { readonly seed: number },
  options: RunFitOptions = {},
): Promise<RunFit> {
  const run = forOutcome(await readDecisions(source), options.outcome)
  return new RunFit(run, fitOf(run, source, options), rulesOf(source))
}

/** Where media are to explain new customers, each of them is one: the declared repeat value counts in full. */
function forOutcome(run: DecisionRun, outcome: RunFitOptions['outcome']): DecisionRun {
  if (outcome !== 'new_customers') return run
  const monthly = { ...run.monthly, newCustomers: run.monthly.orders }
  return { ...run, monthly, value: orderValue(run.value.months, monthly) }
}

/** The fit of what was read of a run. */
export function fitOf(
  run: DecisionRun,
  source: Pick<DecisionSource, 'assumptions'> & { readonly seed: number },
  options: RunFitOptions,
): Fit {
  const { prior = source.assumptions.text('decisions.prior') as PriorKind } = options
  const { liftTests = run.data.liftTests, outcome = 'orders', acceptAssumed = false } = options
  const { beliefs } = rulesOf(source)
  return fitOrders(
    { ...run.data, liftTests },
    { prior, outcome, acceptAssumed, seed: source.seed, beliefs },
  )
}

/** A plan's cents by channel of the fit, a day each. */
function spendOf(plan: SpendPlan, data: DecisionData): Float64Array[] {
  const { channel, date, spend_cents } = plan.columns()
  const spend = data.channels.map(({ spend: history }) => new Float64Array(history.length))
  const at = new Map(data.channels.map(({ id }, c) => [id, c]))
  for (const id of at.keys()) {
    if (plan.channels.includes(id)) continue
    throw new InputError(
      `plan: has no channel ${id}, allowed plans of ${[...at.keys()].join(', ')}.`,
    )
  }
  for (const [i, id] of channel.entries()) {
    const t = dayOf(date[i]!) - data.firstDay
    const c = at.get(id)
    if (c !== undefined && t >= 0 && t < data.orders.length) spend[c]![t] = spend_cents[i]!
  }
  return spend
}
