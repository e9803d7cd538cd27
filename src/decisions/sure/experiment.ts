import { InputError } from '../../errors.js'
import { sum } from '../../numbers.js'
import { KeyedStream } from '../../random/stream.js'
import type { PlanStatus } from '../data.js'
import type { Chance } from '../fit/chance.js'
import { type BoundOptions, boundsOf } from '../optimum/bounds.js'
import { responseTables } from '../optimum/table.js'
import type { Responses } from '../plans/responses.js'
import { daysPerPeriod } from '../value/months.js'
import type { OrderValue } from '../value/order-value.js'
import { type Design, holdoutDesign, JITTER_DAYS, jitterDesign } from './designs.js'
import { drawnTogether } from './drawn-together.js'
import { nextExperiment } from './next-experiment.js'
import { evenlyPicked, type ProfitDraws, perfectInformation, profitDraws } from './profit-draws.js'
import { sampleInformation } from './sample-information.js'

export interface ExperimentOptions extends BoundOptions {
  /** Lengths of holdouts offered. Default 28, 42 and 56 days. */
  readonly days?: readonly number[]
  /** Shares of the market held out. Default .25 and .5. */
  readonly shares?: readonly number[]
  /** Whether weekly jitter of the running plan is offered. Default true. */
  readonly jitter?: boolean
  /** How the plan was made: where the series informs already, a value is an upper limit. */
  readonly status?: PlanStatus
  readonly chance?: Chance
  /** What a day of the series counts, above 0 and up to 1. Default as usual. */
  readonly temper?: number
  /** A test is worth it above this share of a year's spend, >= 0. Default 0. */
  readonly leastWorth?: number
  /** By channel: whether something supports its figure. Default: all are. */
  readonly supported?: Readonly<Record<string, boolean>>
  /** Default 1. */
  readonly seed?: number
}

/** One experiment priced: a year of better profit against what running it costs. */
export interface Experiment {
  readonly design: 'holdout' | 'jitter'
  readonly channel: string
  readonly days: number
  /** Share of the market held out; 1 for jitter. */
  readonly share: number
  /** Of the lift, in orders of the whole market; for jitter, of orders a period. */
  readonly standardError: number
  /** Expected gain of a year's profit from choosing with its result, >= 0. */
  readonly evsiCents: number
  /** Negative where running it saves money. */
  readonly costCents: number
  /**
   * Value less cost. What it saves isn't counted: pausing a channel that doesn't pay needs no test.
   */
  readonly netCents: number
  /** Whether the net value is more than a trifle beside a year's spend. */
  readonly isWorthIt: boolean
  /** 1 is the most net value. */
  readonly rank: number
}

export interface Experiments {
  /** What perfect knowledge would add to a year's profit: no experiment is worth more. */
  readonly evpiCents: number
  /** All designs, best net value first. */
  readonly experiments: readonly Experiment[]
  /**
   * `expected` where nothing but tests tells what a channel causes: there a test is valued by draws that are
   * {@link drawnTogether}; `at_most` where the series informs already: there these figures were measured to promise too
   * much.
   */
  readonly promise: 'expected' | 'at_most'
  /** The best experiment, or undefined: no test is worth its cost. */
  readonly best: Experiment | undefined
  /**
   * What to measure first: the best, or where none is worth its cost the one whose result would be worth most; where no
   * result would change the plan, the cheapest holdout of the channel that spends most, to check what is assumed of it.
   */
  readonly first: Experiment | undefined
  /** Channels whose figures nothing supports: what their tests are worth is as unsure. */
  readonly unsupported: readonly string[]
  /** Which to run, channels by id. */
  readonly answer: string
}

const DRAWS = 1000
const OUTCOMES = 40
const DAYS_A_YEAR = 365

/**
 * Which experiment is worth its price: every channel's holdouts and jitter, by the value of what they would tell
 * about the best plan of any total, less what they cost.
 *
 * @throws InputError on a design out of range
 */
