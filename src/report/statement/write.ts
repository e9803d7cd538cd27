import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Workbench } from '../../workbench/index.js'
import { statementCsv } from './csv.js'
import { statementHtml } from './html.js'
import { readStatement, type Statement } from './statement.js'
import { statementText } from './text.js'
import { statementXlsx } from './xlsx.js'

/** Where the files of a statement are. */
export interface StatementFiles {
  readonly html: string
  readonly xlsx: string
  readonly csv: string
  readonly text: string
}

/**
 * Writes `statement.html`, `.xlsx`, `.csv` and `.txt` into a folder, which is made when it is not there.
 *
 * @param read the statement of the workbench where it was read before
 * @returns the paths
 * @throws InputError when the stages have not run through judgment
 */
export async function writeStatement(
  workbench: Workbench,
  dir: string,
  read?: Statement,
): Promise<StatementFiles> {
  const statement = read ?? (await readStatement(workbench))
  const html = await statementHtml(statement, workbench)
  const xlsx = await statementXlsx(statement, workbench)
  const at = (ending: string) => join(dir, `statement.${ending}`)
  const paths = { html: at('html'), xlsx: at('xlsx'), csv: at('csv'), text: at('txt') }
  mkdirSync(dir, { recursive: true })
  writeFileSync(paths.html, html)
  writeFileSync(paths.xlsx, xlsx)
  writeFileSync(paths.csv, statementCsv(statement))
  writeFileSync(paths.text, `${statementText(statement)}\n`)
  return paths
}
