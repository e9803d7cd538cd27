import { describe, expect, it } from 'vitest'
import { rateSeverity } from '../../src/judgment/severity.js'

const GMV = 1_000_000
const found = (amountCents: number) => ({ violations: 1, amountCents })

describe('rateSeverity', () => {
  it('holds a broken law critical by however little, and however many rows', () => {
    expect(rateSeverity({ impact: 'law', stage: 'finance' }, found(1), GMV).severity).toBe(
      'critical',
    )
    expect(rateSeverity({ impact: 'law', stage: 'dwh' }, found(0), GMV).severity).toBe('critical')
  })

  it('holds a wrong figure critical from 1% of GMV, or less with later artifacts', () => {
    const severity = (stage: 'finance' | 'market', cents: number) =>
      rateSeverity({ impact: 'figure', stage }, found(cents), GMV).severity
    expect(severity('finance', 0)).toBe('note')
    expect(severity('finance', 99)).toBe('warning')
    expect(severity('finance', 9_999)).toBe('warning')
    expect(severity('finance', 10_000)).toBe('critical')
    expect(severity('market', 99)).toBe('critical')
  })

  it('takes a defect of reality as it is until it would move profit', () => {
    const severity = (cents: number) =>
      rateSeverity({ impact: 'reality', stage: 'dwh' }, found(cents), GMV).severity
    expect(severity(0)).toBe('note')
    expect(severity(50)).toBe('warning')
    expect(severity(10_000)).toBe('critical')
  })

  it('says none where nothing is broken', () => {
    const held = rateSeverity(
      { impact: 'law', stage: 'raw' },
      { violations: 0, amountCents: 0 },
      GMV,
    )
    expect(held).toEqual({ exposure: 0, propagation: 4, severity: 'none' })
  })
})
