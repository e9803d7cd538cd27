import type { UncheckedChanges } from '../../src/assumptions/index.js'
import { openWorkbench, Workbench, type WorkbenchOptions } from '../../src/workbench/index.js'

/**
 * Opens a workbench under assumptions that no user may make together: only where a principal for goods
 * takes commission too does one run have every line of profit.
 */
export function openEveryLine(
  changes: UncheckedChanges,
  {
    data,
    workbench,
    threads,
    seed,
  }: Pick<WorkbenchOptions, 'data' | 'workbench' | 'threads' | 'seed'>,
): Workbench {
  const { dir, settings } = openWorkbench({ data, workbench, seed })
  return new Workbench({
    dir,
    limits: threads === undefined ? {} : { threads },
    name: 'main',
    settings: { ...settings, assumptions: settings.assumptions.with(changes) },
  })
}
