import { describe, expect, it } from 'vitest'
import { compareNotebooks, describeDifferences } from '../../src/jupyter/compare.js'
import type { Cell, Notebook, Output } from '../../src/jupyter/notebook.js'

const html = (text: string): Output => {
  return { output_type: 'display_data', data: { 'text/html': text }, metadata: {} }
}
const notebook = (...cells: Output[][]): Notebook => ({
  cells: cells.map(
    (outputs): Cell => ({ cell_type: 'code', metadata: {}, source: 'show()', outputs }),
  ),
  metadata: {},
  nbformat: 4,
  nbformat_minor: 5,
})

describe('compareNotebooks', () => {
  it('finds nothing between equal runs', () => {
    const run = notebook([html('<p>1</p>')], [])
    expect(compareNotebooks('a', run, run)).toEqual([])
  })

  it('names the first line that differs in each cell', () => {
    const committed = notebook([html('<p>\nR$ 1\n</p>')], [html('same')], [html('x')])
    const executed = notebook([html('<p>\nR$ 2\n</p>')], [html('same')], [html('y')])
    expect(compareNotebooks('a', committed, executed)).toEqual([
      {
        notebook: 'a',
        cell: 1,
        place: 'output 1 (text/html), line 2',
        committed: 'R$ 1',
        executed: 'R$ 2',
      },
      {
        notebook: 'a',
        cell: 3,
        place: 'output 1 (text/html), line 1',
        committed: 'x',
        executed: 'y',
      },
    ])
  })

  it('sees another kind of output, and more or fewer of them', () => {
    const stdout: Output = { output_type: 'stream', name: 'stdout', text: 'x' }
    const [kind] = compareNotebooks('a', notebook([html('x')]), notebook([stdout]))
    expect(kind).toMatchObject({ place: 'output 1', committed: 'text/html', executed: 'stdout' })
    const [count] = compareNotebooks('a', notebook([]), notebook([html('x')]))
    expect(count).toMatchObject({ place: 'number of outputs', committed: '0', executed: '1' })
  })

  it('sees a line more and a line less', () => {
    const [more] = compareNotebooks('a', notebook([html('x')]), notebook([html('x\ny')]))
    expect(more).toMatchObject({ committed: '(no such line)', executed: 'y' })
    const [less] = compareNotebooks('a', notebook([html('x\ny')]), notebook([html('x')]))
    expect(less).toMatchObject({ committed: 'y', executed: '(no such line)' })
  })

  it('cuts long lines around the place where they part', () => {
    const long = 'a'.repeat(500)
    const [found] = compareNotebooks(
      'a',
      notebook([html(`${long}1`)]),
      notebook([html(`${long}2`)]),
    )
    expect(found?.committed).toMatch(/^…a{40}1$/)
    expect(found?.executed).toMatch(/^…a{40}2$/)
  })
})

describe('describeDifferences', () => {
  it('prints place and both sides', () => {
    const differences = compareNotebooks('05_unified', notebook([html('1')]), notebook([html('2')]))
    expect(describeDifferences(differences)).toBe(
      '05_unified.ipynb, cell [1], output 1 (text/html), line 1\n  committed: 1\n  executed:  2',
    )
  })
})
