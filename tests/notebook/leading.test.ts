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
  it('stand in one table of eight columns: the answer at both ends, value, range, who set it, why', () => {
    expect(headers(leadingTable([row], notation, 'waste'))).toEqual([
      'Assumption',
      'Answer at the low end',
      'At the high end',
      'Value',
      'Low end',
      'High end',
      'Set by',
      'Why this value',
    ])
  })

  it('tell where a verdict turns, where one hangs on the answer', () => {
    const turning = leadingTable([{ ...row, flip: '2.10%' }], notation, 'gain')
    expect(headers(turning)[6]).toBe('Turns at')
    expect(turning).toContain('2.10%')
  })

  it('say so where none moves it', () => {
    expect(leadingTable([], notation, 'waste')).toContain('No assumption')
  })
})
