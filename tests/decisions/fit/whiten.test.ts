import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  cholesky,
  crossProducts,
  dot,
  projectedGram,
  solveLower,
} from '../../../src/decisions/fit/linear.js'
import { smoothDemand } from '../../../src/decisions/fit/smooth.js'
import { type ErrorModel, whitener } from '../../../src/decisions/fit/whiten.js'

const model: fc.Arbitrary<ErrorModel> = fc.integer({ min: 1, max: 25 }).chain((n) => {
  const positive = (min: number, max: number) =>
    fc
      .array(fc.double({ min, max, noNaN: true }), { minLength: n, maxLength: n })
      .map((values) => Float64Array.from(values))
  return fc.record({
    level: positive(1, 50),
    noise: positive(1, 80),
    rho: fc.double({ min: 0, max: 0.99, noNaN: true }),
    sd: fc.double({ min: 0.01, max: 0.5, noNaN: true }),
  })
})

/** The covariance of e[t] = level[t] u[t] + noise, in full. */
function covariance({ level, noise, rho, sd }: ErrorModel): Float64Array {
  const n = level.length
  return Float64Array.from({ length: n * n }, (_, at) => {
    const [i, j] = [Math.floor(at / n), at % n]
    const shared = level[i]! * level[j]! * sd * sd * rho ** Math.abs(i - j)
    return shared + (i === j ? noise[i]! : 0)
  })
}

const wave = (n: number, pace: number) =>
  Float64Array.from({ length: n }, (_, t) => Math.sin(pace * t + 1))

describe('whitening', () => {
  it('gives the inner products and the determinant of the dense inverse', () => {
    fc.assert(
      fc.property(model, (errors) => {
        const n = errors.level.length
        const dense = cholesky(covariance(errors), n)
        const { apply, logDeterminant } = whitener(errors)
        const [a, b] = [wave(n, 0.7), wave(n, 2.1)]
        const expected = dot(
          solveLower(dense, Float64Array.from(a)),
          solveLower(dense, Float64Array.from(b)),
        )
        expect(Math.abs(dot(apply(a), apply(b)) - expected)).toBeLessThan(1e-9)
        let log = 0
        for (let i = 0; i < n; i++) log += 2 * Math.log(dense[i * n + i]!)
        expect(Math.abs(logDeterminant - log)).toBeLessThan(1e-9)
      }),
    )
  })

  it('smooths to the conditional mean of the dense normal', () => {
    fc.assert(
      fc.property(model, (errors) => {
        const { level, rho, sd } = errors
        const n = level.length
        const e = wave(n, 1.3)
        const dense = cholesky(covariance(errors), n)
        const white = solveLower(dense, Float64Array.from(e))
        const smoothed = smoothDemand(e, errors)
        for (let i = 0; i < n; i++) {
          const shared = Float64Array.from(level, (g, t) => g * sd * sd * rho ** Math.abs(i - t))
          expect(smoothed[i]).toBeCloseTo(dot(solveLower(dense, shared), white), 9)
        }
      }),
    )
  })
})

describe('cross products', () => {
  it('are all inner products, whatever the number of columns', () => {
    for (const n of [1, 3, 4, 5, 9]) {
      const columns = Array.from({ length: n }, (_, k) => wave(11, k + 0.3))
      const products = crossProducts(columns)
      for (let i = 0; i < n; i++) {
        for (let j = 0; j < n; j++) {
          expect(products[i * n + j]).toBeCloseTo(dot(columns[i]!, columns[j]!), 12)
        }
      }
    }
  })
})

describe('projected gram', () => {
  it('is the plain difference of inner products, across groups and on the diagonal', () => {
    for (const sizes of [[1], [1, 2], [4], [3, 2, 4], [5, 8, 1], [9, 9]]) {
      const offsets = [0]
      for (const size of sizes) offsets.push(offsets.at(-1)! + size)
      const n = offsets.at(-1)!
      const groupOf = (i: number) => offsets.findLastIndex((first) => first <= i)
      const columns = Array.from({ length: n }, (_, k) => wave(11, k + 0.3))
      const projections = Array.from({ length: n }, (_, k) => wave(3, k + 0.9))
      const gram = projectedGram(columns, projections, offsets)
      for (let i = 0; i < n; i++) {
        for (let j = 0; j < n; j++) {
          if (i !== j && groupOf(i) === groupOf(j)) continue
          const plain = dot(columns[i]!, columns[j]!) - dot(projections[i]!, projections[j]!)
          expect(gram[i * n + j]).toBeCloseTo(plain, 12)
        }
      }
    }
  })
})
