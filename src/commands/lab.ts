import { lab } from '../jupyter/index.js'
import { openWorkbench } from '../workbench/index.js'
import { cellEnvironment } from './cell-environment.js'
import type { WorkbenchFlags } from './options.js'
import { progressLine } from './output.js'

export interface LabFlags extends WorkbenchFlags {
  run?: string
  port?: number
  browser: boolean
}

/** `causeway lab`: JupyterLab over the notebooks, the kernel ready, on the data and run that are named. */
export async function labCommand(flags: LabFlags): Promise<number> {
  const workbench = openWorkbench(flags)
  await workbench.close()
  const data = flags.run ? workbench.dataDir : flags.data
  const progress = progressLine()
  return lab({
    env: cellEnvironment({ ...flags, data }, workbench.dir),
    browser: flags.browser,
    ...(flags.port === undefined ? {} : { port: flags.port }),
    onProgress: ({ text, transient }) => {
      if (!transient || process.stderr.isTTY) progress.tell(text)
    },
  })
}
