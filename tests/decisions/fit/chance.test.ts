import { expect, it } from 'vitest'
import {
  type Chance,
  fitChance,
  negativeLogEvidence,
  usualChance,
} from '../../../src/decisions/fit/chance.js'
import { normal } from '../../../src/random/distributions.js'
import { KeyedStream } from '../../../src/random/stream.js'

const DAYS = 3000
const LEVEL = 400
const truth: Chance = { rho: 0.95, sd: 0.1, shock: 0.06, phi: 1.4 }

/** Orders of a constant baseline with unseen demand, shocks and chance. */
function simulated() {
  const stream = new KeyedStream({ seed: 3, channel: 'demand', purpose: 'chance' }).at(0)
  let u = truth.sd * normal(stream)
  const noise = Math.hypot(truth.shock * LEVEL, Math.sqrt(truth.phi * LEVEL))
  return Float64Array.from({ length: DAYS }, () => {
    const value = LEVEL * u + noise * normal(stream)
    u = truth.rho * u + truth.sd * Math.sqrt(1 - truth.rho ** 2) * normal(stream)
    return value
  })
}

const scale = {
  level: new Float64Array(DAYS).fill(LEVEL),
  mean: new Float64Array(DAYS).fill(LEVEL),
}
const model = {
  response: simulated(),
  columns: [scale.level],
  precision: Float64Array.of(1 / 9),
  centre: Float64Array.of(0),
}

it('finds unseen demand, and the noise of a day as shock and chance together', () => {
  const chance = fitChance(model, scale, usualChance, 200)
  expect(chance.rho).toBeCloseTo(truth.rho, 1)
  expect(chance.sd / truth.sd).toBeGreaterThan(0.8)
  expect(chance.sd / truth.sd).toBeLessThan(1.25)
  const noise = ({ shock, phi }: Chance) => Math.sqrt((shock * LEVEL) ** 2 + phi * LEVEL)
  expect(noise(chance) / noise(truth)).toBeCloseTo(1, 1)
})

it('an outcome that counts nothing keeps a phi of 0', () => {
  const chance = fitChance(model, scale, { ...usualChance, phi: 0 }, 100)
  expect(chance.phi).toBe(0)
  expect(Math.hypot(truth.shock, Math.sqrt(truth.phi / LEVEL)) / chance.shock).toBeCloseTo(1, 1)
})

it('the evidence is the likelihood of the dense normal, for a case small enough to write', () => {
  // one period, one column: e ~ N(0, g^2 s^2 + phi g + (shock g)^2), effect ~ N(0, 9), y = 5, g = 2
  const chance = { rho: 0.5, sd: 0.3, shock: 0.1, phi: 1.5 }
  const two = Float64Array.of(2)
  const got = negativeLogEvidence(
    {
      response: Float64Array.of(5),
      columns: [two],
      precision: Float64Array.of(1 / 9),
      centre: Float64Array.of(0),
    },
    { level: two, mean: two },
    chance,
  )
  const error = 4 * 0.09 + 1.5 * 2 + 0.04
  const variance = error + 4 * 9
  // up to the constant log of the prior's determinant
  const expected = 0.5 * (Math.log(variance) + 25 / variance - Math.log(9))
  expect(got).toBeCloseTo(expected, 12)
})
