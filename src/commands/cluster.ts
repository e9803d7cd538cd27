import { InputError } from '../errors.js'
import type { ClusterOptions } from '../workbench/index.js'

/** The flags that say which cluster does the work. */
export interface ClusterFlags {
  engine?: string
  root?: string
}

/**
 * The cluster that flags and environment name. Ctrl-C stops what it does for this command, a second one the
 * command too.
 *
 * @throws InputError where only half of it is named, or nothing and it is needed
 */
export function clusterOf(
  { engine, root }: ClusterFlags,
  isNeeded = false,
): ClusterOptions | undefined {
  const asked = {
    engine: engine ?? process.env.CAUSEWAY_ENGINE,
    root: root ?? process.env.CAUSEWAY_ROOT,
  }
  if (asked.engine === undefined && root === undefined && !isNeeded) return undefined
  if (asked.engine === undefined || asked.root === undefined) {
    const lacks = asked.engine === undefined ? '--engine' : '--root'
    throw new InputError(
      `engine: got no ${lacks}, needed both: --engine sc://host:15002 --root /folder/that/the/cluster/sees.`,
    )
  }
  const stop = new AbortController()
  process.once('SIGINT', () => stop.abort())
  return { engine: asked.engine, root: asked.root, signal: stop.signal }
}
