import { cholesky, crossProducts, dot, solveLower } from './linear.js'
import { nelderMead } from './nelder-mead.js'
import { type ErrorModel, whitener } from './whiten.js'

/** How orders vary around what the calendar and media explain. */
export interface Chance {
  /** Autocorrelation of unseen demand, one period apart. */
  readonly rho: number
  /** Standard deviation of unseen demand, on the logarithm of the baseline. */
  readonly sd: number
  /** Variance of a period's orders as a multiple of their mean; 0 of an outcome that isn't a count. */
  readonly phi: number
  /** Standard deviation of a period's own shock to the baseline, on its logarithm. */
  readonly shock: number
}

/** A linear model of the response: columns with normal priors. */
export interface LinearModel {
  readonly response: Float64Array
  readonly columns: readonly Float64Array[]
  readonly precision: Float64Array
  readonly centre: Float64Array
}

/** What scales the error of a period. */
export interface Scale {
  /** The baseline: unseen demand multiplies it. */
  readonly level: Float64Array
  /** Expected orders: chance grows with them. */
  readonly mean: Float64Array
}

const LOGIT_RHO = { centre: 3, sd: 1 }
const LOG_SD = { centre: Math.log(0.08), sd: 0.7 }
const LOG_SHOCK = { centre: Math.log(0.04), sd: 0.7 }
const LOG_PHI = { centre: 0.4, sd: 0.5 }
const STEP = 0.5
const TOLERANCE = 0.05

/** Where the search begins, and what a count of orders shows as a rule. */
export const usualChance: Chance = {
  rho: 1 / (1 + Math.exp(-2.5)),
  sd: 0.08,
  shock: 0.04,
  phi: 1.5,
}

/**
 * The chance that makes the orders likeliest, effects integrated out, under priors of what
 * marketplaces show: logit rho ~ N(3, 1), log sd ~ N(log .08, .7), log shock ~ N(log .04, .7),
 * log phi ~ N(.4, .5). A phi of 0 stays 0.
 */
export function fitChance(
  model: LinearModel,
  scale: Scale,
  start: Chance,
  evaluations: number,
): Chance {
  const priors = [LOGIT_RHO, LOG_SD, LOG_SHOCK, ...(start.phi > 0 ? [LOG_PHI] : [])]
  const score = (x: readonly number[]) => {
    const unlikely = priors.reduce((sum, prior, i) => sum + squared(x[i]!, prior), 0)
    return negativeLogEvidence(model, scale, chanceOf(x)) + 0.5 * unlikely
  }
  const x = [Math.log(start.rho / (1 - start.rho)), Math.log(start.sd), Math.log(start.shock)]
  if (start.phi > 0) x.push(Math.log(start.phi))
  const steps = x.map(() => STEP)
  return chanceOf(nelderMead(score, x, { steps, evaluations, tolerance: TOLERANCE }))
}

/** -log of the evidence up to a constant, for a given chance. */
export function negativeLogEvidence(model: LinearModel, scale: Scale, chance: Chance): number {
  const whiten = whitener(errorModel(scale, chance))
  const [response, ...columns] = [model.response, ...model.columns].map((v) => whiten.apply(v))
  const n = columns.length
  const factor = crossProducts(columns)
  const { precision, centre } = model
  for (let i = 0; i < n; i++) factor[i * n + i]! += precision[i]!
  cholesky(factor, n)
  const right = Float64Array.from(
    columns,
    (column, i) => dot(column, response!) + precision[i]! * centre[i]!,
  )
  const explained = solveLower(factor, right)
  let fixed = dot(response!, response!)
  for (let i = 0; i < n; i++) fixed += precision[i]! * centre[i]! * centre[i]!
  let halfLogDeterminant = 0
  for (let i = 0; i < n; i++) halfLogDeterminant += Math.log(factor[i * n + i]!)
  const quadratic = fixed - dot(explained, explained)
  return 0.5 * (whiten.logDeterminant + quadratic) + halfLogDeterminant
}

/** Unseen demand, shocks and chance together. */
export function errorModel({ level, mean }: Scale, { rho, sd, phi, shock }: Chance): ErrorModel {
  const noise = mean.map((orders, t) => phi * orders + (shock * level[t]!) ** 2)
  return { level, noise, rho, sd }
}

function chanceOf([logitRho, logSd, logShock, logPhi]: readonly number[]): Chance {
  return {
    rho: 1 / (1 + Math.exp(-logitRho!)),
    sd: Math.exp(logSd!),
    shock: Math.exp(logShock!),
    phi: logPhi === undefined ? 0 : Math.exp(logPhi),
  }
}

function squared(value: number, { centre, sd }: { centre: number; sd: number }): number {
  return ((value - centre) / sd) ** 2
}
