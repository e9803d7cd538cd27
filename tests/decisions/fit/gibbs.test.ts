import { describe, expect, it } from 'vitest'
import type { Moments, SampledChannel } from '../../../src/decisions/fit/gibbs.js'
import { samplePosterior, splitRHat } from '../../../src/decisions/fit/posterior.js'

const moments: Moments = {
  offsets: [0, 2, 4],
  gram: Float64Array.of(4, 3, 1.5, 1.2, 3, 5, 0.7, 1.9, 1.5, 0.7, 3, 2, 1.2, 1.9, 2, 2.5),
  m: Float64Array.of(6, 5, 3.5, 4),
}
const prior = { centre: 0.4, sd: 1.5, source: 'declared' as const }
const channels: SampledChannel[] = [
  { id: 'search', prior, logPrior: Float64Array.of(Math.log(0.3), Math.log(0.7)) },
  { id: 'social', prior, logPrior: Float64Array.of(Math.log(0.6), Math.log(0.4)) },
]
const start = { incremental: Float64Array.of(1, 1), gridPoint: Int32Array.of(0, 0) }

/** Mean b and weight of the first point by channel, by the midpoint rule over both b. */
function byQuadrature() {
  const STEP = 0.01
  let total = 0
  const sums = { b: [0, 0], first: [0, 0] }
  const one = (k: number, b: number) => moments.m[k]! * b - 0.5 * moments.gram[k * 5]! * b * b
  const logPriorOf = (b: number) => -0.5 * ((b - prior.centre) / prior.sd) ** 2
  for (const k of [0, 1]) {
    for (const l of [0, 1]) {
      const weight = channels[0]!.logPrior[k]! + channels[1]!.logPrior[l]!
      const cross = moments.gram[k * 4 + 2 + l]!
      for (let b = STEP / 2; b < 8; b += STEP) {
        for (let c = STEP / 2; c < 8; c += STEP) {
          const log = weight + one(k, b) + one(2 + l, c) - cross * b * c
          const density = Math.exp(log + logPriorOf(b) + logPriorOf(c))
          total += density
          sums.b[0]! += b * density
          sums.b[1]! += c * density
          if (k === 0) sums.first[0]! += density
          if (l === 0) sums.first[1]! += density
        }
      }
    }
  }
  return { b: sums.b.map((x) => x / total), first: sums.first.map((x) => x / total) }
}

describe('Gibbs', () => {
  it('agrees with quadrature', () => {
    const expected = byQuadrature()
    const means = [0, 0]
    const first = [0, 0]
    const SEEDS = 200
    for (let seed = 0; seed < SEEDS; seed++) {
      const { posterior } = samplePosterior(moments, channels, start, seed)
      posterior.incremental.forEach((b, i) => {
        means[i % 2]! += b / (posterior.draws * SEEDS)
        if (posterior.gridPoint[i] === 0) first[i % 2]! += 1 / (posterior.draws * SEEDS)
      })
    }
    for (const c of [0, 1]) {
      expect(Math.abs(means[c]! - expected.b[c]!)).toBeLessThan(0.005)
      expect(Math.abs(first[c]! - expected.first[c]!)).toBeLessThan(0.005)
    }
  })

  it("adding a channel changes no other channel's luck", () => {
    const alone: Moments = {
      offsets: [0, 2],
      gram: Float64Array.of(4, 3, 3, 5),
      m: Float64Array.of(6, 5),
    }
    const apart: Moments = {
      ...moments,
      gram: Float64Array.of(4, 3, 0, 0, 3, 5, 0, 0, 0, 0, 3, 2, 0, 0, 2, 2.5),
    }
    const one = samplePosterior(
      alone,
      channels.slice(0, 1),
      { incremental: Float64Array.of(1), gridPoint: Int32Array.of(0) },
      7,
    ).posterior
    const two = samplePosterior(apart, channels, start, 7).posterior
    expect(two.incremental.filter((_, i) => i % 2 === 0)).toEqual(one.incremental)
    expect(two.gridPoint.filter((_, i) => i % 2 === 0)).toEqual(one.gridPoint)
  })

  it('far below zero, draws stay small and positive', () => {
    const hostile = { ...moments, m: Float64Array.of(-900, -900, -900, -900) }
    const { incremental } = samplePosterior(hostile, channels, start, 1).posterior
    expect(incremental.every((b) => b >= 0 && b < 0.1)).toBe(true)
  })
})

describe('split R-hat', () => {
  it('is near 1 for chains of one law and large for chains apart', () => {
    const chain = (shift: number) =>
      Float64Array.from({ length: 400 }, (_, i) => Math.sin(i * 12.9898) + shift)
    expect(splitRHat([chain(0), chain(0)])).toBeLessThan(1.01)
    expect(splitRHat([chain(0), chain(3)])).toBeGreaterThan(2)
    expect(splitRHat([new Float64Array(10), new Float64Array(10)])).toBe(1)
  })
})
