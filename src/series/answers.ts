import { advised, gradesOf } from '../decisions/decide.js'
import type { Chance } from '../decisions/fit/chance.js'
import type { Fit } from '../decisions/fit/fitted.js'
import { supportOf } from '../decisions/fit/support.js'
import { findOptimum, type Optimum } from '../decisions/optimum/optimum.js'
import { channelReturns } from '../decisions/optimum/returns.js'
import { type WhatIf, whatIf } from '../decisions/plans/what-if.js'
import {
  type Experiment,
  type ExperimentOptions,
  rankExperiments,
} from '../decisions/sure/experiment.js'
import { type Range, rangeOf } from '../decisions/sure/quantiles.js'
import { causedOrders } from '../decisions/value/caused.js'
import { channelValues } from '../decisions/value/channel-value.js'
import { flatValue } from '../decisions/value/order-value.js'
import { InputError } from '../errors.js'
import { sum } from '../numbers.js'
import type { SeriesFit } from './fit.js'

/** What one channel of a series caused; ranges are 5% to 95%, spend in the file's money. */
export interface SeriesChannel {
  readonly channel: string
  readonly status: string
  readonly grade: string
  readonly spend: number
  /** Units of the outcome that it caused in the horizon. */
  readonly caused: Range
  /** Units of the outcome a unit of spend brought: in the mean, and the last one. */
  readonly returned: Range
  readonly marginal: Range
  /** Probability that it brought more than it cost; null where an outcome's worth is unknown. */
  readonly pPays: number | null
  readonly rHat: number
  /** By multiple of today's spend. */
  readonly curve: readonly {
    readonly multiple: number
    readonly spend: number
    readonly outcome: Range
  }[]
}

/** What a plan would change: its net effect in the unit of the answers, the rest in the file's units. */
export interface SeriesEffect {
  readonly spend: Readonly<Record<string, number>>
  readonly spendDifference: number
  readonly outcome: Range
  /** Money: worth of the outcome less spend. Outcome: its units less what the spend weighs in them. */
  readonly net: Range
  readonly pBetter: number
  /** Units of the outcome after the horizon, not counted above. */
  readonly tail: number
}

export interface SeriesOptimum extends SeriesEffect {
  readonly advice: Optimum['advice']
  /** What to promise of it, in the unit of the answers. */
  readonly prudentNet: number
  readonly multiples: Readonly<Record<string, number>>
  readonly why: string
}

export interface SeriesExperiment extends Omit<Experiment, 'evsiCents' | 'costCents' | 'netCents'> {
  /** A year's gain, cost and their difference, in the unit of the answers. */
  readonly evsi: number
  readonly cost: number
  readonly net: number
}

/** Channels of a series: what each caused, returned, and would bring at other spend. */
export function seriesChannels({ series, fit, responses, pricing }: SeriesFit): SeriesChannel[] {
  const { minorUnits } = series
  const values = channelValues(responses, pricing.value)
  const returns = channelReturns(responses, flatValue(pricing.value.months, 1))
  const none: Range = { low: 0, mean: 0, high: 0 }
  return values.map(({ channel, spendCents, orders, pPays }, c) => {
    const own = returns.find((row) => row.channel === channel)
    const { status, grade, rHat } = fit.channels[c]!
    return {
      channel,
      status,
      grade,
      spend: spendCents / minorUnits,
      caused: orders,
      returned: each(own?.roi ?? none, (ratio) => ratio * minorUnits),
      marginal: each(own?.marginalRoi ?? none, (ratio) => ratio * minorUnits),
      pPays: pricing.unit === 'money' ? pPays : null,
      rHat,
      curve: (own?.curve ?? []).map(({ multiple, spend, orders: outcome }) => ({
        multiple,
        spend: spend / minorUnits,
        outcome,
      })),
    }
  })
}

/** What all channels caused together, in units of the outcome; the mean is the sum of the channels'. */
export function seriesTotal({ responses, pricing }: SeriesFit): Range {
  const { orders } = causedOrders(responses, pricing.value)
  const { draws, channels } = responses.model.posterior
  const width = channels.length
  return rangeOf(
    Float64Array.from({ length: draws }, (_, d) =>
      sum(orders.subarray(d * width, (d + 1) * width)),
    ),
  )
}

