import { judge, judgmentText } from '../report/index.js'
import { judgmentCode } from './answer.js'
import { openPublished, type ReadFlags } from './options.js'
import { printResult } from './output.js'

/** `causeway check`: every law over the published artifacts, as they are on disk now. */
export async function checkCommand(flags: ReadFlags & { json?: boolean }): Promise<number> {
  const workbench = openPublished(flags)
  try {
    const judgment = await judge(workbench)
    printResult(
      flags.json ? JSON.stringify(judgment, null, 2) : judgmentText(judgment, workbench.notation),
    )
    return judgmentCode(judgment)
  } finally {
    await workbench.close()
  }
}
