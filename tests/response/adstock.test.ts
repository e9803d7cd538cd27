import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { adstock, convolve } from '../../src/response/adstock.js'
import { adstockWeights } from '../../src/response/kernel.js'
import { anyKernel, impressionSeries } from '../market/arbitraries.js'

describe('adstock', () => {
  it('geometric, unnormalised: Robyn, transformation.R', () => {
    const exposure = adstock([100, 0, 0], { kind: 'geometric', decay: 0.7, normalise: false })
    expect(exposure[0]).toBe(100)
    expect(exposure[1]).toBeCloseTo(70, 9)
    expect(exposure[2]).toBeCloseTo(49, 9)
  })

  it('geometric, unnormalised, five days: PyMC-Marketing', () => {
    const exposure = adstock([100, 0, 0, 0, 0], { kind: 'geometric', decay: 0.5, normalise: false })
    expect([...exposure]).toEqual([100, 50, 25, 12.5, 6.25])
  })

  it('geometric, normalised, last of five days: Meridian, adstock_hill_test.py', () => {
    const first = adstock([0.12, 0.34, 0.91, 0.45, 0.78], {
      kind: 'geometric',
      decay: 0.1,
      maxLag: 5,
    })
    expect(first[4]).toBeCloseTo(0.751014, 5)
    const second = adstock([0.55, 0.71, 0.08, 0.82, 0.29], {
      kind: 'geometric',
      decay: 0.5,
      maxLag: 5,
    })
    expect(second[4]).toBeCloseTo(0.435161, 5)
  })

  it('the response to one impulse is the kernel', () => {
    fc.assert(
      fc.property(anyKernel, fc.integer({ min: 0, max: 20 }), (kernel, day) => {
        const weights = adstockWeights(kernel)
        const impulse = new Float64Array(day + weights.length)
        impulse[day] = 1
        expect(adstock(impulse, kernel).slice(day)).toEqual(weights)
      }),
    )
  })

  it('appended days change no past', () => {
    fc.assert(
      fc.property(anyKernel, impressionSeries, impressionSeries, (kernel, series, more) => {
        const longer = adstock([...series, ...more], kernel)
        expect(longer.slice(0, series.length)).toEqual(adstock(series, kernel))
      }),
    )
  })

  it('restarted from the middle, with its past, equals the whole', () => {
    fc.assert(
      fc.property(anyKernel, impressionSeries, fc.nat(60), (kernel, series, cut) => {
        const at = Math.min(cut, series.length)
        const weights = adstockWeights(kernel)
        const rest = convolve(series.slice(at), weights, series.slice(0, at))
        expect(rest).toEqual(convolve(series, weights).slice(at))
      }),
    )
  })
})
