import { InputError } from '../errors.js'
import {
  type ComparisonBase,
  compareMonth,
  comparisonSection,
  readStatement,
  sectionText,
  statementText,
  writeStatement,
} from '../report/index.js'
import { judgmentCode, printFiles } from './answer.js'
import { expectWritable } from './folders.js'
import { openPublished, type ReadFlags, reportFolder } from './options.js'
import { printResult } from './output.js'

export interface StatementFlags extends ReadFlags {
  out?: string
  compare?: ComparisonBase
  month?: string
}

/** `causeway statement`: the whole statement of a published run, and its files where a folder is named. */
export async function statementCommand(flags: StatementFlags): Promise<number> {
  if (flags.month && !flags.compare) {
    throw new InputError('Got --month alone, needed --compare previous, year or budget beside it.')
  }
  const out = flags.out && reportFolder(flags.out)
  if (out) expectWritable(out, '--out')
  const workbench = openPublished(flags)
  try {
    if (flags.compare) {
      const found = await compareMonth(workbench, flags.compare, flags.month)
      const { notation } = workbench
      printResult(sectionText(comparisonSection(found, notation), notation))
      return 0
    }
    const statement = await readStatement(workbench)
    printResult(statementText(statement))
    if (out) printFiles(await writeStatement(workbench, out, statement))
    return judgmentCode(statement.judgment)
  } finally {
    await workbench.close()
  }
}
