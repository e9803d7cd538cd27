import { describe, expect, it } from 'vitest'
import { liveLine } from '../../src/workbench/live-line.js'

function watched() {
  const shown: string[] = []
  const display = { html: (text: string) => shown.push(text), svg() {} }
  return { shown, line: liveLine(display) }
}

describe('the live line of a run', () => {
  it('replaces what it said, and leaves nothing behind', () => {
    const { shown, line } = watched()
    line.onProgress!({ stage: 'raw', message: 'orders: 1 < 2 & more' })
    line.onProgress!({ stage: 'dwh', message: 'fct_orders' })
    line.done()
    expect(shown).toEqual([
      '<p><i>raw: orders: 1 &lt; 2 &amp; more</i></p>',
      '<p><i>dwh: fct_orders</i></p>',
      '',
    ])
  })

  it('shows nothing for a run that did nothing, and outside a kernel there is none', () => {
    const { shown, line } = watched()
    line.done()
    expect(shown).toEqual([])
    expect(liveLine().onProgress).toBeUndefined()
  })
})
