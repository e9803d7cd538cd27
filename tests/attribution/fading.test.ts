import { describe, expect, it } from 'vitest'
import { type Fading, recencyByAge, survivalByAge } from '../../src/attribution/fading.js'
import { InputError } from '../../src/errors.js'

const curve = (kind: Fading['kind'], halfLifeDays = 1, listed: number[] = []): Fading => ({
  kind,
  halfLifeDays,
  listed,
})
const survival = (c: Fading, days: number) => Array.from(survivalByAge(c, days, 'here'))

describe('survivalByAge', () => {
  it('halves at each half-life and ends at 0 with the window', () => {
    expect(survival(curve('half_life'), 3)).toEqual([1_000_000, 500_000, 250_000, 0])
    expect(survival(curve('half_life', 2), 3)).toEqual([1_000_000, 707_107, 500_000, 0])
  })

  it('gives the published weights of a half-life of 7 days at ages 0, 7, 14 and 28', () => {
    const left = survival(curve('half_life', 7), 29)
    const ages = [0, 7, 14, 28].map((age) => left[age]!)
    const total = ages.reduce((a, b) => a + b, 0)
    const expected = [0.551724, 0.275862, 0.137931, 0.034483]
    for (const [i, weight] of ages.entries()) expect(weight / total).toBeCloseTo(expected[i]!, 5)
  })

  it('falls as 1 / (1 + a / h) when hyperbolic: the classic weights 1, 1/2, 1/3', () => {
    expect(survival(curve('hyperbolic'), 3)).toEqual([1_000_000, 500_000, 333_333, 0])
  })

  it('falls evenly when linear', () => {
    expect(survival(curve('linear'), 4)).toEqual([1_000_000, 750_000, 500_000, 250_000, 0])
  })

  it('takes a list as it stands', () => {
    expect(survival(curve('listed', 1, [1_000_000, 7, 7, 5]), 3)).toEqual([1_000_000, 7, 7, 0])
  })

  it('refuses lists that are too short, do not begin whole or rise', () => {
    const refused = (listed: number[], message: RegExp) => {
      expect(() => survival(curve('listed', 1, listed), 3)).toThrow(InputError)
      expect(() => survival(curve('listed', 1, listed), 3)).toThrow(message)
    }
    refused([1_000_000, 5], /here: got 2 values, allowed one for each of the 3 days/)
    refused([500_000, 5, 5], /here: got 500000 first, allowed 1000000/)
    refused([1_000_000, 5, 6], /here: got 6 after 5, allowed values that never rise/)
  })
})

describe('recencyByAge', () => {
  it('never reaches 0 inside the window', () => {
    const recency = recencyByAge(curve('half_life'), 40, 'here')
    expect(recency).toHaveLength(40)
    expect(recency[39]).toBe(1)
  })
})
