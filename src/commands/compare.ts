import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { comparisonHtml, comparisonText } from '../report/index.js'
import { compare } from '../workbench/index.js'
import { expectWritable } from './folders.js'
import { openPublished, reportFolder } from './options.js'
import { printResult } from './output.js'

/** `causeway compare`: two published runs side by side, and the way from one to the other as a figure. */
export async function compareCommand(
  nameOfA: string,
  nameOfB: string,
  { workbench, json, out }: { workbench?: string; json?: boolean; out?: string },
): Promise<number> {
  const reports = reportFolder(out)
  if (!json) expectWritable(reports, '--out')
  const [a, b] = [nameOfA, nameOfB].map((run) =>
    openPublished({ ...(workbench ? { workbench } : {}), run }),
  ) as [ReturnType<typeof openPublished>, ReturnType<typeof openPublished>]
  try {
    const comparison = await compare(a, b)
    if (json) {
      printResult(JSON.stringify(comparison, null, 2))
      return 0
    }
    const page = join(reports, `compare-${nameOfA}-${nameOfB}.html`)
    writeFileSync(page, await comparisonHtml(comparison, a.notation))
    printResult(`${comparisonText(comparison, a.notation)}\n\nAs a figure: ${page}`)
    return 0
  } finally {
    await a.close()
    await b.close()
  }
}
