import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { Assumptions } from '../../src/assumptions/index.js'
import { codeCells, parseNotebook } from '../../src/jupyter/notebook.js'

const dir = resolve('notebooks')
const notebooks = readdirSync(dir)
  .filter((file) => file.endsWith('.ipynb'))
  .map((file) => [file, parseNotebook(readFileSync(join(dir, file), 'utf8'))] as const)

/** What would be true of the sample only: its channels, its dates, its money and place. */
const channels = Assumptions.defaults().members('market.channels')
const ofSample = new RegExp(`${channels.join('|')}|20(16|17|18)-\\d\\d|R\\$|Olist|Brazil`, 'i')

describe('the words that would be true of the sample only', () => {
  it.each(['google_search', '2017-11-24', 'R$ 5', 'on Olist', 'in Brazil'])('hold %s', (words) => {
    expect(words).toMatch(ofSample)
  })
})

describe.each(notebooks)('%s', (_, notebook) => {
  it('names nothing of the sample in a cell', () => {
    expect(
      notebook.cells.map(({ source }) => source).filter((text) => ofSample.test(text)),
    ).toEqual([])
  })

  it('has at most 18 code cells of at most six lines', () => {
    const cells = codeCells(notebook)
    expect(cells.length).toBeLessThanOrEqual(18)
    expect(cells.filter(({ source }) => source.split('\n').length > 6)).toEqual([])
  })

  it('opens with its question and closes with its laws', () => {
    expect(notebook.cells[0]!.source).toMatch(/^# \d\. .+\n\n\*\*.+\?\*\*/)
    expect(codeCells(notebook).at(-1)!.source).toContain('page.laws(')
  })
})
