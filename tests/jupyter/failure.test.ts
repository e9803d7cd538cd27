import { describe, expect, it } from 'vitest'
import { InputError } from '../../src/errors.js'
import type { CellFailed } from '../../src/jupyter/events.js'
import { cellError, cleanError, describeFailure, NotebookError } from '../../src/jupyter/failure.js'

const THROWN = `evalmachine.<anonymous>:5
throw new Error('boom');
^

Error: boom
    at evalmachine.<anonymous>:5:7
    at buildStage (/project/dist/market/index.js:12:3)
    at Script.runInThisContext (node:vm:135:14)
    at Object.execute (/project/node_modules/tslab/dist/executor.js:160:38)
`

const failed: CellFailed = {
  event: 'failed',
  name: '03_market_engine',
  number: 4,
  of: 21,
  reason: 'error',
  source: "const a = 1\nthrow new Error('boom')",
  error: THROWN,
}

describe('cleanError', () => {
  it("keeps the message and the library's own frames", () => {
    expect(cleanError(THROWN)).toBe(
      'Error: boom\n    at buildStage (/project/dist/market/index.js:12:3)',
    )
  })

  it('says a complaint of the compiler once', () => {
    const line = "1:7 - Type 'string' is not assignable to type 'number'."
    expect(cleanError(`${line}\n${line}\n`)).toBe(line)
  })
})

describe('describeFailure', () => {
  it('shows notebook, cell, source and error', () => {
    expect(describeFailure(failed, 600)).toBe(
      [
        '03_market_engine.ipynb, cell [4] of 21: it failed.',
        '',
        '  1 | const a = 1',
        "  2 | throw new Error('boom')",
        '',
        'Error: boom',
        '    at buildStage (/project/dist/market/index.js:12:3)',
      ].join('\n'),
    )
  })

  it('names the limit that a cell ran into', () => {
    const message = describeFailure({ ...failed, reason: 'timeout', error: '' }, 600)
    expect(message).toContain('it did not finish within 600 s')
    expect(message.endsWith("throw new Error('boom')")).toBe(true)
  })

  it('tells of promises that nothing awaits', () => {
    const reason = 'unhandled-rejection' as const
    expect(describeFailure({ ...failed, reason }, 600)).toContain('await every call')
  })
})

describe('cellError', () => {
  it("is an InputError when the cell's error is one, else a NotebookError", () => {
    const input = {
      ...failed,
      error: 'InputError: data/olist: no such folder.\n    at open (x.js:1:1)',
    }
    expect(cellError(input, 600)).toBeInstanceOf(InputError)
    expect(cellError(failed, 600)).toBeInstanceOf(NotebookError)
  })
})
