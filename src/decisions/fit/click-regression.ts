import type { CalendarColumn } from '../data.js'
import { cholesky, solveLower, solveUpper } from './linear.js'

/** What clicks say of one candidate response. */
export interface ClickFit {
  /** The calendar's factor of every period. */
  readonly season: Float64Array
  readonly logLikelihood: number
  /** Of the residuals, one period apart, 0 to .98. */
  readonly autocorrelation: number
}

const FREE = 1e-6
/** Ridge of the calendar's effects: prior sd .2 against a noise variance of .02. */
const CALENDAR_RIDGE = 0.02 / 0.2 ** 2
const LEAST_EXPOSURE = 1e-3
const MOST_AUTOCORRELATION = 0.98
/** Clicks that follow a response to the last digit are worth no more than this. */
const LEAST_VARIANCE = 1e-9

/**
 * Regresses log clicks less log response on the calendar, over periods with exposure and clicks.
 *
 * @returns a function of the response, as long as the clicks
 */
export function clickRegression(clicks: Float64Array, calendar: readonly CalendarColumn[]) {
  const logClicks = clicks.map((count) => Math.log(count + 0.5))
  const n = calendar.length + 1
  const rows = [...clicks.keys()].map((t) =>
    Float64Array.of(1, ...calendar.map(({ values }) => values[t]!)),
  )
  let known: { periods: readonly number[]; factor: Float64Array } | undefined
  const prepared = (periods: readonly number[]) => {
    if (known === undefined || !sameNumbers(known.periods, periods)) {
      known = { periods, factor: factorOf(rows, periods, n) }
    }
    return known.factor
  }
  return (response: Float64Array): ClickFit => {
    const floor = LEAST_EXPOSURE * response.reduce((a, b) => Math.max(a, b), 0)
    const periods = [...clicks.keys()].filter((t) => response[t]! > floor && clicks[t]! > 0)
    const target = Float64Array.from(periods, (t) => logClicks[t]! - Math.log(response[t]!))
    const right = new Float64Array(n)
    periods.forEach((t, i) => {
      for (let k = 0; k < n; k++) right[k]! += rows[t]![k]! * target[i]!
    })
    const effects = solveUpper(prepared(periods), solveLower(prepared(periods), right))
    const residual = target.map((value, i) => value - fitted(rows[periods[i]!]!, effects, 0))
    return {
      season: Float64Array.from(rows, (row) => Math.exp(fitted(row, effects, 1))),
      ...judged(residual),
    }
  }
}

function judged(residual: Float64Array): Pick<ClickFit, 'logLikelihood' | 'autocorrelation'> {
  let squares = 0
  let lagged = 0
  residual.forEach((e, i) => {
    squares += e * e
    if (i > 0) lagged += e * residual[i - 1]!
  })
  const n = residual.length
  if (n === 0) return { logLikelihood: 0, autocorrelation: 0 }
  const share = squares > 0 ? lagged / squares : 0
  return {
    logLikelihood: -0.5 * n * Math.log(Math.max(squares / n, LEAST_VARIANCE)),
    autocorrelation: Math.min(Math.max(share, 0), MOST_AUTOCORRELATION),
  }
}

function factorOf(rows: readonly Float64Array[], periods: readonly number[], n: number) {
  const products = new Float64Array(n * n)
  for (const t of periods) {
    const row = rows[t]!
    for (let i = 0; i < n; i++) {
      if (row[i] === 0) continue
      for (let j = 0; j <= i; j++) products[i * n + j]! += row[i]! * row[j]!
    }
  }
  for (let i = 0; i < n; i++) products[i * n + i]! += i === 0 ? FREE : CALENDAR_RIDGE
  return cholesky(products, n)
}

function fitted(row: Float64Array, effects: Float64Array, from: number): number {
  let value = 0
  for (let k = from; k < effects.length; k++) value += row[k]! * effects[k]!
  return value
}

function sameNumbers(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((value, i) => value === b[i])
}
