import { type Judgment, judge, judgeOnEngine, judgmentText } from '../report/index.js'
import type { Workbench } from '../workbench/index.js'
import { judgmentCode } from './answer.js'
import { type ClusterFlags, clusterOf } from './cluster.js'
import { openPublished, type ReadFlags } from './options.js'
import { printResult, progressLine } from './output.js'

/** What `check` may be told. */
export type CheckFlags = ReadFlags &
  ClusterFlags & { json?: boolean; all?: boolean; onEngine?: boolean }

/**
 * `causeway check`: every law over the published artifacts, as they are on disk now. A file that was
 * changed, a chain of several runs and a stage that is not there are refused by name, as by `sql`.
 */
export async function checkCommand(flags: CheckFlags): Promise<number> {
  const workbench = openPublished(flags)
  const isElsewhere = flags.onEngine || flags.engine !== undefined || flags.root !== undefined
  try {
    const judgment = isElsewhere ? await onEngine(workbench, flags) : await judge(workbench)
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

/** Laws on the cluster; which of them were not is told beside the judgment. */
async function onEngine(workbench: Workbench, flags: CheckFlags): Promise<Judgment> {
  const cluster = clusterOf(flags, true)!
  const progress = progressLine()
  const tell = (message: string) => {
    if (process.stderr.isTTY) progress.tell(message)
  }
  const judgment = await judgeOnEngine(workbench, cluster, tell).finally(progress.done)
  const { answeredThere, answeredHere } = judgment
  const rest = answeredHere.length > 0 ? ` Asked here: ${answeredHere.join(', ')}.` : ''
  process.stderr.write(
    `${answeredThere.length} of ${judgment.laws.length} laws were asked on the engine.${rest}\n`,
  )
  return judgment
}
