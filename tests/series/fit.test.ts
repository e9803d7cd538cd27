import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  fitSeriesFile,
  type SeriesFit,
  seriesChannels,
  seriesExperiments,
  seriesOptimum,
  seriesTotal,
  seriesWhatIf,
} from '../../src/series/index.js'
import { exampleSeries } from './example.js'

const dir = mkdtempSync(join(tmpdir(), 'causeway-series-fit-'))
afterAll(() => rmSync(dir, { recursive: true }))
const path = join(dir, 'series.csv')
const { csv, caused } = exampleSeries()
let fitted: SeriesFit
let priced: SeriesFit

beforeAll(() => {
  writeFileSync(path, csv)
  fitted = fitSeriesFile(path)
  const map = join(dir, 'map.yaml')
  writeFileSync(map, 'series: {worth: 32}\n')
  priced = fitSeriesFile(path, { map })
})

describe('a weekly series of known truth', () => {
  it('is the example of the how-to', () => {
    const shown = new URL('../../docs/how-to/series.csv', import.meta.url)
    expect(readFileSync(fileURLToPath(shown), 'utf8')).toBe(csv)
  })

  it('gives every channel a range that holds what it caused, and the total within a tenth', () => {
    const channels = seriesChannels(fitted)
    for (const { channel, caused: range, grade } of channels) {
      expect(range.low).toBeLessThan(caused[channel]!)
      expect(range.high).toBeGreaterThan(caused[channel]!)
      expect(grade).toBe(channel === 'social' ? 'not_identified' : 'indicated')
    }
    const total = channels.reduce((sum, row) => sum + row.caused.mean, 0)
    expect(seriesTotal(fitted).mean / total).toBeCloseTo(1, 9)
    const truth = Object.values(caused).reduce((a, b) => a + b)
    expect(Math.abs(total / truth - 1)).toBeLessThan(0.1)
  })

  it("tells returns in the file's money: orders caused over spend", () => {
    for (const { caused: range, spend, returned, curve } of seriesChannels(fitted)) {
      expect(Math.abs((returned.mean * spend) / range.mean - 1)).toBeLessThan(0.02)
      const today = curve.find(({ multiple }) => multiple === 1)!
      expect(today.spend).toBeCloseTo(spend, 6)
    }
  })
})

describe('plans of a series', () => {
  it('change nothing where they are as history was', () => {
    const effect = seriesWhatIf(fitted, {})
    expect(effect).toMatchObject({ spendDifference: 0, outcome: { low: 0, mean: 0, high: 0 } })
    expect(effect.net).toEqual({ low: 0, mean: 0, high: 0 })
  })

  it('lose what a paused channel caused, and save what it cost', () => {
    const social = seriesChannels(priced).find(({ channel }) => channel === 'social')!
    const { outcome, net, spendDifference } = seriesWhatIf(priced, { social: 0 })
    expect(spendDifference).toBeCloseTo(-social.spend, 6)
    expect(Math.abs(-outcome.mean / social.caused.mean - 1)).toBeLessThan(0.02)
    expect(net.mean).toBeCloseTo(32 * outcome.mean + social.spend, -2)
  })

  it('keep the total they are asked to keep, and are never worse than today', () => {
    for (const one of [fitted, priced]) {
      const { spendDifference, net, spend } = seriesOptimum(one, 'same')
      expect(spendDifference).toBeCloseTo(0, 6)
      expect(net.mean).toBeGreaterThanOrEqual(0)
      expect(Math.min(...Object.values(spend))).toBeGreaterThanOrEqual(0)
    }
  })

  it('are in money where the worth is known, and weigh spend by its last unit where not', () => {
    expect([fitted.pricing.unit, priced.pricing.unit]).toEqual(['outcome', 'money'])
    const all = { tv: 1.01, search: 1.01, social: 1.01 }
    const { outcome, net } = seriesWhatIf(fitted, all)
    expect(Math.abs(net.mean / outcome.mean)).toBeLessThan(0.03)
    const { outcome: same, spendDifference, net: money } = seriesWhatIf(priced, all)
    expect(money.mean).toBeCloseTo(32 * same.mean - spendDifference, 0)
  })

  it('refuse an unknown channel and a negative factor', () => {
    expect(() => seriesWhatIf(fitted, { radio: 1 })).toThrow(
      "what-if: got the channel 'radio', allowed tv, search, social.",
    )
    expect(() => seriesWhatIf(fitted, { tv: -1 })).toThrow('allowed numbers >= 0')
  })
})

describe('experiments of a series', () => {
  it('have an error that counts its shocks, and a value no greater than perfect knowledge', () => {
    const { experiments, evpi } = seriesExperiments(priced)
    expect(experiments).toHaveLength(21)
    for (const { standardError, evsi } of experiments) {
      expect(standardError).toBeGreaterThan(0)
      expect(evsi).toBeLessThanOrEqual(evpi * 1.001)
    }
  })

  it('have an error where the outcome is an amount, whose chance is all shock', () => {
    const lines = csv.replace('orders', 'sales').replace(/^(\S{10},\d+)/gm, '$1.5')
    writeFileSync(join(dir, 'sales.csv'), lines)
    const { series, fit, ...rest } = fitSeriesFile(join(dir, 'sales.csv'))
    expect([series.data.outcomeIsCount, fit.chance.phi]).toEqual([false, 0])
    const { experiments } = seriesExperiments({ series, fit, ...rest })
    const holdouts = experiments.filter(({ design }) => design === 'holdout')
    for (const { standardError } of holdouts) expect(standardError).toBeGreaterThan(20)
  })
})

describe('a lift test beside a series', () => {
  const head = 'channel,first_date,last_date,spend_factor,lift_orders,standard_error\n'
  const lift = join(dir, 'lift_tests.csv')

  it('is taken in, and narrows its channel', () => {
    writeFileSync(lift, `${head}social,2024-03-04,2024-04-14,0,140,60\n`)
    const tested = fitSeriesFile(path, { lift })
    const width = (one: SeriesFit) => {
      const { low, high } = seriesChannels(one).find(({ channel }) => channel === 'social')!.caused
      return high - low
    }
    expect(tested.fit.liftTests).toHaveLength(1)
    expect(width(tested)).toBeLessThan(0.6 * width(fitted))
  })

  it('that cannot be read is refused', () => {
    writeFileSync(lift, `${head}social,soon,2024-04-14,0,140,60\n`)
    expect(() => fitSeriesFile(path, { lift })).toThrow(
      /line 2, first_date: got "soon", allowed a day as YYYY-MM-DD/,
    )
    writeFileSync(lift, 'channel,lift\nsocial,3\n')
    expect(() => fitSeriesFile(path, { lift })).toThrow(/no column first_date, last_date/)
  })
})
