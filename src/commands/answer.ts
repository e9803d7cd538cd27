import { profitByMonthText, readStatement, statementText, writeStatement } from '../report/index.js'
import type { Workbench } from '../workbench/index.js'
import { printResult } from './output.js'

const DONE = 0
const NOT_CONSISTENT = 1

/** The exit code that a judgment asks for. */
export function judgmentCode(judgment: { consistent: boolean }): number {
  return judgment.consistent ? DONE : NOT_CONSISTENT
}

/**
 * Prints the statement and the months of a complete run, and writes the statement as HTML and CSV.
 *
 * @param reportDir folder for the statement
 * @returns the exit code
 */
export async function printAnswer(workbench: Workbench, reportDir: string): Promise<number> {
  const statement = await readStatement(workbench)
  printResult(`${statementText(statement)}\n\n${profitByMonthText(statement)}\n`)
  const { html, csv } = await writeStatement(workbench, reportDir)
  printResult(`Statement: ${html}\nIts figures: ${csv}`)
  return judgmentCode(statement.judgment)
}
