import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AssumptionChanges } from '../../../src/assumptions/index.js'
import { readStatement, type Statement } from '../../../src/report/index.js'
import { generateMarketplace } from '../../../src/synthetic/index.js'
import { openWorkbench, type Workbench } from '../../../src/workbench/index.js'
import { dataOf, putWholeRun } from '../../made/whole-run.js'

/** A little marketplace, run through judgment, and its statement. */
export interface StatementRun {
  readonly data: string
  readonly workbench: Workbench
  readonly statement: Statement
  close(): Promise<void>
}

/**
 * Runs it. Where nothing is done to its files, whatever no change touches is taken from the run that
 * the suite made of them.
 */
export async function statementRun(
  changes: AssumptionChanges = {},
  prepare?: (data: string) => void,
): Promise<StatementRun> {
  const dir = mkdtempSync(join(tmpdir(), 'causeway-statement-'))
  const data = prepare ? join(dir, 'data') : await dataOf('small')
  if (prepare) {
    await generateMarketplace({ dir: data, orders: 300, seed: 11 })
    prepare(data)
  } else {
    await putWholeRun('small', join(dir, 'wb'))
  }
  const workbench = openWorkbench({ data, workbench: join(dir, 'wb'), threads: 2, changes })
  await workbench.run()
  return {
    data,
    workbench,
    statement: await readStatement(workbench),
    async close() {
      await workbench.close()
      rmSync(dir, { recursive: true, force: true })
    },
  }
}
