import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { bookDocuments } from '../../src/commands/book-documents.js'
import { forBook } from '../../src/jupyter/documents.js'

const dir = mkdtempSync(join(tmpdir(), 'causeway-documents-'))
writeFileSync(join(dir, 'a.svg'), '<svg/>')
afterAll(() => rmSync(dir, { recursive: true, force: true }))

describe('a document in the book', () => {
  it('carries its pictures', () => {
    expect(forBook('![An error](a.svg)', dir, [])).toBe(
      '![An error](data:image/svg+xml;base64,PHN2Zy8+)',
    )
  })

  it('leads to other documents of the book, to places of its own and to the web, and to no file', () => {
    const text = '[how well](other.md), [above](#top), [paper](https://x.org/a), [how](../x.mjs)'
    expect(forBook(text, dir, ['other'])).toBe(
      '[how well](other.html), [above](#top), [paper](https://x.org/a), how',
    )
  })

  it('is there', () => {
    expect(bookDocuments.map((path) => existsSync(path))).toEqual([true, true])
  })
})
