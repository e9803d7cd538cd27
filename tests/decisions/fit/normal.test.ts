import { describe, expect, it } from 'vitest'
import { logNormalCdf, normalQuantileOfLog } from '../../../src/decisions/fit/normal.js'

/** SciPy 1.x, `special.log_ndtr` and `special.ndtri`. */
const LOG_CDF: [number, number][] = [
  [-40, -804.6084420137539],
  [-10, -53.23128515051248],
  [-7.5, -31.075890902890006],
  [-7, -27.384307498811076],
  [-3, -6.60772622151035],
  [-1, -1.8410216450092634],
  [-0.1, -0.7761545927302733],
  [0, -Math.LN2],
  [0.5, -0.36894641528865635],
  [2, -0.023012909328963476],
  [6, -9.86587645524372e-10],
  [9, -1.1285884059538324e-19],
]
const QUANTILE: [number, number][] = [
  [1e-300, -37.0470962993612],
  [1e-20, -9.262340089798409],
  [1e-5, -4.264890793922825],
  [0.01, -2.3263478740408408],
  [0.07, -1.4757910281791706],
  [0.08, -1.4050715603096329],
  [0.3, -0.5244005127080409],
  [0.9, 1.2815515655446004],
  [0.95, 1.6448536269514722],
  [0.999, 3.090232306167813],
]

describe('normal distribution', () => {
  it.each(LOG_CDF)('log Phi(%d)', (x, expected) => {
    expect(Math.abs(logNormalCdf(x) / expected - 1)).toBeLessThan(1e-9)
  })

  it.each(QUANTILE)('quantile of %d', (p, expected) => {
    expect(Math.abs(normalQuantileOfLog(Math.log(p)) / expected - 1)).toBeLessThan(1e-13)
  })

  it('inverts itself from -37 to 5', () => {
    for (let x = -37; x <= 5; x += 0.37) {
      expect(normalQuantileOfLog(logNormalCdf(x))).toBeCloseTo(x, 8)
    }
  })
})
