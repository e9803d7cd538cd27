import { lab } from '../jupyter/index.js'
import { progressLine } from './output.js'

/** `causeway lab`: JupyterLab over the notebooks, the kernel ready. */
export async function labCommand(): Promise<number> {
  const progress = progressLine()
  return lab({
    onProgress: ({ text, transient }) => {
      if (!transient || process.stderr.isTTY) progress.tell(text)
    },
  })
}
