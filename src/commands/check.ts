import { InputError } from '../errors.js'
import { type Judgment, judge, judgeThere, judgmentText } from '../report/index.js'
import type { Workbench } from '../workbench/index.js'
import { judgmentCode } from './answer.js'
import { type ClusterFlags, clusterOf } from './cluster.js'
import { openPublished, type ReadFlags } from './options.js'
import { printResult, progressLine } from './output.js'

interface CheckFlags extends ReadFlags, ClusterFlags {
  json?: boolean
  all?: boolean
  onEngine?: boolean
}

/**
 * `causeway check`: every law over the published artifacts, as they are on disk now. A file that was
 * changed, a chain of several runs and a stage that is not there are refused by name, as by `sql`.
 */
export async function checkCommand(flags: CheckFlags): Promise<number> {
  const workbench = openPublished(flags)
  try {
    const judgment = flags.onEngine ? await onEngine(workbench, flags) : await judge(workbench)
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

/** Has the cluster look through the tables, and says which laws it could not be asked. */
async function onEngine(workbench: Workbench, flags: CheckFlags): Promise<Judgment> {
  const cluster = clusterOf(flags)
  if (!cluster) {
    throw new InputError(
      'check: got --on-engine without a cluster. Add --engine sc://host:15002 --root /folder/that/the/cluster/sees.',
    )
  }
  const progress = progressLine()
  try {
    const onProgress = (message: string) => progress.stage({ stage: 'judgment', message })
    const { judgment, here } = await judgeThere(workbench, { cluster, onProgress })
    progress.done()
    const there = judgment.laws.length - here.length
    process.stderr.write(
      `${there} laws were asked on the cluster${here.length > 0 ? `, ${here.length} here, whose SQL only this machine's engine knows: ${here.join(', ')}` : ''}.\n`,
    )
    return judgment
  } finally {
    progress.done()
  }
}
