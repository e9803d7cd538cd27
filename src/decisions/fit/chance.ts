import { cholesky, crossProducts, dot, solveLower } from './linear.js'
import { nelderMead } from './nelder-mead.js'
import { whitener } from './whiten.js'

/** How orders vary around what the calendar and media explain. */
export interface Chance {
  /** Autocorrelation of unseen demand, one period apart. */
  readonly rho: number
  /** Standard deviation of unseen demand, on the logarithm of the baseline. */
  readonly sd: number
  /** Variance of a period's orders as a multiple of their mean. */
  readonly phi: number
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
const LOG_PHI = { centre: 0.4, sd: 0.5 }
const STEP = 0.05
const TOLERANCE = 0.05

/** Where the search begins. */
export const usualChance: Chance = { rho: 1 / (1 + Math.exp(-2.5)), sd: 0.08, phi: 1.5 }

/**
 * The chance that makes the orders likeliest, effects integrated out, under priors of what
 * marketplaces show: logit rho ~ N(3, 1), log sd ~ N(log .08, .7), log phi ~ N(.4, .5).
 */
export function fitChance(
  model: LinearModel,
  scale: Scale,
  start: Chance,
  evaluations: number,
): Chance {
  const score = (x: readonly number[]) => {
    const prior = squared(x[0]!, LOGIT_RHO) + squared(x[1]!, LOG_SD) + squared(x[2]!, LOG_PHI)
    return negativeLogEvidence(model, scale, chanceOf(x)) + 0.5 * prior
  }
  const x = [Math.log(start.rho / (1 - start.rho)), Math.log(start.sd), Math.log(start.phi)]
  const steps = x.map((value) => STEP * value)
  return chanceOf(nelderMead(score, x, { steps, evaluations, tolerance: TOLERANCE }))
}

/** -log of the evidence up to a constant, for a given chance. */
export function negativeLogEvidence(model: LinearModel, scale: Scale, chance: Chance): number {
  const whiten = errorWhitener(scale, chance)
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

/** The whitening of unseen demand and chance together. */
export function errorWhitener({ level, mean }: Scale, { rho, sd, phi }: Chance) {
  return whitener({ level, noise: mean.map((orders) => phi * orders), rho, sd })
}

function chanceOf(x: readonly number[]): Chance {
  return { rho: 1 / (1 + Math.exp(-x[0]!)), sd: Math.exp(x[1]!), phi: Math.exp(x[2]!) }
}

function squared(value: number, { centre, sd }: { centre: number; sd: number }): number {
  return ((value - centre) / sd) ** 2
}
