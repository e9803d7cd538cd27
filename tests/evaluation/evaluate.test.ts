import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { InputError } from '../../src/errors.js'
import { evaluateAttribution } from '../../src/evaluation/index.js'
import { evaluationText } from '../../src/evaluation/report.js'
import { readCauses } from '../../src/evaluation/truth.js'

describe('evaluateAttribution', () => {
  it('scores every method in a scarce world, where stock matters', async () => {
    const evaluation = await evaluateAttribution({ worlds: ['scarce'], orders: 2_000 })
    const variation = new Map(
      evaluation.scores.map((score) => [score.method, score.total_variation_bps]),
    )
    expect(variation.get('truth')).toBe(0)
    expect(variation.get('inventory')).toBeLessThan(variation.get('same_day')!)
    for (const { accuracy_bps, chance_bps } of evaluation.scores) {
      expect(accuracy_bps).toBeGreaterThan(0)
      expect(accuracy_bps).toBeLessThanOrEqual(10_000)
      expect(chance_bps).toBeGreaterThan(0)
    }
    const errors = evaluation.shares.filter(({ method }) => method === 'inventory')
    expect(Math.abs(errors.reduce((sum, { error_bps }) => sum + error_bps, 0))).toBeLessThan(6)
    expect(evaluationText(evaluation)).toContain('Click inventory')
  })
})

describe('readCauses', () => {
  it('reads quoted ids and refuses another header', () => {
    const dir = mkdtempSync(join(tmpdir(), 'causeway-test-'))
    expect(() => readCauses(dir)).toThrow(InputError)
    mkdirSync(join(dir, 'truth'))
    const file = join(dir, 'truth', 'order_causes.csv')
    writeFileSync(file, 'order_id,cause,click_date\n"a",baseline,\n"b",google_search,2018-01-01\n')
    expect([...readCauses(dir)]).toEqual([
      ['a', 'baseline'],
      ['b', 'google_search'],
    ])
    writeFileSync(file, 'order,why\n')
    expect(() => readCauses(dir)).toThrow(/got the header order, why/)
    rmSync(dir, { recursive: true })
  })
})
