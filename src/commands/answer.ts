import {
  firstPageText,
  readStatement,
  type StatementFiles,
  writeStatement,
} from '../report/index.js'
import type { Workbench } from '../workbench/index.js'
import { printResult } from './output.js'

const DONE = 0
const NOT_CONSISTENT = 1

/** The exit code that a judgment asks for. */
export function judgmentCode(judgment: { consistent: boolean }): number {
  return judgment.consistent ? DONE : NOT_CONSISTENT
}

/**
 * Prints the first page of the statement of a complete run, and writes the whole of it as HTML, XLSX, CSV
 * and text.
 *
 * @param reportDir folder for the statement
 * @returns the exit code
 */
export async function printAnswer(workbench: Workbench, reportDir: string): Promise<number> {
  const statement = await readStatement(workbench)
  printResult(`${firstPageText(statement)}\n`)
  printFiles(await writeStatement(workbench, reportDir, statement))
  return judgmentCode(statement.judgment)
}

/** Where the files of a statement are. */
export function printFiles({ html, xlsx, csv, text }: StatementFiles): void {
  printResult(
    `Statement with its detail: ${html}\nAs a workbook: ${xlsx}\nAs text: ${text}\nIts figures: ${csv}`,
  )
}