export function rankExperiments(
  responses: Responses,
  value: OrderValue,
  options: ExperimentOptions = {},
): Experiments {
  checkDesigns(options, responses)
  const { data, posterior } = responses.model
  const { seed = 1, chance, temper, leastWorth = 0, supported = {} } = options
  const ids = data.channels.map(({ id }) => id)
  const picked = evenlyPicked(posterior.draws, DRAWS)
  const bounds = boundsOf(ids, options)
  const tables = responseTables(responses, value)
  const wide = profitDraws(tables, responses.held, bounds, picked)
  const promise = promiseOf(options.status)
  const valued = promise === 'expected' ? asTurnsOut(responses) : responses
  const profits = valued === responses ? wide : profitDraws(tables, valued.held, bounds, picked)
  const years = (data.orders.length * daysPerPeriod(data.grain)) / DAYS_A_YEAR
  const spent = sum(data.channels.map(({ spend }) => sum(spend))) / years
  const perfect = perfectInformation(wide)
  const priced = ids.flatMap((_, channel) => {
    const input = {
      responses: valued,
      value,
      channel,
      picked,
      ...(chance && { chance }),
      ...(temper && { temper }),
    }
    return offered(options).map(({ design, days, share }) => {
      const made =
        design === 'jitter' ? jitterDesign(input, seed) : holdoutDesign(input, { days, share })
      return priceOf(
        made,
        { design, days, share, channel: ids[channel]! },
        { profits, perfect, years, seed },
      )
    })
  })
  const ranked = priced
    .sort((a, b) => b.netCents - a.netCents)
    .map((experiment, i) => ({
      ...experiment,
      isWorthIt: experiment.netCents > leastWorth * spent && experiment.evsiCents > 0,
      rank: i + 1,
    }))
  const best = ranked.find(({ isWorthIt }) => isWorthIt)
  const first = best ?? checkOf(ranked, (id) => sum(data.channels[ids.indexOf(id)]!.spend))
  const told = { promise, best, first, unsupported: ids.filter((id) => supported[id] === false) }
  return {
    evpiCents: perfect / years,
    experiments: ranked,
    ...told,
    answer: nextExperiment(told),
  }
}

/** The same responses, their draws where truth is to be expected: an upper limit is reckoned from all that is possible. */
function asTurnsOut(responses: Responses): Responses {
  const { model } = responses
  const tested = new Set(model.data.liftTests.map(({ channel }) => channel))
  return {
    ...responses,
    model: { ...model, posterior: drawnTogether(model.posterior, tested) },
    held: drawnTogether(responses.held, tested),
  }
}

type Offer = Pick<Experiment, 'design' | 'days' | 'share'>

function offered({ days = [28, 42, 56], shares = [0.25, 0.5], jitter = true }: ExperimentOptions) {
  const holdouts = days.flatMap((length) =>
    shares.map((share): Offer => ({ design: 'holdout', days: length, share })),
  )
  const jitters: Offer[] = jitter ? [{ design: 'jitter', days: JITTER_DAYS, share: 1 }] : []
  return [...holdouts, ...jitters]
}

/** What an experiment is worth and costs; being estimated from draws, held to what knowing all would add. */
function priceOf(
  made: Design,
  offer: Offer & { readonly channel: string },
  {
    profits,
    perfect,
    years,
    seed,
  }: Record<'perfect' | 'years' | 'seed', number> & {
    readonly profits: ProfitDraws
  },
): Omit<Experiment, 'rank' | 'isWorthIt'> {
  const purpose = `${offer.design} ${offer.days} ${offer.share}`
  const luck = new KeyedStream({ seed, channel: offer.channel, purpose })
  const gain =
    made.standardError === Infinity ? 0 : sampleInformation(profits, made, OUTCOMES, luck)
  const evsiCents = Math.min(gain, perfect) / years
  return {
    ...offer,
    standardError: made.standardError,
    evsiCents,
    costCents: made.costCents,
    netCents: evsiCents - Math.max(0, made.costCents),
  }
}

function checkOf(
  ranked: readonly Experiment[],
  spendOf: (channel: string) => number,
): Experiment | undefined {
  const holdouts = ranked.filter(({ design }) => design === 'holdout')
  const from = holdouts.length > 0 ? holdouts : ranked
  return [...from].sort(
    (a, b) =>
      b.evsiCents - a.evsiCents ||
      spendOf(b.channel) - spendOf(a.channel) ||
      a.costCents - b.costCents ||
      a.rank - b.rank,
  )[0]
}

function promiseOf(status: PlanStatus | undefined): Experiments['promise'] {
  return status === 'own' || status === 'follows_past_orders' ? 'at_most' : 'expected'
}

function checkDesigns({ days = [], shares = [] }: ExperimentOptions, responses: Responses): void {
  const { grain, orders } = responses.model.data
  const most = orders.length * daysPerPeriod(grain)
  for (const length of days) {
    if (Number.isInteger(length) && length >= 7 && length <= most) continue
    throw new InputError(`days: got ${length}, allowed whole numbers from 7 to ${most}.`)
  }
  for (const share of shares) {
    if (share > 0 && share < 1) continue
    throw new InputError(`share: got ${share}, allowed numbers above 0 and below 1. Half is 0.5.`)
  }
}
