import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { notebookDisplay } from '../../src/cells/index.js'
import { InputError } from '../../src/errors.js'
import { noticeHtml, ranked } from '../../src/notebook/index.js'
import { openWorkbench, type Verdict } from '../../src/workbench/index.js'

const workbench = openWorkbench({ workbench: join(tmpdir(), 'causeway-display-none') })

function recorder() {
  const shown: [mime: string, content: string][] = []
  const display = {
    html: (content: string) => shown.push(['html', content]),
    svg: (content: string) => shown.push(['svg', content]),
  }
  return { shown, display: display as { html(c: string): void; svg(c: string): void } }
}

describe('notebookDisplay', () => {
  it('shows a figure as SVG and its numbered caption below', async () => {
    const { shown, display } = recorder()
    const { figure } = notebookDisplay(workbench, display)
    const spec = ranked({ data: [{ a: 'x', n: 1 }], category: 'a', value: 'n' })
    expect(await figure(2, spec, 'One bar of R$1')).toBeUndefined()
    expect(shown.map(([mime]) => mime)).toEqual(['svg', 'html'])
    expect(shown[0]![1]).toContain('<title id="figure-2-title">Figure 2. One bar of R$1</title>')
    expect(shown[1]![1]).toBe('<p><b>Figure 2.</b> One bar of R<span>$</span>1</p>')
  })

  it('shows tables, notices, laws and assumptions as HTML and returns nothing', () => {
    const { shown, display } = recorder()
    const { table, notice, laws, assumptions } = notebookDisplay(workbench, display)
    expect(table([{ a: 1 }])).toBeUndefined()
    expect(notice('warning', 'Take <care>')).toBeUndefined()
    expect(laws([])).toBeUndefined()
    expect(assumptions([])).toBeUndefined()
    expect(shown.map(([mime]) => mime)).toEqual(['html', 'html', 'html', 'html'])
  })

  it('shows what moved from one verdict to another, and nothing else', () => {
    const { shown, display } = recorder()
    const { moved } = notebookDisplay(workbench, display)
    const verdict = { first_date: new Date(0), gmv_cents: 500, spend_cents: 100, waste_cents: 30 }
    const before = verdict as unknown as Verdict
    moved(before, { ...before, spend_cents: 100, waste_cents: 10 })
    moved(before, before)
    const texts = shown.map(([, content]) => content.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' '))
    expect(texts).toEqual([
      ' What moved Figure Change Before After Waste -R $ 0.20 R $ 0.30 R $ 0.10 ',
      ' Note. Nothing of the verdict moved. ',
    ])
  })

  it('has a figure explored only once it is shown', async () => {
    const { shown, display } = recorder()
    const live: [string, unknown][] = []
    const raw = (type: string, content: unknown) => live.push([type, content])
    const { figure, explore } = notebookDisplay(workbench, { ...display, raw })
    expect(() => explore(1)).toThrow('explore: got figure 1, none is shown yet.')
    await figure(1, ranked({ data: [{ a: 'x', n: 1 }], category: 'a', value: 'n' }), 'One bar')
    explore(1)
    expect(live.map(([type]) => type)).toEqual(['application/vnd.vegalite.v5+json'])
    expect(JSON.stringify(live)).toContain('"tooltip"')
    expect(shown).toHaveLength(2)
  })

  it('says in words why there is no figure or no row', async () => {
    const { shown, display } = recorder()
    const { figure, table } = notebookDisplay(workbench, display)
    await figure(1, 'Nothing is spent.', 'Spend')
    table([], { whenEmpty: 'No channel is paid.' })
    table([{ a: 1 }], { whenEmpty: 'No channel is paid.' })
    expect(shown.map(([, content]) => content.replace(/<[^>]+>/g, '').trim()).slice(0, 2)).toEqual([
      'Note. Nothing is spent.',
      'Note. No channel is paid.',
    ])
    expect(shown[2]![1]).toContain('<table>')
  })

  it('writes amounts and channels as the run does', () => {
    const { shown, display } = recorder()
    const { table } = notebookDisplay(
      workbench.assume({
        'place.currency': 'JPY',
        'market.channels.google_search.name': 'ACME Paid SEARCH',
      }),
      display,
    )
    table([{ channel: 'google_search', spend_cents: 1234 }])
    expect(shown[0]![1]).toContain('>ACME Paid SEARCH<')
    expect(shown[0]![1]).toContain('>¥1,234<')
  })

  it('says so when there is no notebook', () => {
    expect(() => notebookDisplay(workbench)).toThrow(InputError)
    expect(() => notebookDisplay(workbench)).toThrow(/not a tslab kernel/)
  })
})

describe('noticeHtml', () => {
  it('says in a word what it is about, and escapes', () => {
    expect(noticeHtml('problem', 'a < b')).toBe(
      '<blockquote><p><b>Problem.</b> a &lt; b</p></blockquote>',
    )
  })
})
