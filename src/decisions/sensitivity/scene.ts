import type { Assumptions } from '../../assumptions/index.js'
import { mean, sum } from '../../numbers.js'
import type { DecisionData } from '../data.js'
import { gradesOf, rulesOf } from '../decide.js'
import { conclude } from '../fit/conclude.js'
import { fitOrders } from '../fit/fit.js'
import type { Fit, FitOptions } from '../fit/fitted.js'
import type { PriorKind } from '../fit/prior.js'
import { supportOf } from '../fit/support.js'
import { findOptimum, UNSURE_SHARE } from '../optimum/optimum.js'
import { prepareResponses, type Responses } from '../plans/responses.js'
import type { DecisionRun } from '../read-run.js'
import { declared } from '../read-run.js'
import { channelValues } from '../value/channel-value.js'
import { type OrderValue, orderValue } from '../value/order-value.js'
import type { RateEffect } from './profit-rates.js'
import type { Replay } from './replay.js'

/** What decisions come to in one scene. */
export interface SceneAnswer {
  /** Expected profit of the best plan over today's, cents. */
  readonly planCents: number
  readonly pBetter: number
  /** At least 0 where the plan is recommended, below 0 where it is not. */
  readonly actMargin: number
  /** Expected profit of what each channel caused, less its spend, cents. */
  readonly paysCents: readonly number[]
}

/** Everything that decisions rest on, as it stands in a run. */
export interface Standing extends Decided {
  readonly assumptions: Assumptions
  readonly replay: Replay
  readonly responses: Responses
  /** The decisions as they stand. */
  readonly answer: SceneAnswer
}

/** A run and its fit. */
export interface Decided {
  readonly run: DecisionRun
  readonly fit: Fit
}

/** What scenes are compared with. */
export function standingOf(
  { run, fit }: Decided,
  as: Pick<Standing, 'assumptions' | 'replay'>,
): Standing {
  const responses = prepareResponses(fit)
  const answer = answerOf({ fit, responses, value: run.value }, supportOf(fit), fit, as.assumptions)
  return { run, fit, ...as, responses, answer }
}

/**
 * What a scene touches: the market and attribution, and the fit with them; what is believed before the fit; or only
 * what is made of the fit, in money and rules.
 */
export type Touched = 'marketing' | 'beliefs' | 'money'

/** How one scene differs from the run. */
export interface Scene {
  readonly touches: Touched
  readonly assumptions: Assumptions
  readonly replay: Replay
  /** What rates of finance add to what stands. */
  readonly changes: readonly RateEffect[]
  /** A channel whose cause is taken as known: orders placed over the horizon. */
  readonly known?: { readonly channel: number; readonly orders: number }
}

/**
 * The decisions of one scene: fitted again as far as the scene touches the fit. Where it changes nothing but the
 * clicks that spend brings and the orders that attribution gives, decisions stand: these only scale the prior of
 * what a channel causes, and that is varied as a whole.
 */
export function decideScene(standing: Standing, scene: Scene): SceneAnswer {
  const { touches, replay } = scene
  if (touches === 'marketing' && !spendsOtherwise(standing.replay, replay)) return standing.answer
  const { run } = standing
  const fit = knowing(fitScene(standing, scene), scene.known)
  const value = valueScene(run, scene.changes)
  const responses = fit === standing.fit ? standing.responses : prepareResponses(fit)
  const supported = supportScene(standing.fit, scene.known)
  return answerOf({ fit, responses, value }, supported, standing.fit, scene.assumptions)
}

interface Told {
  readonly fit: Fit
  readonly responses: Responses
  readonly value: OrderValue
}

function answerOf(
  { responses, value }: Told,
  supported: Readonly<Record<string, boolean>>,
  graded: Fit,
  assumptions: Assumptions,
): SceneAnswer {
  const rules = rulesOf({ assumptions })
  const { effect, advice, unsupportedShare } = findOptimum(responses, value, {
    grades: gradesOf(graded),
    supported,
    ...rules,
  })
  return {
    planCents: effect.profitCents.mean,
    pBetter: effect.pBetter,
    actMargin:
      advice === 'keep'
        ? -1
        : Math.min(effect.pBetter - rules.actAbove, UNSURE_SHARE - unsupportedShare),
    paysCents: channelValues(responses, value).map(({ profitCents }) => profitCents.mean),
  }
}

/** A channel whose cause is known needs no other support. */
function supportScene(fit: Fit, known: Scene['known']): Readonly<Record<string, boolean>> {
  const own = known && { [fit.channels[known.channel]!.channel]: true }
  return { ...supportOf(fit), ...own }
}

function spendsOtherwise(before: Replay, now: Replay): boolean {
  return now.channels.some(({ spendCents }, c) => !same(spendCents, before.channels[c]!.spendCents))
}

function fitScene({ run, fit, replay }: Standing, scene: Scene): Fit {
  if (scene.touches === 'money') return fit
  const options: Required<FitOptions> = {
    ...fit.options,
    beliefs: rulesOf(scene).beliefs,
    prior: scene.assumptions.text('decisions.prior') as PriorKind,
  }
  const data = declared(withMarketing(run.data, replay, scene.replay), scene.assumptions)
  const touched = data.channels.some(({ spend, impressions, capacity }, c) => {
    const before = run.data.channels[c]!
    return (
      !same(spend, before.spend) ||
      !same(impressions, before.impressions) ||
      !same(capacity, before.capacity)
    )
  })
  return touched ? fitOrders(data, options) : conclude(data, options, fit.prepared)
}

/** The data as the replay has it: attributed orders; spend and audience where the model assumes them. */
function withMarketing(data: DecisionData, before: Replay, now: Replay): DecisionData {
  if (before === now) return data
  const from = data.firstDay - now.firstDay
  const within = (series: Float64Array) => series.slice(from, from + data.orders.length)
  return {
    ...data,
    channels: data.channels.map((channel) => {
      const replayed = now.channels.find(({ id }) => id === channel.id)!
      const attributedOrders = within(replayed.attributed)
      if (channel.capacity === undefined) return { ...channel, attributedOrders }
      return {
        ...channel,
        attributedOrders,
        spend: within(replayed.spendCents),
        spendBefore: replayed.spendCents.slice(0, from),
        impressions: within(replayed.impressions),
        impressionsBefore: replayed.impressions.slice(0, from),
        capacity: within(replayed.capacity),
      }
    }),
  }
}

/** The fit with one channel's cause known: the b that places so many orders, by what the fit's own b placed. */
function knowing(fit: Fit, known: Scene['known']): Fit {
  if (known === undefined) return fit
  const { incremental, channels } = fit.posterior
  const drawn = mean(incremental.filter((_, i) => i % channels.length === known.channel))
  const placed = fit.channels[known.channel]!.incremental.mean
  const b = placed > 0 ? (known.orders * drawn) / placed : known.orders / fit.data.orders.length
  const held = incremental.map((drawn, i) => (i % channels.length === known.channel ? b : drawn))
  return { ...fit, posterior: { ...fit.posterior, incremental: held } }
}

function valueScene({ value, monthly }: DecisionRun, changes: readonly RateEffect[]) {
  const added = changes.filter(({ withOrders }) => withOrders)
  if (added.length === 0) return value
  const contributionCents = value.months.names.map((name, m) => {
    const own = added.filter(({ month }) => month === name)
    return monthly.contributionCents[m]! + sum(own.map(({ cents }) => cents))
  })
  return orderValue(value.months, { ...monthly, contributionCents })
}

function same(a: Float64Array | undefined, b: Float64Array | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && a.every((x, i) => x === b[i]))
}
