import { comparisonText } from '../report/index.js'
import { compare } from '../workbench/index.js'
import { openPublished } from './options.js'
import { printResult } from './output.js'

/** `causeway compare`: two published runs side by side. */
export async function compareCommand(
  nameOfA: string,
  nameOfB: string,
  { workbench, json }: { workbench?: string; json?: boolean },
): Promise<number> {
  const [a, b] = [nameOfA, nameOfB].map((run) =>
    openPublished({ ...(workbench ? { workbench } : {}), run }),
  ) as [ReturnType<typeof openPublished>, ReturnType<typeof openPublished>]
  try {
    const comparison = await compare(a, b)
    printResult(json ? JSON.stringify(comparison, null, 2) : comparisonText(comparison, a.notation))
    return 0
  } finally {
    await a.close()
    await b.close()
  }
}
