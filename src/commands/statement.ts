import { readStatement, statementText, writeStatement } from '../report/index.js'
import { judgmentCode, printFiles } from './answer.js'
import { expectWritable } from './folders.js'
import { openPublished, type ReadFlags, reportFolder } from './options.js'
import { printResult } from './output.js'

export interface StatementFlags extends ReadFlags {
  out?: string
}

/** `causeway statement`: the whole statement of a published run, and its files where a folder is named. */
export async function statementCommand(flags: StatementFlags): Promise<number> {
  const out = flags.out && reportFolder(flags.out)
  if (out) expectWritable(out, '--out')
  const workbench = openPublished(flags)
  try {
    const statement = await readStatement(workbench)
    printResult(statementText(statement))
    if (out) printFiles(await writeStatement(workbench, out))
    return judgmentCode(statement.judgment)
  } finally {
    await workbench.close()
  }
}
