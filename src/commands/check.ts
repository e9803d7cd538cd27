import { judge, judgmentText } from '../report/index.js'
import { readNotation } from '../workbench/index.js'
import { gradeCode } from './answer.js'
import { openPublished, type ReadFlags } from './options.js'
import { printResult } from './output.js'

/** `causeway check`: every law over the published artifacts, as they are on disk now. */
export async function checkCommand(flags: ReadFlags & { json?: boolean }): Promise<number> {
  const workbench = openPublished(flags)
  try {
    const judgment = await judge(workbench)
    printResult(
      flags.json
        ? JSON.stringify(judgment, null, 2)
        : judgmentText(judgment, await readNotation(workbench)),
    )
    return gradeCode(judgment)
  } finally {
    await workbench.close()
  }
}
