import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Workbench } from '../workbench/index.js'
import { readStatement } from './statement.js'
import { statementCsv } from './statement-csv.js'
import { statementHtml } from './statement-html.js'

/**
 * Writes `statement.html` and `statement.csv` into a folder, which is made when it is not there.
 *
 * @returns the paths of both
 * @throws InputError when the stages have not run through judgment
 */
export async function writeStatement(
  workbench: Workbench,
  dir: string,
): Promise<{ html: string; csv: string }> {
  const statement = await readStatement(workbench)
  const paths = { html: join(dir, 'statement.html'), csv: join(dir, 'statement.csv') }
  const html = await statementHtml(statement, workbench)
  mkdirSync(dir, { recursive: true })
  writeFileSync(paths.html, html)
  writeFileSync(paths.csv, statementCsv(statement))
  return paths
}
