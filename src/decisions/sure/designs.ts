import { sum } from '../../numbers.js'
import { normal } from '../../random/distributions.js'
import { KeyedStream } from '../../random/stream.js'
import { type Chance, errorModel, usualChance } from '../fit/chance.js'
import { usualBeliefs } from '../fit/prior.js'
import { whitener } from '../fit/whiten.js'
import { columnsWithTail, type Responses } from '../plans/responses.js'
import { daysPerPeriod } from '../value/months.js'
import type { OrderValue } from '../value/order-value.js'
import { meanOf } from './quantiles.js'
import type { Signal } from './sample-information.js'

/** What a design would show, and what running it would cost. */
export interface Design extends Signal {
  /** Expected loss while it runs and from its memory afterwards, cents; negative where it saves money. */
  readonly costCents: number
}

export interface DesignInput {
  readonly responses: Responses
  readonly value: OrderValue
  /** Index of the channel. */
  readonly channel: number
  /** Draws that the signal is predicted for. */
  readonly picked: Int32Array
  /** How orders vary, as fitted. Default what is usual. */
  readonly chance?: Chance
  /** What the fit makes of a day's information. Default as usual. */
  readonly temper?: number
}

export interface Holdout {
  readonly days: number
  /** Share of the market whose advertising stops, above 0 and below 1. */
  readonly share: number
}

/** Imperfectly matched regions widen the error of a geo test by this factor. */
const GEO_FACTOR = 1.3
/** A jitter's weekly factors have this sd in logs. */
const JITTER_SD = 0.3
export const JITTER_DAYS = 182

/**
 * A geo holdout at the end of the horizon: a share of the market sees no advertising of the channel. Its error in
 * orders of the whole market is geo^2 phi n (1/share + 1/(1 - share)), n the window's expected orders.
 */
export function holdoutDesign(input: DesignInput, { days, share }: Holdout): Design {
  const { responses, channel, chance = usualChance } = input
  const first = firstOf(responses, days)
  const { expected, data } = responses.model
  const variance = chance.phi * sum(expected.subarray(first)) * (1 / share + 1 / (1 - share))
  const { spend } = data.channels[channel]!
  const paused = lossOf(
    input,
    first,
    spend.map((amount, t) => (t < first ? amount : 0)),
  )
  return {
    predicted: paused.orders,
    standardError: GEO_FACTOR * Math.sqrt(variance),
    costCents: share * (paused.cents - sum(spend.subarray(first))),
  }
}

/**
 * The running plan with weekly factors of chance for half a year, its total kept: each week's surprise tells what
 * the channel causes. The error of b is that of a regression on the surprises, whitened for unseen demand.
 */
export function jitterDesign(input: DesignInput, seed: number): Design {
  const { responses, channel, picked, chance = usualChance } = input
  const { temper = usualBeliefs.temper } = input
  const { expected } = responses.model
  const first = firstOf(responses, JITTER_DAYS)
  const loss = lossOf(input, first, jitteredSpend(input, first, seed))
  const level = expected.subarray(first)
  const white = whitener(errorModel({ level, mean: level }, chance)).apply(loss.surprise)
  const information = temper * white.reduce((total, x) => total + x * x, 0)
  return {
    predicted: Float64Array.from(picked, (d) => incrementalOf(responses, d, channel)),
    standardError: information > 0 ? 1 / Math.sqrt(information) : Infinity,
    costCents: loss.cents,
  }
}

function jitteredSpend({ responses, channel }: DesignInput, first: number, seed: number) {
  const { data } = responses.model
  const { id, spend } = data.channels[channel]!
  const luck = new KeyedStream({ seed, channel: id, purpose: 'jitter' })
  const perWeek = 7 / daysPerPeriod(data.grain)
  const jittered = spend.map((amount, t) => {
    if (t < first) return amount
    return amount * Math.exp(JITTER_SD * normal(luck.at(Math.floor((t - first) / perWeek))))
  })
  const now = sum(jittered.subarray(first))
  const scale = now > 0 ? sum(spend.subarray(first)) / now : 1
  return jittered.map((amount, t) => (t < first ? amount : amount * scale))
}

/** First period of the last days of the horizon. */
function firstOf({ model }: Responses, days: number): number {
  const periods = Math.round(days / daysPerPeriod(model.data.grain))
  return Math.max(0, model.data.orders.length - periods)
}

/** What another spend from a period on would lose. */
interface Loss {
  /** Orders lost until the horizon ends, by picked draw. */
  readonly orders: Float64Array
  /** Mean contribution lost, what memory loses afterwards included. */
  readonly cents: number
  /** Mean change of the response, a period from the first on. */
  readonly surprise: Float64Array
}

function lossOf(input: DesignInput, first: number, spend: Float64Array): Loss {
  const { responses, value, channel, picked } = input
  const { data, grids, posterior } = responses.model
  const periods = data.orders.length
  const { ofPeriod } = value.months
  const surprise = new Float64Array(periods - first)
  const lost = new Map<number, { orders: number; cents: number }>()
  const used = [...responses.history[channel]!]
  const points = used.map(([k]) => grids[channel]![k]!)
  const columns = columnsWithTail(data.channels[channel]!, points, spend)
  for (const [i, [k, history]] of used.entries()) {
    const changed = columns[i]!
    const share = shareOnPoint(input, k)
    const loss = { orders: 0, cents: 0 }
    for (let t = first; t < changed.length; t++) {
      const gone = history[t]! - changed[t]!
      loss.cents += gone * value.cents[ofPeriod[Math.min(t, periods - 1)]!]!
      if (t >= periods) continue
      loss.orders += gone
      surprise[t - first]! -= share * gone
    }
    lost.set(k, loss)
  }
  const perDraw = (pick: (loss: { orders: number; cents: number }) => number) =>
    Float64Array.from(picked, (d) => {
      const k = posterior.gridPoint[d * data.channels.length + channel]!
      return incrementalOf(responses, d, channel) * pick(lost.get(k)!)
    })
  return {
    orders: perDraw(({ orders }) => orders),
    cents: meanOf(perDraw(({ cents }) => cents)),
    surprise,
  }
}

/** Share of the picked draws that stand on a grid point. */
function shareOnPoint({ responses, channel, picked }: DesignInput, k: number): number {
  const { posterior, data } = responses.model
  const on = picked.filter((d) => posterior.gridPoint[d * data.channels.length + channel] === k)
  return on.length / picked.length
}

function incrementalOf({ model }: Responses, d: number, channel: number): number {
  return model.posterior.incremental[d * model.data.channels.length + channel]!
}
