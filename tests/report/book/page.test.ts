import { describe, expect, it } from 'vitest'
import { bookPage } from '../../../src/report/book/page.js'

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
