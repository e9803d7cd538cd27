import { expect, it } from 'vitest'
import { nelderMead } from '../../../src/decisions/fit/nelder-mead.js'

it('finds the valley of Rosenbrock', () => {
  const [x, y] = nelderMead(([a, b]) => (1 - a!) ** 2 + 100 * (b! - a! * a!) ** 2, [-1.2, 1], {
    steps: [0.2, 0.2],
    evaluations: 400,
    tolerance: 1e-8,
  })
  expect(x).toBeCloseTo(1, 5)
  expect(y).toBeCloseTo(1, 5)
})

it('never returns worse than the start, and keeps to its evaluations', () => {
  let calls = 0
  const f = ([x]: readonly number[]) => {
    calls++
    return Math.abs(x! - 3)
  }
  const [x] = nelderMead(f, [2], { steps: [-5], evaluations: 6, tolerance: 0 })
  expect(Math.abs(x! - 3)).toBeLessThanOrEqual(1)
  expect(calls).toBeLessThanOrEqual(8)
})
