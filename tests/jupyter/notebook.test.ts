import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  codeCells,
  formatNotebook,
  type Notebook,
  notebookTitle,
  parseNotebook,
} from '../../src/jupyter/notebook.js'

const FILE = `{
 "cells": [
  {
   "cell_type": "markdown",
   "id": "intro",
   "metadata": {},
   "source": [
    "# 1. *Reality*: what is there?\\n",
    "\\n",
    "Text."
   ]
  },
  {
   "cell_type": "code",
   "execution_count": 1,
   "id": "first",
   "metadata": {},
   "outputs": [
    {
     "data": {
      "application/json": {
       "a": 1
      },
      "image/svg+xml": [
       "<svg>\\n",
       "</svg>"
      ]
     },
     "metadata": {},
     "output_type": "display_data"
    }
   ],
   "source": [
    "show(figure)"
   ]
  },
  {
   "cell_type": "code",
   "execution_count": null,
   "id": "empty",
   "metadata": {},
   "outputs": [],
   "source": []
  }
 ],
 "metadata": {},
 "nbformat": 4,
 "nbformat_minor": 5
}
`

describe('parseNotebook and formatNotebook', () => {
  it('joins the lines of a file and writes the same bytes again', () => {
    const notebook = parseNotebook(FILE)
    expect(notebook.cells[0]?.source).toBe('# 1. *Reality*: what is there?\n\nText.')
    expect(notebook.cells[1]?.outputs?.[0]?.data?.['image/svg+xml']).toBe('<svg>\n</svg>')
    expect(formatNotebook(notebook)).toBe(FILE)
  })

  it('sorts keys, whoever wrote them', () => {
    const shuffled = JSON.stringify({ nbformat_minor: 5, nbformat: 4, metadata: {}, cells: [] })
    expect(Object.keys(JSON.parse(formatNotebook(parseNotebook(shuffled))))).toEqual([
      'cells',
      'metadata',
      'nbformat',
      'nbformat_minor',
    ])
  })

  it('keeps every text as it is', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (source, text) => {
        const notebook: Notebook = {
          cells: [
            {
              cell_type: 'code',
              id: 'a',
              metadata: {},
              source,
              execution_count: 1,
              outputs: [{ output_type: 'stream', name: 'stdout', text }],
            },
          ],
          metadata: {},
          nbformat: 4,
          nbformat_minor: 5,
        }
        expect(parseNotebook(formatNotebook(notebook))).toEqual(notebook)
      }),
    )
  })
})

describe('codeCells', () => {
  it('are those that run: neither prose nor empty', () => {
    expect(codeCells(parseNotebook(FILE)).map((cell) => cell.id)).toEqual(['first'])
  })
})

describe('notebookTitle', () => {
  it('is the first heading without marks', () => {
    expect(notebookTitle(parseNotebook(FILE))).toBe('1. Reality: what is there?')
  })

  it('is absent without a heading', () => {
    expect(
      notebookTitle({ cells: [], metadata: {}, nbformat: 4, nbformat_minor: 5 }),
    ).toBeUndefined()
  })
})
