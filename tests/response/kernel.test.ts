import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { InputError } from '../../src/errors.js'
import { declaredKernel, kernels, kernelTrials } from '../../src/response/index.js'
import { adstockWeights, type Kernel } from '../../src/response/kernel.js'
import { weibullCdf, weibullPdf } from '../../src/response/kernels/weibull.js'
import { anyKernel } from '../market/arbitraries.js'

const rounded = (values: ArrayLike<number>) => Array.from(values, (v) => Number(v.toFixed(9)))

describe('adstockWeights', () => {
  it('geometric: Meridian, adstock_hill_test.py', () => {
    const weights = adstockWeights({ kind: 'geometric', decay: 0.5, maxLag: 5, normalise: false })
    expect([...weights].reverse()).toEqual([0.0625, 0.125, 0.25, 0.5, 1])
  })

  it('binomial: Meridian, adstock_hill_test.py', () => {
    const quarter = adstockWeights({ kind: 'binomial', alpha: 0.25, maxLag: 5, normalise: false })
    expect(rounded(quarter).reverse()).toEqual([0.008, 0.064, 0.216, 0.512, 1])
    const half = adstockWeights({ kind: 'binomial', alpha: 0.5, maxLag: 5, normalise: false })
    expect(rounded(half).reverse()).toEqual([0.2, 0.4, 0.6, 0.8, 1])
  })

  it('delayed: 1 at its peak, falling to both sides', () => {
    const weights = adstockWeights({
      kind: 'delayed',
      decay: 0.5,
      peak: 2,
      maxLag: 5,
      normalise: false,
    })
    expect([...weights]).toEqual([0.0625, 0.5, 1, 0.5, 0.0625])
  })

  it('weibull: density and share of scale 10, shape 2.5, published by atgjack/prob', () => {
    const parameters = { shape: 2.5, scale: 10 }
    expect(weibullPdf(2, parameters)).toBeCloseTo(0.0219642362, 9)
    expect(weibullCdf(2, parameters)).toBeCloseTo(0.0177294936, 9)
    expect(weibullCdf(6, parameters)).toBeCloseTo(0.2433502399, 9)
  })

  it('weibull_pdf is the density at day k + 1; weibull_cdf survives day by day', () => {
    const parameters = { shape: 2.5, scale: 10, maxLag: 8, normalise: false }
    const pdf = adstockWeights({ kind: 'weibull_pdf', ...parameters })
    expect(pdf[1]).toBeCloseTo(0.0219642362, 9)
    const cdf = adstockWeights({ kind: 'weibull_cdf', ...parameters })
    expect(cdf[0]).toBe(1)
    expect(1 - cdf[2]! / cdf[1]!).toBeCloseTo(0.0177294936, 9)
    expect(1 - cdf[6]! / cdf[5]!).toBeCloseTo(0.2433502399, 9)
  })

  it('sums to 1 unless told otherwise, and is never negative', () => {
    fc.assert(
      fc.property(anyKernel, (kernel) => {
        const weights = adstockWeights(kernel)
        expect(weights.length).toBe(kernel.maxLag)
        expect(weights.every((weight) => weight >= 0)).toBe(true)
        expect(weights.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12)
      }),
    )
  })

  it('refuses parameters out of range, naming them', () => {
    const refused = (kernel: Kernel, words: RegExp) => {
      expect(() => adstockWeights(kernel)).toThrow(InputError)
      expect(() => adstockWeights(kernel)).toThrow(words)
    }
    refused({ kind: 'geometric', decay: 1 }, /kernel\.decay: got 1, allowed 0 <= decay < 1/)
    refused({ kind: 'binomial', alpha: 0 }, /kernel\.alpha: got 0/)
    refused({ kind: 'delayed', decay: 0.5, peak: 7, maxLag: 7 }, /kernel\.peak: got 7.*here 6/)
    refused({ kind: 'weibull_pdf', shape: -1, scale: 2 }, /kernel\.shape: got -1/)
    refused({ kind: 'geometric', decay: 0.5, maxLag: 0 }, /kernel\.maxLag: got 0/)
    refused({ kind: 'linear' } as never, /kernel\.kind: got "linear", allowed geometric/)
    refused({ kind: 'weibull_pdf', shape: 900, scale: 9.5, maxLag: 3 }, /all 0 within maxLag/)
  })
})

describe('kernels', () => {
  it('have a name, a formula and a source each', () => {
    expect(new Set(kernels.map(({ kind }) => kind)).size).toBe(kernels.length)
    for (const { words, formula, source } of kernels) {
      expect(words).toMatch(/^[A-Z].+[.]$/)
      expect(formula.length * source.length).toBeGreaterThan(0)
    }
  })

  it('are declared by a channel in fields of their own', () => {
    const declared: Record<string, number> = {
      decay: 0.3,
      peak_days: 2,
      shape: 1.5,
      scale: 3,
      alpha: 0.4,
    }
    const number = (field: string) => declared[field]!
    expect(declaredKernel('delayed', 9, number)).toEqual({
      kind: 'delayed',
      maxLag: 9,
      decay: 0.3,
      peak: 2,
    })
    for (const { kind } of kernels) {
      expect(adstockWeights(declaredKernel(kind, 9, number))).toHaveLength(9)
    }
  })

  it('offer a fit about ten memories of their kind, all of them valid', () => {
    fc.assert(
      fc.property(anyKernel, (kernel) => {
        const trials = kernelTrials({ ...kernel, maxLag: 90 })
        expect(trials.length).toBeLessThanOrEqual(10)
        expect(trials.length).toBeGreaterThanOrEqual(5)
        expect(new Set(trials.map(({ kind }) => kind))).toEqual(new Set([kernel.kind]))
        for (const trial of trials) expect(adstockWeights(trial)).toHaveLength(90)
      }),
    )
  })
})
