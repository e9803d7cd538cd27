import { describe, expect, it } from 'vitest'
import { notebookBody } from '../../../src/report/book/notebook-page.js'

const shown = (body: string) =>
  notebookBody({
    name: '01_any',
    title: 'Any',
    body,
    sources: new Map(),
    asked: new Map(),
    answers: [],
    failed: false,
  })

describe('a dotted name in a table of a notebook page', () => {
  it('may break behind its dots and underscores', () => {
    expect(shown('<td>market.channels.email.ctr_bps</td>')).toBe(
      '<td>market.<wbr>channels.<wbr>email.<wbr>ctr_<wbr>bps</td>',
    )
    expect(shown('<td>market.channels.*.name</td>')).toBe(
      '<td>market.<wbr>channels.<wbr>*.<wbr>name</td>',
    )
    expect(shown('<td class="text">raw.orders<br>')).toBe('<td class="text">raw.<wbr>orders<br>')
  })

  it.each([
    ['a number', '<td>1.5</td>'],
    ['a sentence', '<td>A year. Or two.</td>'],
    ['a file', '<td>Orders.csv</td>'],
    ['what stands outside of a cell', '<p>raw.orders</p>'],
    ['an attribute', '<a href="raw.orders">x</a>'],
  ])('%s stays as it is', (_, html) => {
    expect(shown(html)).toBe(html)
  })
})
