import { describe, expect, it } from 'vitest'
import { page } from '../../src/report/statement/page.js'
import { turningTables } from '../../src/report/turning-tables.js'

describe('turningTables', () => {
  it('gives every cell the header of its column', () => {
    const table = `<table>
<thead><tr><th align="left" style="text-align:left">Day</th><th>Say "x"</th></tr></thead>
<tbody>
<tr><td>1</td><td>2</td></tr>
</tbody>
</table>`
    expect(turningTables(table)).toBe(`<table class="turns" role="table">
<thead role="rowgroup"><tr role="row"><th role="columnheader" align="left">Day</th><th role="columnheader">Say "x"</th></tr></thead>
<tbody role="rowgroup">
<tr role="row"><td role="cell" data-label="Day">1</td><td role="cell" data-label="Say &quot;x&quot;">2</td></tr>
</tbody>
</table>`)
  })

  it('marks the cells that hold a word too long for a column, of markup and hyphens not counted', () => {
    const long = 'a'.repeat(17)
    const cells = [long, 'simulated', `<code>${long}</code>`, 'well-known-and-not-long']
    const row = cells.map((cell) => `<td>${cell}</td>`).join('')
    const marked = turningTables(`<table><tr>${row}</tr></table>`).match(/<td[^>]*>/g)!
    expect(marked.map((cell) => cell.includes('class="long"'))).toEqual([true, false, true, false])
  })

  it('stands in the statement with its style', () => {
    const html = page('Statement', '<table><tr><th>Day</th></tr><tr><td>1</td></tr></table>')
    expect(html).toContain('<td role="cell" data-label="Day">1</td>')
    expect(html).toContain('content: attr(data-label)')
  })
})
