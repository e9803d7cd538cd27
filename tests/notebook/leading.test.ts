import { describe, expect, it } from 'vitest'
import { leadingTable, type ShownLeading } from '../../src/notebook/index.js'
import { notation } from '../notation.js'

const row: ShownLeading = {
  name: 'CTR of Email',
  value: '3.50%',
  basis: 'default',
  why: 'Opt-in readers',
  low: '1.75%',
  answer_at_low: '12.92%',
  high: '7.00%',
  answer_at_high: '33.30%',
}
const headers = (html: string) =>
  [...html.matchAll(/<th\b[^>]*>(.*?)<\/th>/g)].map(([, words]) => words)

describe('the assumptions that an answer hangs on', () => {
  it('stand in one table: the answer at both ends of the range, value, who set it, why', () => {
    const table = leadingTable([row], notation, 'waste')
    expect(headers(table)).toEqual([
      'Assumption',
      'At the low end',
      'At the high end',
      'Value',
      'Set by',
      'Why this value',
    ])
    expect(table).toContain('>12.92% at 1.75%<')
    expect(table).toContain('>33.30% at 7.00%<')
  })

  it('tell where a verdict turns, where one hangs on the answer', () => {
    const turning = leadingTable([{ ...row, flip: '2.10%' }], notation, 'gain')
    expect(headers(turning)[4]).toBe('Turns at')
    expect(turning).toContain('2.10%')
  })

  it('say so where none moves it', () => {
    expect(leadingTable([], notation, 'waste')).toContain('No assumption')
  })
})
