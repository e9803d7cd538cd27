import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type Score, scoreSentence } from './report.js'

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')

describe('the score of the laws', () => {
  const score = JSON.parse(read('tests/mutants/score.json')) as Score

  it('leaves no fault unseen that changes a published table', () => {
    expect(score.tallies.all!.survived).toBe(0)
  })

  it.each(['src/judgment/README.md', 'notebooks/05_unified_financials.ipynb'])(
    'stands in %s as it was recorded',
    (path) => {
      const plain = read(path).replaceAll(/\\n",\s+"|\s+/g, ' ')
      expect(plain).toContain(scoreSentence(score))
    },
  )
})
