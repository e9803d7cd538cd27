import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

/** A date, a place, a currency, a channel or a feast of the sample. */
const OF_SAMPLE = /\b20\d\d-\d\d|Black Friday|Brazil|R\$|BRL|facebook|google|instagram|email_/gi

it('the cells of the notebooks name nothing of the sample', () => {
  const folder = new URL('../../notebooks/', import.meta.url)
  const files = readdirSync(folder).filter((file) => file.endsWith('.ipynb'))
  expect(files).toHaveLength(5)
  const found = files.flatMap((file) => {
    const { cells } = JSON.parse(readFileSync(new URL(file, folder), 'utf8'))
    const source = cells.flatMap((cell: { source: string | string[] }) => cell.source).join('')
    return [...source.matchAll(OF_SAMPLE)].map(([word]) => `${file}: ${word}`)
  })
  expect(found).toEqual([])
})
