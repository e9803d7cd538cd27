import { exportRaw } from '../raw/index.js'
import { type ExportFormat, exportTables } from '../workbench/index.js'
import { expectWritable } from './folders.js'
import { openPublished, type ReadFlags } from './options.js'
import { printResult } from './output.js'

/** `causeway export`: every table for other tools, or the raw tables as the CSV files they were. */
export async function exportCommand(
  dir: string,
  flags: ReadFlags & { format: ExportFormat; raw?: boolean },
): Promise<number> {
  expectWritable(dir, 'DIR')
  const workbench = openPublished(flags)
  try {
    const paths = flags.raw
      ? await exportRaw(workbench, dir)
      : await exportTables(workbench, dir, flags.format)
    for (const path of paths) printResult(path)
    return 0
  } finally {
    await workbench.close()
  }
}
