import { judge, judgmentText } from '../report/index.js'
import { judgmentCode } from './answer.js'
import { openPublished, type ReadFlags } from './options.js'
import { printResult } from './output.js'

/**
 * `causeway check`: every law over the published artifacts, as they are on disk now. A file that was
 * changed, a chain of several runs and a stage that is not there are refused by name, as by `sql`.
 */
export async function checkCommand(
  flags: ReadFlags & { json?: boolean; all?: boolean },
): Promise<number> {
  const workbench = openPublished(flags)
  try {
    const judgment = await judge(workbench)
    printResult(
      flags.json
        ? JSON.stringify(judgment, null, 2)
        : judgmentText(judgment, workbench.notation, flags),
    )
    return judgmentCode(judgment)
  } finally {
    await workbench.close()
  }
}
