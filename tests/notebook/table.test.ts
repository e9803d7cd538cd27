import { table } from 'arquero'
import { describe, expect, it } from 'vitest'
import { InputError } from '../../src/errors.js'
import { htmlTable } from '../../src/notebook/index.js'
import { notation } from '../notation.js'

const rows = [
  { channel: 'direct', date: new Date('2017-11-24T00:00:00Z'), spend_cents: 123_456, ctr_bps: 350 },
  { channel: 'total', date: null, spend_cents: -5, ctr_bps: 0 },
]

describe('htmlTable', () => {
  it('is written as its golden file', async () => {
    const html = htmlTable(rows, notation, { caption: 'Spend by channel', totalRow: true })
    await expect(`${html}\n`).toMatchFileSnapshot('golden/table.html')
  })

  it('reads an arquero table as it reads rows', () => {
    const columns = table({
      channel: ['direct', 'total'],
      date: [new Date('2017-11-24T00:00:00Z'), null],
      spend_cents: [123_456, -5],
      ctr_bps: [350, 0],
    })
    expect(htmlTable(columns, notation)).toBe(htmlTable(rows, notation))
  })

  it('shows the columns asked for, under the headers given', () => {
    const html = htmlTable(rows, notation, { columns: { spend_cents: 'Paid', channel: 'By' } })
    expect(html).toMatch(/Paid<\/th><th[^>]*>By<\/th><\/tr>/)
    expect(htmlTable(rows, notation, { columns: ['ctr_bps'] })).not.toContain('Spend')
  })

  it('says how many rows there are when it shows fewer', () => {
    const many = Array.from({ length: 1234 }, (_, n) => ({ n }))
    const html = htmlTable(many, notation, { maxRows: 3 })
    expect(html.match(/<tr>/g)).toHaveLength(5)
    expect(html).toContain('The first 3 of 1,234 rows.')
    expect(htmlTable(many.slice(0, 3), notation, { maxRows: 3 })).not.toContain('first')
  })

  it('says that there are no rows', () => {
    expect(htmlTable([], notation)).toContain('No rows.')
    expect(htmlTable(table({ a: [] }), notation)).toContain(
      '<th align="left" style="text-align:left">A</th>',
    )
  })

  it('escapes headers, captions and cells, and keeps dollars from being typeset', () => {
    const html = htmlTable([{ a: '<b>"x" & \'y\'</b>', b: 'R$1 R$2' }], notation, {
      caption: '<i>',
      columns: { a: '<u>', b: 'b' },
    })
    expect(html).toContain('&lt;b&gt;&quot;x&quot; &amp; &#39;y&#39;&lt;/b&gt;')
    expect(html).toContain('<caption>&lt;i&gt;</caption>')
    expect(html).toContain('&lt;u&gt;')
    expect(html).toContain('R<span>$</span>1 R<span>$</span>2')
  })

  it('aligns numbers right and words left, by attribute and by style', () => {
    const html = htmlTable(rows, notation, { columns: ['channel', 'spend_cents'] })
    expect(html).toContain('<td align="left" style="text-align:left">Direct</td>')
    expect(html).toContain(
      '<td align="right" style="text-align:right">R<span>$</span>1,234.56</td>',
    )
  })

  it('names the column that is not there', () => {
    expect(() => htmlTable(rows, notation, { columns: ['spend'] })).toThrow(InputError)
    expect(() => htmlTable(rows, notation, { columns: ['spend'] })).toThrow(
      /no column spend.*channel, date/,
    )
  })
})
