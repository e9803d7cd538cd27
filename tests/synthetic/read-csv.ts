import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A CSV file as rows of texts by column, read by RFC 4180 and nothing else. */
export function readCsv(dir: string, name: string): Record<string, string>[] {
  const [header, ...rows] = parseCsv(readFileSync(join(dir, name), 'utf8').replace(/^\uFEFF/, ''))
  return rows.map((row) => Object.fromEntries(header!.map((column, i) => [column, row[i]!])))
}

/** CSV text as rows of fields. */
export function parseCsv(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  for (const [, quoted, bare, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\n]*))(,|\n)/g)) {
    row.push(quoted?.replaceAll('""', '"') ?? bare!)
    if (end === ',') continue
    rows.push(row)
    row = []
  }
  return rows
}
