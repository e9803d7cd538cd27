import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { laws, runLaws } from '../../../src/judgment/index.js'
import { Cluster } from '../../../src/workbench/cluster.js'
import { judged } from '../../../src/workbench/judge-on-cluster.js'
import { faultOf } from '../../judgment/fault-of.js'
import { type RunInMemory, runInMemory } from '../../judgment/in-memory.js'
import { FEW_ROWS, type RunningSpark, sparkHome, startSpark } from './start-spark.mjs'

const STAGES = ['raw', 'dwh', 'market', 'attribution', 'finance', 'judgment'] as const

/** Laws that say what Spark cannot: of files beside the orders, of rows by month, or by state and age. */
const ASKED_HERE = [
  'dwh.leads_are_the_file',
  'dwh.lift_tests_are_the_file',
  'finance.key_metrics',
  'finance.lead_funnel',
  'finance.lifetime_value',
  'finance.lines_are_declared',
  'finance.payable_aging',
]

describe.skipIf(!sparkHome)('laws on Spark (needs pyspark: npm run spark-test)', () => {
  let spark: RunningSpark
  let folder: string
  let run: RunInMemory

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'causeway-laws-'))
    run = await runInMemory()
    spark = await startSpark(FEW_ROWS)
  }, 300_000)
  afterAll(async () => {
    await spark?.stop()
    await run?.close()
    rmSync(folder, { recursive: true, force: true })
  }, 60_000)

  it('say of tables that are broken in all ways at once what they say here', async () => {
    for (const law of laws.filter(({ files, stage }) => files === 'any' && stage !== 'decisions')) {
      const { breaks } = await faultOf(run, law)
      await run.db.exec(breaks)
    }
    const here = await runLaws((sql) => run.db.all(sql))
    // The faults of a few undo those of others.
    expect(here.filter(({ violations }) => violations === 0).length).toBeLessThan(8)

    const there = await judgeThere()
    expect(there.findings).toEqual(here)
    expect([...there.answeredHere].sort()).toEqual(ASKED_HERE)
  }, 1_200_000)

  it('say that the cluster went away, not that laws are broken', async () => {
    let killing: Promise<void> | undefined
    const judging = judgeThere((message) => {
      if (message.startsWith('asking dwh')) killing ??= spark.killDriver()
    })
    await expect(judging).rejects.toThrow(/went away while/)
    await killing
  }, 600_000)

  function judgeThere(progress: (message: string) => void = () => {}) {
    const cluster = new Cluster({ engine: spark.url, root: join(folder, 'root') })
    return cluster.build(
      {
        dir: folder,
        db: run.db,
        folder: join(folder, 'root', 'laws'),
        earlier: {},
        needs: STAGES.map((name) => [name, `${name}-broken.duckdb`] as const),
        progress,
      },
      judged,
      'laws',
    )
  }
})
