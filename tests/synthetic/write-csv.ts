import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Writes rows of texts by column as a CSV file; the first says the columns and their order. */
export function writeCsv(
  dir: string,
  name: string,
  rows: readonly Readonly<Record<string, string>>[],
): void {
  const header = Object.keys(rows[0]!)
  const quote = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  const lines = rows.map((row) => header.map((column) => quote(row[column]!)).join(','))
  writeFileSync(join(dir, name), `${[header.join(','), ...lines].join('\n')}\n`)
}
