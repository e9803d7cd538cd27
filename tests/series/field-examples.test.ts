import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fitSeriesFile, seriesChannels } from '../../src/series/index.js'

/** Folder of the example series of PyMC-Marketing and Meridian; they are not part of this repository. */
const mmmDir = resolve(process.env.CAUSEWAY_MMM_DIR ?? join('..', 'shared', 'mmm'))
const simulated = join(mmmDir, 'mmm_example.csv')
const national = join(mmmDir, 'national_media.csv')
const needs = (file: string) =>
  existsSync(file) ? '' : `: SKIPPED, ${file} is absent (CAUSEWAY_MMM_DIR names another place)`

/** As the example was made: decay over 8 weeks, logistic saturation, effect. */
const TRUTH = [
  { column: 1, decay: 0.4, rate: 4, most: 3000 },
  { column: 2, decay: 0.2, rate: 3, most: 2000 },
]

function causedBy(spend: readonly number[], { decay, rate, most }: (typeof TRUTH)[number]): number {
  const weights = Array.from({ length: 8 }, (_, k) => decay ** k)
  const total = weights.reduce((a, b) => a + b)
  return spend.reduce((sum, _, t) => {
    const exposure = weights.reduce((x, weight, k) => x + (weight / total) * (spend[t - k] ?? 0), 0)
    return sum + most * Math.tanh((rate * exposure) / 2)
  }, 0)
}

describe.skipIf(!existsSync(simulated))(`PyMC-Marketing's example${needs(simulated)}`, () => {
  it('is met by its headers alone: each channel within 5%, the total within 3%', () => {
    const [head, ...lines] = readFileSync(simulated, 'utf8').trim().split(/\r?\n/)
    const at = head!.split(',').indexOf('x1') - 1
    const truth = TRUTH.map((one) =>
      causedBy(
        lines.map((line) => Number(line.split(',')[at + one.column])),
        one,
      ),
    )
    const channels = seriesChannels(fitSeriesFile(simulated))
    expect(channels.map(({ channel, grade }) => [channel, grade])).toEqual([
      ['x1', 'measured'],
      ['x2', 'measured'],
    ])
    const total = channels.reduce((sum, { caused }) => sum + caused.mean, 0)
    expect(Math.abs(total / (truth[0]! + truth[1]!) - 1)).toBeLessThan(0.03)
    for (const [c, { caused }] of channels.entries()) {
      expect(Math.abs(caused.mean / truth[c]! - 1)).toBeLessThan(0.05)
      expect(caused.low).toBeLessThan(truth[c]!)
      expect(caused.high).toBeGreaterThan(truth[c]!)
    }
  })
})

describe.skipIf(!existsSync(national))(`Meridian's example${needs(national)}`, () => {
  it('is read by its headers alone, and most of its channels are not identified', () => {
    const { series, fit, pricing } = fitSeriesFile(national)
    expect(series.read).toMatchObject({
      outcome: 'conversions',
      worth: 'revenue_per_conversion',
      controls: ['competitor_activity_score_control', 'sentiment_score_control'],
      leftOut: [],
    })
    expect(series.data.channels.every(({ impressions }) => impressions !== undefined)).toBe(true)
    expect([series.data.grain, fit.trust.status, pricing.unit]).toEqual(['week', 'own', 'money'])
    expect(fit.channels.filter(({ grade }) => grade === 'not_identified').length).toBe(3)
  })
})
