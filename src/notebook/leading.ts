import type { Notation } from '../format/index.js'
import { noticeHtml } from './notice.js'
import { htmlTable } from './table.js'

/** An assumption that an answer hangs on, all in words: its value, its range, and the answer at both ends. */
export interface ShownLeading {
  readonly name: string
  readonly value: string
  /** Who set it. */
  readonly basis: string
  readonly why: string
  readonly low: string
  readonly answer_at_low: string
  readonly high: string
  readonly answer_at_high: string
  /** Where the verdict turns; empty where no verdict hangs on the answer. */
  readonly flip?: string
}

/** The assumptions that move an answer most, the first most of all. */
export function leadingTable(
  assumptions: readonly ShownLeading[],
  notation: Notation,
  answer: string,
): string {
  if (assumptions.length === 0)
    return noticeHtml('note', `No assumption with a declared range moves the ${answer}.`)
  const turns = assumptions.some(({ flip }) => flip)
  return htmlTable(assumptions, notation, {
    caption: `What moves the ${answer} most, each assumption moved alone to the ends of its range`,
    columns: {
      name: 'Assumption',
      answer_at_low: 'Answer at the low end',
      answer_at_high: 'At the high end',
      value: 'Value',
      low: 'Low end',
      high: 'High end',
      ...(turns ? { flip: 'Turns at' } : { basis: 'Set by' }),
      why: 'Why this value',
    },
  })
}
