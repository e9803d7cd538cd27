import { describe, expect, it } from 'vitest'
import { normalise } from '../../src/jupyter/normalise.js'
import type { Cell, Notebook, Output } from '../../src/jupyter/notebook.js'

const notebook = (...cells: Cell[]): Notebook => {
  return { cells, metadata: {}, nbformat: 4, nbformat_minor: 5 }
}
const code = (outputs: Output[], rest: Partial<Cell> = {}): Cell => {
  return { cell_type: 'code', id: 'a', metadata: {}, source: 'f()', outputs, ...rest }
}
const stream = (name: string, text: string): Output => ({ output_type: 'stream', name, text })

describe('normalise', () => {
  it('takes cells and ids from the source, outputs from the execution', () => {
    const source = notebook(code([stream('stdout', 'old')], { id: 'kept', execution_count: 9 }))
    const executed = notebook(
      code([stream('stdout', 'new')], { id: 'other', source: 'other', execution_count: 1 }),
    )
    expect(normalise(source, executed).cells[0]).toEqual({
      cell_type: 'code',
      id: 'kept',
      metadata: {},
      source: 'f()',
      execution_count: 1,
      outputs: [stream('stdout', 'new')],
    })
  })

  it('drops the times of an execution and keeps other metadata', () => {
    const metadata = { tags: ['laws'], execution: { 'iopub.status.busy': '2024-01-01' } }
    const cell = code([], { metadata })
    expect(normalise(notebook(cell), notebook(cell)).cells[0]?.metadata).toEqual({ tags: ['laws'] })
  })

  it('joins what was printed in several writes, but not across another output', () => {
    const figure: Output = { output_type: 'display_data', data: { 'text/html': 'x' }, metadata: {} }
    const outputs = [stream('stdout', 'a'), stream('stdout', 'b'), figure, stream('stdout', 'c')]
    expect(normalise(notebook(code([])), notebook(code(outputs))).cells[0]?.outputs).toEqual([
      stream('stdout', 'ab'),
      figure,
      stream('stdout', 'c'),
    ])
    expect(outputs[0]).toEqual(stream('stdout', 'a'))
  })

  it('names the plain kernel, whatever the source names, and gives every cell an id', () => {
    const prose: Cell = { cell_type: 'markdown', metadata: {}, source: '# T' }
    const result = normalise(
      { ...notebook(prose), metadata: { kernelspec: { name: 'mine' }, author: 'x' } },
      notebook(prose),
    )
    expect(result.metadata.kernelspec).toEqual({
      name: 'tslab',
      display_name: 'TypeScript',
      language: 'typescript',
    })
    expect(Object.keys(result.metadata)).toEqual(['kernelspec', 'language_info'])
    expect(result.cells[0]).toEqual({ ...prose, id: 'cell-1' })
  })
})
