import { describe, expect, it } from 'vitest'
import { responseTables } from '../../../src/decisions/optimum/table.js'
import { prepareResponses } from '../../../src/decisions/plans/responses.js'
import { holdoutDesign, jitterDesign } from '../../../src/decisions/sure/designs.js'
import { drawnTogether } from '../../../src/decisions/sure/drawn-together.js'
import { type ExperimentOptions, rankExperiments } from '../../../src/decisions/sure/experiment.js'
import { nextExperiment } from '../../../src/decisions/sure/next-experiment.js'
import {
  evenlyPicked,
  type ProfitDraws,
  perfectInformation,
  profitDraws,
} from '../../../src/decisions/sure/profit-draws.js'
import { quantile, rangeOf, shareAbove } from '../../../src/decisions/sure/quantiles.js'
import { sampleInformation } from '../../../src/decisions/sure/sample-information.js'
import { monthsOf } from '../../../src/decisions/value/months.js'
import { flatValue } from '../../../src/decisions/value/order-value.js'
import { InputError } from '../../../src/errors.js'
import { KeyedStream } from '../../../src/random/stream.js'
import { exampleModel } from '../model.js'

const luck = new KeyedStream({ seed: 1, channel: 'a', purpose: 'test' })

describe('quantiles', () => {
  it('are linear between neighbours', () => {
    expect(quantile(Float64Array.of(1, 2, 4), 0.75)).toBe(3)
    expect(rangeOf(Float64Array.of(4, 1, 2))).toEqual({ low: 1.1, mean: 7 / 3, high: 3.8 })
    expect(shareAbove(Float64Array.of(0, 1, 2, 3), 1)).toBe(0.5)
  })
})

/** One channel, to run at 0 or 1: half of the draws win 10, half lose 8. */
const coin: ProfitDraws = {
  draws: 4,
  channels: [
    {
      multiples: Float64Array.of(0, 1),
      profit: Float64Array.of(0, 10, 0, -8, 0, 10, 0, -8),
      best: 1,
    },
  ],
}

describe('draws as truth turns out', () => {
  it('keep their means; their spread shrinks where no test has measured', () => {
    const posterior = {
      channels: ['a', 'b'],
      draws: 2,
      incremental: Float64Array.of(0, 0, 10, 10),
      gridPoint: new Int32Array(4),
    }
    expect([...drawnTogether(posterior, new Set(['b'])).incremental]).toEqual([2, 0, 8, 10])
  })
})

describe('value of information', () => {
  it('perfect: what half of the draws save', () => {
    expect(perfectInformation(coin)).toBe(4)
  })

  it('of a sharp test is that of perfect knowledge, of a blind one nothing', () => {
    const predicted = Float64Array.of(1, 0, 1, 0)
    const sharp = { predicted, standardError: 1e-6 }
    expect(sampleInformation(coin, sharp, 40, luck)).toBeCloseTo(4, 9)
    const blind = { predicted, standardError: 1e6 }
    expect(sampleInformation(coin, blind, 40, luck)).toBeCloseTo(0, 9)
    const silent = { predicted: new Float64Array(4), standardError: 1 }
    expect(sampleInformation(coin, silent, 40, luck)).toBe(0)
  })

  it('is the closed form of two hypotheses and a normal result', () => {
    const predicted = Float64Array.of(1, 0, 1, 0)
    const found = sampleInformation(coin, { predicted, standardError: 0.5 }, 4000, luck)
    // Pause where the odds fall below 8/10, i.e. below a result of .5 + .25 ln .8.
    const bar = 0.5 + 0.25 * Math.log(0.8)
    const exact = 0.5 * 8 * phi(bar / 0.5) - 0.5 * 10 * phi((bar - 1) / 0.5)
    expect(Math.abs(found - exact)).toBeLessThan(0.1)
  })
})

const model = exampleModel({ draws: 200 })
const value = flatValue(monthsOf(model.data), 1_700)
const responses = prepareResponses(model)
const picked = evenlyPicked(200, 200)
const input = { responses, value, channel: 0, picked }
const chance = { rho: 0.9, sd: 0.05, shock: 0.03, phi: 1.5 }

describe('designs', () => {
  it('a holdout errs less when longer or nearer to half of the market', () => {
    const half = holdoutDesign({ ...input, chance }, { days: 42, share: 0.5 })
    const orders = model.expected.subarray(78).reduce((a, b) => a + b, 0)
    expect(half.standardError).toBeCloseTo(1.3 * Math.sqrt(1.5 * orders * 4), 9)
    const quarter = holdoutDesign({ ...input, chance }, { days: 42, share: 0.25 })
    expect(quarter.standardError).toBeGreaterThan(half.standardError)
    expect(quarter.costCents).toBeCloseTo(half.costCents / 2, 6)
    const relative = (days: number) => {
      const { standardError, predicted } = holdoutDesign(input, { days, share: 0.5 })
      return standardError / predicted[0]!
    }
    expect(relative(56)).toBeLessThan(relative(28))
  })

  it('holding out a channel that pays costs money; one that does not, saves it', () => {
    const cost = (cents: number) =>
      holdoutDesign({ ...input, value: flatValue(value.months, cents) }, { days: 42, share: 0.5 })
        .costCents
    expect(cost(0)).toBeLessThan(0)
    expect(cost(1e5)).toBeGreaterThan(0)
  })

  it('jitter spends the same and costs little; a noisier market makes it vaguer', () => {
    const calm = jitterDesign({ ...input, chance }, 1)
    const noisy = jitterDesign({ ...input, chance: { ...chance, phi: 6 } }, 1)
    expect(noisy.standardError).toBeGreaterThan(1.2 * calm.standardError)
    expect(Number.isFinite(calm.standardError)).toBe(true)
    const pause = holdoutDesign(
      { ...input, value: flatValue(value.months, 1e5) },
      { days: 56, share: 0.5 },
    )
    const jitter = jitterDesign({ ...input, value: flatValue(value.months, 1e5) }, 1)
    expect(Math.abs(jitter.costCents)).toBeLessThan(0.2 * pause.costCents)
  })
})

