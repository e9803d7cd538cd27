import { join } from 'node:path'
import { formatBrl } from '../money/format.js'
import { readVerdict, type Workbench } from '../workbench/index.js'
import { printResult } from './output.js'

/**
 * Prints the answer of a complete run.
 *
 * @param reportDir folder of the rendered notebooks, if they were rendered
 * @returns the exit code
 */
export async function printAnswer(workbench: Workbench, reportDir?: string): Promise<number> {
  const verdict = await readVerdict(workbench)
  printResult(`Net profit ${formatBrl(verdict.net_profit_accrual_cents)}`)
  if (reportDir !== undefined)
    printResult(`Report: ${join(reportDir, '05_unified_financials.html')}`)
  return 0
}
