import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, it } from 'vitest'
import type { AssumptionChanges } from '../../../src/assumptions/index.js'
import { openWorkbench, type Workbench, type WorkbenchOptions } from '../../../src/index.js'
import { marketplace } from '../../marketplaces/arbitrary.js'
import { runMarketplace } from '../../marketplaces/run-marketplace.js'
import { expectSameTables } from './same-tables.js'
import { FEW_ROWS, type RunningSpark, sparkHome, startSpark } from './start-spark.mjs'

/** So many marketplaces, and the files of a folder: asked for by hand, as each takes minutes. */
const COUNT = Number(process.env.CAUSEWAY_SPARK_MARKETPLACES ?? 0)
const DATA = process.env.CAUSEWAY_SPARK_DATA
const HOUR_MS = 3_600_000
describe.skipIf(!sparkHome)('both engines make the same tables', () => {
  let spark: RunningSpark
  let folder: string

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'causeway-marketplaces-'))
    if (COUNT > 0 || DATA) spark = await startSpark(COUNT > 0 ? FEW_ROWS : {})
  }, 300_000)
  afterAll(async () => {
    await spark?.stop()
    rmSync(folder, { recursive: true, force: true })
  }, 60_000)

  let made = 0
  async function expectSameRun(here: Workbench, options: WorkbenchOptions) {
    const place = join(folder, `there-${made++}`)
    const there = openWorkbench({ ...options, data: here.dataDir, workbench: place })
    try {
      await there.run({ cluster: { engine: spark.url, root: join(place, 'root') } })
      await expectSameTables(there, here)
    } finally {
      await there.close()
      rmSync(place, { recursive: true, force: true })
    }
  }

  it.skipIf(COUNT === 0)(
    `of ${COUNT} marketplaces that do not exist`,
    async () => {
      const same = fc.asyncProperty(marketplace, (one) =>
        runMarketplace(one, (here) =>
          expectSameRun(here, {
            changes: { ...one.finance, ...one.marketing } as AssumptionChanges,
            seed: one.seed,
          }),
        ),
      )
      await fc.assert(same, { numRuns: COUNT, seed: 20_180_131, endOnFailure: true })
    },
    12 * HOUR_MS,
  )

  it.skipIf(!DATA)(
    `of the files in ${DATA}`,
    async () => {
      const here = openWorkbench({ data: DATA, workbench: join(folder, 'here') })
      await here.run()
      await expectSameRun(here, {})
      await here.close()
    },
    12 * HOUR_MS,
  )
})
