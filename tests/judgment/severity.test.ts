import { describe, expect, it } from 'vitest'
import { rateSeverity } from '../../src/judgment/severity.js'

const GMV = 1_000_000
const bounds = { warningBps: 10, criticalBps: 500 }
const found = (amountCents: number) => ({ violations: 1, amountCents })

describe('rateSeverity', () => {
  it('holds a broken pipeline critical by however little, and however few rows', () => {
    const severity = (cents: number) =>
      rateSeverity({ impact: 'pipeline', stage: 'finance' }, found(cents), GMV, bounds).severity
    expect(severity(1)).toBe('critical')
    expect(severity(0)).toBe('critical')
  })

  it('takes a defect of reality by the money it touches, beside the figure it distorts', () => {
    const severity = (cents: number) =>
      rateSeverity({ impact: 'reality', stage: 'dwh' }, found(cents), GMV, bounds).severity
    expect(severity(0)).toBe('note')
    expect(severity(999)).toBe('note')
    expect(severity(1_000)).toBe('warning')
    expect(severity(49_999)).toBe('warning')
    expect(severity(50_000)).toBe('critical')
  })

  it('measures by money alone: a thousand rows without money are a note', () => {
    const many = { violations: 1_000, amountCents: 0 }
    const none = { warningBps: 0, criticalBps: 0 }
    expect(rateSeverity({ impact: 'reality', stage: 'dwh' }, many, GMV, none).severity).toBe('note')
  })

  it('says none where nothing is broken', () => {
    const held = { violations: 0, amountCents: 0 }
    expect(rateSeverity({ impact: 'pipeline', stage: 'raw' }, held, GMV, bounds)).toEqual({
      exposure_bps: 0,
      propagation: 4,
      severity: 'none',
    })
  })

  it('counts a figure that is not there, or smaller than the money, as wholly distorted', () => {
    const rated = (figure: number) =>
      rateSeverity({ impact: 'reality', stage: 'dwh' }, found(7), figure, bounds).exposure_bps
    expect([rated(0), rated(6), rated(14)]).toEqual([10_000, 10_000, 5_000])
  })
})
