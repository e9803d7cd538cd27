import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const DECLARED = join('src', 'assumptions', 'definitions', 'place.ts')

/** What would tie the product to one currency, language or country. */
const TIES = [
  /R\$(?!\{)/,
  /pt-BR/,
  /\bBRL\b/,
  /['"`]BR['"`]/,
  /\breais\b/i,
  /centavo/i,
  /Bra[sz]il/,
]

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((file) => join('src', file))
  .filter((file) => /\.(ts|sql|md|py|ipynb)$/.test(file) && file !== DECLARED)

it('ties no file but the declaration of money and place to one currency or country', () => {
  const ties = files.flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .flatMap((line, i) =>
        TIES.some((tie) => tie.test(line)) ? [`${file}:${i + 1}: ${line}`] : [],
      ),
  )
  expect(files.length).toBeGreaterThan(300)
  expect(ties).toEqual([])
})
