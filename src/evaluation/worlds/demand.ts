import { eventColumns, weekdays, yearHarmonics } from './calendar.js'
import { Luck } from './luck.js'
import { HORIZON_DAYS, WARM_UP_DAYS, type WorldTruth } from './world.js'

/** Demand by day, warm-up first; all but `baseline` in logs. */
export interface Demand {
  readonly trend: Float64Array
  /** Season and events: what everybody knows. */
  readonly known: Float64Array
  /** What nobody sees: autoregressive. */
  readonly unseen: Float64Array
  /** Shock of the day. */
  readonly shock: Float64Array
  /** Expected orders without advertising. */
  readonly baseline: Float64Array
}

/** The demand of a world, the same under every plan. */
export function drawDemand(truth: WorldTruth): Demand {
  const days = WARM_UP_DAYS + HORIZON_DAYS
  const luck = new Luck(truth.seed, 'world')
  const trend = new Float64Array(days).map((_, t) => trendAt(truth, t))
  const known = new Float64Array(days).map((_, t) => knownAt(truth, t))
  const unseen = autoregressive(luck.dailyNormals('unseen demand', days), truth)
  const shock = luck.dailyNormals('shock', days).map((z) => z * truth.shockSd)
  const baseline = new Float64Array(days).map((_, t) => {
    const log = trend[t]! + known[t]! + truth.weekday[weekdays[t]!]! + unseen[t]! + shock[t]!
    return truth.level * Math.exp(log)
  })
  return { trend, known, unseen, shock, baseline }
}

function trendAt({ trend }: WorldTruth, t: number): number {
  const year = (t - WARM_UP_DAYS) / 365
  return trend.slope * year + trend.wave * Math.sin((2 * Math.PI * year) / trend.years)
}

function knownAt({ season, events }: WorldTruth, t: number): number {
  let sum = 0
  for (const [k, wave] of yearHarmonics.entries()) sum += season[k]! * wave[t]!
  for (const [k, event] of eventColumns.entries()) sum += events[k]! * event[t]!
  return sum
}

function autoregressive(
  z: Float64Array,
  { persistence, demandSd }: Pick<WorldTruth, 'persistence' | 'demandSd'>,
): Float64Array {
  const sd = demandSd * Math.sqrt(1 - persistence ** 2)
  let previous = 0
  return z.map((value, t) => {
    previous = t === 0 ? demandSd * value : persistence * previous + sd * value
    return previous
  })
}
