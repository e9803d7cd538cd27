import { expect, it } from 'vitest'
import { ratiosOf, regressions, table } from './report.mjs'

const measurements = {
  'loading alone': { seconds: 2, cpu_seconds: 4, peak_mb: 300 },
  'the whole model': { seconds: 5, cpu_seconds: 10, peak_mb: 900 },
}

it('tells everything as times loading, by processor time', () => {
  expect(ratiosOf(measurements)).toEqual({ 'the whole model': 2.5 })
  expect(table('1 times Olist', measurements, { 'the whole model': 3 })).toContain(
    '| the whole model | 2.50 | 3.00 | 5.00 | 10.00 | 900 |',
  )
})

it('names what is over 30% worse than the baseline, and that alone', () => {
  const baseline = { 'the whole model': 2 }
  expect(regressions({ 'the whole model': 2.59 }, baseline)).toEqual([])
  expect(regressions({ 'the whole model': 2.61 }, baseline)).toEqual([
    'the whole model: 2.61 times loading, the baseline has 2.00',
  ])
})
