import { InputError } from '../errors.js'
import { openWorkbench } from '../workbench/index.js'
import { printResult } from './output.js'

export type SqlFormat = 'table' | 'csv' | 'json'

/** `causeway sql`: one question to all published artifacts. */
export async function sqlCommand(
  query: string,
  flags: { workbench?: string; format: SqlFormat },
): Promise<number> {
  const workbench = openWorkbench({ workbench: flags.workbench })
  try {
    const table = await workbench.query(query).catch((error: Error) => {
      throw error instanceof InputError ? error : new InputError(error.message)
    })
    if (flags.format === 'csv') printResult(table.toCSV())
    else if (flags.format === 'json') printResult(JSON.stringify(table.objects(), null, 2))
    else printResult(table.toMarkdown({ limit: Number.POSITIVE_INFINITY }))
    return 0
  } finally {
    await workbench.close()
  }
}
