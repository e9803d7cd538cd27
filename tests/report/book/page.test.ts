import { describe, expect, it } from 'vitest'
import { bookPage } from '../../../src/report/book/page.js'
import { turningTables } from '../../../src/report/book/tables.js'

const pages = [
  { file: 'index.html', title: 'The answer' },
  { file: 'a.html', title: 'A & B' },
]

describe('bookPage', () => {
  const html = bookPage({
    file: 'a.html',
    title: 'A & B',
    body: '<h1>A</h1><h2 id="one">One <code>x</code><a class="anchor-link" href="#one">¶</a></h2>',
    pages,
  })

  it('lists every page, and the headings of its own', () => {
    expect(html).toContain('<li><a href="index.html">The answer</a></li>')
    expect(html).toContain('<strong aria-current="page">A &amp; B</strong>')
    expect(html).toContain('<li><a href="#one">One x</a></li>')
  })

  it('needs nothing else: no script, and no address of another place', () => {
    expect(html).not.toMatch(/<script|<link|@import|https?:/)
  })
})

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
})