describe('rankExperiments', () => {
  const rank = (options: ExperimentOptions = {}) => rankExperiments(responses, value, options)

  it('ranks by net value, each worth 0 up to what perfect knowledge is worth', () => {
    const { evpiCents, experiments, best } = rank()
    expect(experiments).toHaveLength(3 * 7)
    expect(experiments.map((row) => row.rank)).toEqual(experiments.map((_, i) => i + 1))
    for (const [i, row] of experiments.entries()) {
      expect(row.evsiCents).toBeGreaterThanOrEqual(0)
      expect(row.evsiCents).toBeLessThanOrEqual(evpiCents * 1.5)
      expect(row.netCents).toBe(row.evsiCents - Math.max(0, row.costCents))
      if (i > 0) expect(row.netCents).toBeLessThanOrEqual(experiments[i - 1]!.netCents)
    }
    expect(best).toEqual(experiments[0])
  })

  it('says that no test is worth its cost where no result would change the plan', () => {
    const rich = rankExperiments(responses, flatValue(value.months, 1e6), { jitter: false })
    expect(rich.evpiCents).toBe(0)
    expect(rich.best).toBeUndefined()
    expect(rich.answer).toBe('No test is worth its cost: act on the best plan.')
  })

  it("proposes no test whose value is a trifle beside a year's spend", () => {
    const { best, experiments } = rank()
    expect([best!.isWorthIt, best!.rank]).toEqual([true, 1])
    const strict = rank({ leastWorth: 1e6 })
    expect(strict.best).toBeUndefined()
    expect(strict.experiments.map(({ netCents }) => netCents)).toEqual(
      experiments.map(({ netCents }) => netCents),
    )
    expect(strict.answer).toBe('No test is worth its cost: act on the best plan.')
    const unsupported = rank({ leastWorth: 1e6, supported: { a: true, b: false } })
    expect(unsupported.answer).toMatch(/supports those of b\. To check them: (hold|vary) [abc] /)
    expect(unsupported.answer).not.toContain('act on')
  })

  it('promises only where nothing but tests informs', () => {
    expect(rank({ status: 'follows_unseen' }).promise).toBe('expected')
    const informed = rank({ status: 'own' })
    expect(informed.promise).toBe('at_most')
    expect(informed.answer).toMatch(/at most what is shown/)
    const { channel } = informed.best!
    expect(informed.answer).toContain(`${channel} `)
    expect(nextExperiment(informed, () => 'Some Name')).toBe(
      informed.answer.replace(`${channel} `, 'Some Name '),
    )
  })

  it('expects of a test what errors turn out to be, and limits it by all that is possible', () => {
    const sum = (ranked: ReturnType<typeof rank>) =>
      ranked.experiments.reduce((total, { evsiCents }) => total + evsiCents, 0)
    const [expected, limited] = [rank({ status: 'follows_unseen' }), rank({ status: 'own' })]
    expect(sum(expected)).toBeLessThan(0.8 * sum(limited))
    expect(sum(expected)).toBeGreaterThan(0)
    expect(expected.evpiCents).toBe(limited.evpiCents)
  })

  it('is the same whatever the order of the channels', () => {
    const other = exampleModel({ draws: 200, channels: ['c', 'a', 'b'] })
    const found = rankExperiments(prepareResponses(other), value)
    const key = (row: { channel: string; design: string; days: number; share: number }) =>
      [row.channel, row.design, row.days, row.share].join()
    const costs = new Map(found.experiments.map((row) => [key(row), row]))
    for (const row of rank().experiments) {
      expect(costs.get(key(row))!.costCents).toBeCloseTo(row.costCents, 4)
      expect(costs.get(key(row))!.evsiCents).toBeCloseTo(row.evsiCents, 4)
    }
  })

  it('refuses designs out of range', () => {
    expect(() => rank({ days: [3] })).toThrow(InputError)
    expect(() => rank({ shares: [1] })).toThrow(/share: got 1/)
  })
})

describe('profitDraws', () => {
  it('stays within bounds', () => {
    const tables = responseTables(responses, value)
    const bounds = [0, 1, 2].map(() => ({ low: 0.5, high: 1.5 }))
    const { channels } = profitDraws(tables, model.posterior, bounds, picked)
    expect([channels[0]!.multiples[0], channels[0]!.multiples.at(-1)]).toEqual([0.5, 1.5])
  })
})

/** The standard normal distribution function, by Simpson's rule. */
function phi(x: number): number {
  const steps = 400
  const width = (x + 8) / steps
  let total = 0
  for (let i = 0; i <= steps; i++) {
    const weight = i === 0 || i === steps ? 1 : i % 2 === 1 ? 4 : 2
    total += weight * Math.exp(-0.5 * (-8 + i * width) ** 2)
  }
  return (total * width) / 3 / Math.sqrt(2 * Math.PI)
}
