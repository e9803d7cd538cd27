import { describe, expect, it } from 'vitest'
import { findOptimum } from '../../../src/decisions/optimum/optimum.js'
import { pooledFactors } from '../../../src/decisions/optimum/pooling.js'
import { prepareResponses } from '../../../src/decisions/plans/responses.js'
import { monthsOf } from '../../../src/decisions/value/months.js'
import { flatValue } from '../../../src/decisions/value/order-value.js'
import { exampleModel } from '../model.js'

const posterior = (draws: readonly (readonly number[])[]) => ({
  channels: draws[0]!.map((_, c) => `c${c}`),
  draws: draws.length,
  incremental: Float64Array.from(draws.flat()),
  gridPoint: new Int32Array(draws.flat().length),
})

describe('pooledFactors', () => {
  it('leaves what is known, and channels without spend or effect', () => {
    expect(
      pooledFactors(
        posterior([
          [3, 9],
          [3, 9],
        ]),
        [100, 100],
      ),
    ).toEqual([1, 1])
    expect(pooledFactors(posterior([[3, 9, 0]]), [100, 0, 50])).toEqual([1, 1, 1])
  })

  it('moves an unsure return toward the mean return of all spend, by hand', () => {
    // Channel 0: mean 2, variance 4; channel 1: 10 for sure. Mean return 12 / 200 = .06.
    const [unsure, sure] = pooledFactors(
      posterior([
        [0, 10],
        [4, 10],
      ]),
      [100, 100],
    )
    const between = (1.2 * 6) ** 2
    const kept = between / (between + 4)
    expect(unsure).toBeCloseTo((kept * 2 + (1 - kept) * 6) / 2, 12)
    expect(sure).toBe(1)
  })

  it('is the same in another currency', () => {
    const draws = posterior([
      [1, 10],
      [4, 7],
    ])
    const [a, b] = [pooledFactors(draws, [100, 300]), pooledFactors(draws, [1e4, 3e4])]
    expect(a[0]).toBeCloseTo(b[0]!, 12)
    expect(a[1]).toBeCloseTo(b[1]!, 12)
  })
})

describe('a split of a fixed total', () => {
  it('is that of the pooled returns, were they known', () => {
    const model = exampleModel({ grid: 1 })
    const split = ({ incremental, draws }: { incremental: Float64Array; draws: number }) => {
      const gridPoint = new Int32Array(incremental.length)
      const posterior = { ...model.posterior, incremental, draws, gridPoint }
      const value = flatValue(monthsOf(model.data), 2_500)
      const found = findOptimum(prepareResponses({ ...model, posterior }), value, { total: 'same' })
      return found.certificate.map(({ multiple }) => multiple)
    }
    const draws = [5, 30, 8, 35, 9, 12].map((b) => [b, 12, 9])
    const unsure = split({ incremental: Float64Array.from(draws.flat()), draws: 6 })
    const spend = model.data.channels.map((channel) => channel.spend.reduce((a, b) => a + b, 0))
    const factors = pooledFactors(posterior(draws), spend)
    const known = [16.5, 12, 9].map((b, c) => b * factors[c]!)
    const pooled = split({ incremental: Float64Array.from(known), draws: 1 })
    for (const [c, multiple] of unsure.entries()) expect(multiple).toBeCloseTo(pooled[c]!, 9)
    const plain = split({ incremental: Float64Array.of(16.5, 12, 9), draws: 1 })
    expect(Math.abs(plain[0]! - unsure[0]!)).toBeGreaterThan(0.01)
  })
})

describe('what to promise', () => {
  it('is less than what the draws say of a split that they chose', () => {
    const model = exampleModel({ channels: ['a', 'b', 'c', 'd', 'e'] })
    const found = findOptimum(prepareResponses(model), flatValue(monthsOf(model.data), 2_500), {
      total: 'same',
    })
    expect(found.advice).not.toBe('keep')
    expect(found.prudentProfitCents).toBeGreaterThan(0)
    expect(found.prudentProfitCents).toBeLessThan(found.effect.profitCents.mean)
  })
})
