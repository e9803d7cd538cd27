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
    return noticeHtml('note', `No assumption with a declared range is known to move the ${answer}.`)
  const turns = assumptions.some(({ flip }) => flip)
  const rows = assumptions.map((one) => ({
    ...one,
    at_low: `${one.answer_at_low} at ${one.low}`,
    at_high: `${one.answer_at_high} at ${one.high}`,
  }))
  return htmlTable(rows, notation, {
    caption: `What moves the ${answer} most: what it is with each assumption alone at the ends of its range`,
    columns: {
      name: 'Assumption',
      at_low: 'At the low end',
      at_high: 'At the high end',
      value: 'Value',
      ...(turns ? { flip: 'Turns at' } : { basis: 'Set by' }),
      why: 'Why this value',
    },
  })
}
