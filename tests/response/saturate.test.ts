import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { InputError } from '../../src/errors.js'
import type { Curve } from '../../src/response/curve.js'
import { curves, curveTrials, declaredCurve } from '../../src/response/index.js'
import { exposureFor, marginalResponse, saturate } from '../../src/response/saturate.js'
import { anyCurve, concaveCurve } from '../market/arbitraries.js'

const amount = fc.double({ min: 0, max: 1e6, noNaN: true })

describe('saturate', () => {
  it('michaelis_menten: PyMC-Marketing, test_transformers.py', () => {
    const response = saturate([10, 20], { kind: 'michaelis_menten', max: 100, half: 5 })
    expect(response[0]).toBeCloseTo(66.666667, 5)
    expect(response[1]).toBeCloseTo(80, 5)
  })

  it('logistic, rate 1: PyMC-Marketing, test_transformers.py', () => {
    expect(saturate(1, { kind: 'logistic', rate: 1 })).toBeCloseTo(0.462117, 6)
  })

  it('hill at its half point: PyMC-Marketing, test_transformers.py', () => {
    expect(saturate(7, { kind: 'hill', slope: 3, half: 7 })).toBeCloseTo(0.5, 12)
  })

  it('exponential, tanh and none at hand-made points', () => {
    expect(saturate(Math.LN2, { kind: 'exponential' })).toBeCloseTo(0.5, 12)
    expect(saturate(Math.atanh(0.5), { kind: 'tanh', max: 4 })).toBeCloseTo(2, 12)
    expect(saturate(3, { kind: 'none' })).toBe(3)
  })

  it('starts at 0, never falls, never passes max', () => {
    fc.assert(
      fc.property(anyCurve, amount, amount, (curve, a, b) => {
        const [low, high] = a < b ? [a, b] : [b, a]
        expect(saturate(0, curve)).toBeCloseTo(0, 15)
        expect(saturate(high, curve)).toBeGreaterThanOrEqual(saturate(low, curve))
        if (curve.kind !== 'none') expect(saturate(high, curve)).toBeLessThanOrEqual(curve.max ?? 1)
        expect(marginalResponse(a, curve)).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  it('gives diminishing returns where it is declared concave', () => {
    const positive = fc.double({ min: 1e-9, max: 1e6, noNaN: true })
    fc.assert(
      fc.property(concaveCurve, positive, positive, (curve, a, b) => {
        const [low, high] = a < b ? [a, b] : [b, a]
        const slope = marginalResponse(low, curve)
        expect(marginalResponse(high, curve)).toBeLessThanOrEqual(slope * (1 + 1e-9))
      }),
    )
  })

  it('marginal response is the slope, exposureFor the inverse', () => {
    const near = fc.double({ min: 0.05, max: 3, noNaN: true })
    fc.assert(
      fc.property(anyCurve, near, (curve, x) => {
        const step = 1e-5
        const slope = (saturate(x + step, curve) - saturate(x - step, curve)) / (2 * step)
        expect(marginalResponse(x, curve)).toBeCloseTo(slope, 4)
        const y = saturate(x, curve)
        if (y < (curve.max ?? 1) * 0.999) expect(exposureFor(y, curve)).toBeCloseTo(x, 6)
      }),
    )
  })

  it('refuses what no curve can answer', () => {
    const curve: Curve = { kind: 'tanh' }
    expect(() => saturate(-1, curve)).toThrow(InputError)
    expect(() => exposureFor(1, curve)).toThrow(/got a response of 1, allowed 0 <= response < 1/)
    expect(() => saturate(1, { kind: 'hill', slope: 0, half: 1 })).toThrow(/curve\.slope: got 0/)
    expect(() => saturate(1, { kind: 'sine' } as never)).toThrow(/allowed michaelis_menten/)
  })
})

describe('curves', () => {
  it('offer a fit saturations that reach half of their most at 1', () => {
    for (const { kind } of curves) {
      if (kind === 'none') continue
      const declared = declaredCurve(kind, () => 1)
      for (const trial of curveTrials(declared)) expect(saturate(1, trial)).toBeCloseTo(0.5, 12)
    }
  })

  it('are declared by a channel in fields of their own', () => {
    const number = (field: string) => ({ curve_half: 2, curve_slope: 3, curve_rate: 4 })[field]!
    expect(declaredCurve('hill', number)).toEqual({ kind: 'hill', half: 2, slope: 3 })
    expect(declaredCurve('tanh', number)).toEqual({ kind: 'tanh', rate: 4 })
    expect(() => declaredCurve('cube', number)).toThrow(
      /curve\.kind: got "cube", allowed michaelis/,
    )
  })
})
