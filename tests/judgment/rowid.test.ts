import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const room = new URL('../../src/judgment/', import.meta.url)

it('no law counts on the place of a row: tables of a cluster are Parquet, which has none', () => {
  const files = readdirSync(room, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  )
  const found = files.filter((name) => /\browid\b/.test(readFileSync(new URL(name, room), 'utf8')))
  expect(files.length).toBeGreaterThan(50)
  expect(found).toEqual([])
})
