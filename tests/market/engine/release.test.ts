import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { releaseSpend } from '../../../src/market/engine/release.js'
import { adstockWeights } from '../../../src/response/kernel.js'
import { anyKernel } from '../arbitraries.js'

const sum = (values: ArrayLike<number>) => Array.from(values).reduce((a, b) => a + b, 0)

describe('releaseSpend', () => {
  it('splits a day over its release days, leftover cents to the largest remainders', () => {
    const release = releaseSpend([101, 0, 10], [0.5, 0.3, 0.2])
    expect([...release.spendDay]).toEqual([0, 0, 0, 2, 2, 2])
    expect([...release.releaseDay]).toEqual([0, 1, 2, 2, 3, 4])
    expect([...release.costCents]).toEqual([51, 30, 20, 5, 3, 2])
    expect([...release.releasedCents]).toEqual([51, 30, 25])
    expect(release.inFlightCents).toBe(5)
  })

  it('spend = released + in flight, to the cent, for any plan and kernel', () => {
    const plan = fc.array(fc.oneof(fc.nat(300), fc.nat(50_000_000)), { maxLength: 40 })
    fc.assert(
      fc.property(plan, anyKernel, (spend, kernel) => {
        const release = releaseSpend(spend, adstockWeights(kernel))
        expect(sum(release.releasedCents) + release.inFlightCents).toBe(sum(spend))
        expect(sum(release.costCents)).toBe(sum(spend))
        expect(release.costCents.every((cents) => Number.isInteger(cents) && cents > 0)).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  it('appended days change no part of an earlier day', () => {
    const plan = fc.array(fc.nat(1_000_000), { minLength: 1, maxLength: 20 })
    fc.assert(
      fc.property(plan, plan, anyKernel, (spend, more, kernel) => {
        const weights = adstockWeights(kernel)
        const short = releaseSpend(spend, weights)
        const long = releaseSpend([...spend, ...more], weights)
        expect(long.costCents.slice(0, short.costCents.length)).toEqual(short.costCents)
      }),
    )
  })
})