/**
 * What a series would have brought with spend of some channels times a factor; 0 pauses one.
 *
 * @throws InputError on an unknown channel or a factor below 0
 */
export function seriesWhatIf(
  fitted: SeriesFit,
  factors: Readonly<Record<string, number>>,
): SeriesEffect {
  const { channels } = fitted.series.data
  const known = channels.map(({ id }) => id)
  for (const [channel, factor] of Object.entries(factors)) {
    if (!known.includes(channel)) {
      throw new InputError(`what-if: got the channel '${channel}', allowed ${known.join(', ')}.`)
    }
    if (!(factor >= 0 && Number.isFinite(factor))) {
      throw new InputError(`what-if: got the factor ${factor} of ${channel}, allowed numbers >= 0.`)
    }
  }
  const plan = channels.map(({ id, spend }) =>
    spend.map((minor) => Math.round(minor * (factors[id] ?? 1))),
  )
  return effectOf(fitted, plan, whatIf(fitted.responses, plan, fitted.pricing.value))
}

/**
 * The best plan of a series; 'free' where a unit of spend has a price, 'same' at today's total.
 *
 * @param total in the file's money; default 'free'
 * @throws InputError on a total that the bounds don't allow
 */
export function seriesOptimum(
  fitted: SeriesFit,
  total: 'free' | 'same' | number = 'free',
): SeriesOptimum {
  const { series, fit, responses, pricing, rules } = fitted
  const found = findOptimum(responses, pricing.value, {
    grades: gradesOf(fit),
    supported: supportOf(fit),
    ...rules,
    total: typeof total === 'number' ? Math.round(total * series.minorUnits) : total,
  })
  const best = found.advice === 'test' ? advised(found, ranked(fitted)) : found
  return {
    ...effectOf(fitted, best.plan, best.effect),
    advice: best.advice,
    prudentNet: pricing.inUnit(best.prudentProfitCents),
    multiples: Object.fromEntries(
      best.certificate.map(({ channel, multiple }) => [channel, multiple]),
    ),
    why: best.why,
  }
}

/**
 * Which experiment on a series is worth its price, best first.
 *
 * @throws InputError on a design out of range
 */
export function seriesExperiments(
  fitted: SeriesFit,
  options: Pick<ExperimentOptions, 'days' | 'shares'> = {},
) {
  const { pricing } = fitted
  const { experiments, promise, answer, evpiCents } = ranked(fitted, options)
  return {
    promise,
    answer,
    evpi: pricing.inUnit(evpiCents),
    experiments: experiments.map(
      ({ evsiCents, costCents, netCents, ...experiment }): SeriesExperiment => ({
        ...experiment,
        evsi: pricing.inUnit(evsiCents),
        cost: pricing.inUnit(costCents),
        net: pricing.inUnit(netCents),
      }),
    ),
  }
}

function ranked({ fit, responses, pricing, rules }: SeriesFit, options: ExperimentOptions = {}) {
  return rankExperiments(responses, pricing.value, {
    grades: gradesOf(fit),
    supported: supportOf(fit),
    notIdentified: rules.notIdentified,
    leastWorth: rules.leastWorth,
    seed: fit.options.seed,
    status: fit.trust.status,
    chance: chanceOfRegions(fit),
    ...options,
  })
}

function effectOf(
  { series, pricing }: SeriesFit,
  plan: readonly Float64Array[],
  effect: WhatIf,
): SeriesEffect {
  const { data, minorUnits } = series
  return {
    spend: Object.fromEntries(data.channels.map(({ id }, c) => [id, sum(plan[c]!) / minorUnits])),
    spendDifference: effect.spendDifferenceCents / minorUnits,
    outcome: effect.orders,
    net: each(effect.profitCents, pricing.inUnit),
    pBetter: effect.pBetter,
    tail: effect.tailOrders,
  }
}

function each({ low, mean, high }: Range, change: (value: number) => number): Range {
  return { low: change(low), mean: change(mean), high: change(high) }
}

/**
 * The chance that a test by region meets: a flat series doesn't tell which part of a period's shock all regions
 * share, so all of it counts.
 */
function chanceOfRegions({ chance, expected, baseline }: Fit): Chance {
  const shocks = sum(baseline.map((level) => (chance.shock * level) ** 2))
  return { ...chance, phi: chance.phi + shocks / sum(expected), shock: 0 }
}
