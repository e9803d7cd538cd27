import { type Chance, errorModel, type Scale } from './chance.js'
import type { Moments } from './gibbs.js'
import { cholesky, crossProducts, dot, projectedGram, solveLower, solveUpper } from './linear.js'
import { whitener } from './whiten.js'

/** The baseline as the moments see it: columns with a normal prior. */
export interface BaselineModel {
  readonly response: Float64Array
  readonly columns: readonly Float64Array[]
  readonly precision: Float64Array
  readonly centre: Float64Array
}

/** All that the days say of the candidates, baseline and unseen demand integrated out. */
export interface CollapsedDays {
  readonly moments: Moments
  /** Effects of the baseline, given the media's orders as (candidate, b) pairs. */
  effectsGiven(media: readonly (readonly [candidate: number, b: number])[]): Float64Array
}

/**
 * gram and m of every candidate column, whitened, the baseline projected out with its prior: from
 * here on the days are no longer needed.
 *
 * @param candidates columns of all channels, one channel after another
 */
export function collapseDays(
  baseline: BaselineModel,
  candidates: readonly (readonly Float64Array[])[],
  scale: Scale,
  chance: Chance,
): CollapsedDays {
  const whiten = whitener(errorModel(scale, chance))
  const response = whiten.apply(baseline.response)
  const columns = baseline.columns.map((column) => whiten.apply(column))
  const media = candidates.flat().map((column) => whiten.apply(column))
  const n = columns.length
  const factor = crossProducts(columns)
  for (let i = 0; i < n; i++) factor[i * n + i]! += baseline.precision[i]!
  cholesky(factor, n)
  const { precision, centre } = baseline
  const right = (values: Float64Array) =>
    Float64Array.from(columns, (column, i) => dot(column, values) + precision[i]! * centre[i]!)
  const projected = solveLower(factor, right(response))
  const projections = media.map((column) =>
    solveLower(
      factor,
      Float64Array.from(columns, (base) => dot(base, column)),
    ),
  )
  const offsets = offsetsOf(candidates)
  return {
    moments: {
      offsets,
      gram: projectedGram(media, projections, offsets),
      m: Float64Array.from(media, (z, k) => dot(z, response) - dot(projections[k]!, projected)),
    },
    effectsGiven: (caused) => {
      const left = Float64Array.from(response)
      for (const [k, b] of caused) {
        for (let t = 0; t < left.length; t++) left[t]! -= b * media[k]![t]!
      }
      return solveUpper(factor, solveLower(factor, right(left)))
    },
  }
}

function offsetsOf(candidates: readonly (readonly Float64Array[])[]): number[] {
  const offsets = [0]
  for (const columns of candidates) offsets.push(offsets.at(-1)! + columns.length)
  return offsets
}
