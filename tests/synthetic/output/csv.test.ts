import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { CsvWriter, formatCents, quoteText } from '../../../src/synthetic/output/csv.js'
import { parseCsv } from '../read-csv.js'

test.each([
  ['abc', 'abc'],
  ['', ''],
  ['01037', '"01037"'],
  ['a,b', '"a,b"'],
  ['say "hi"', '"say ""hi"""'],
  ['two\nlines', '"two\nlines"'],
])('quoteText(%j) is %j', (text, expected) => {
  expect(quoteText(text)).toBe(expected)
})

test.each([
  [0, '0.00'],
  [5, '0.05'],
  [1990, '19.90'],
  [-105, '-1.05'],
])('formatCents(%d) is %s', (cents, expected) => {
  expect(formatCents(cents)).toBe(expected)
})

test('what is written is read back, counted and hashed', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'causeway-csv-'))
  const rows = [
    ['1', 'plain'],
    ['2', 'a "quoted", comma\r\n\nand lines'],
  ]
  const writer = await CsvWriter.create(dir, 'a.csv', ['id', 'text'], true)
  for (const row of rows) writer.write(row.map(quoteText))
  const written = await writer.close()
  const bytes = readFileSync(join(dir, 'a.csv'))
  rmSync(dir, { recursive: true })
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  expect(parseCsv(bytes.toString('utf8').slice(1))).toEqual([['id', 'text'], ...rows])
  expect(written).toMatchObject({ name: 'a.csv', rows: 2, bytes: bytes.length })
})
