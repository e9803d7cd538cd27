import { chmodSync, copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Database } from '../../src/engine/index.js'
import { type Finding, type Law, runLaws } from '../../src/judgment/index.js'
import { generateMarketplace } from '../../src/synthetic/index.js'
import { openWorkbench } from '../../src/workbench/index.js'

const ARTIFACTS = ['raw', 'dwh', 'market', 'attribution', 'finance', 'judgment'] as const
export type ArtifactName = (typeof ARTIFACTS)[number]

/** A little run, published, whose artifacts can be copied and corrupted. */
export interface Published {
  readonly dir: string
  /** Path of each artifact. */
  readonly paths: Readonly<Record<ArtifactName, string>>
  remove(): void
}

/** Runs all stages on a generated marketplace. */
export async function publishGenerated(orders: number, seed: number): Promise<Published> {
  const dir = mkdtempSync(join(tmpdir(), 'causeway-judgment-'))
  const data = join(dir, 'data')
  await generateMarketplace({ dir: data, orders, seed })
  return publishRun(data, dir)
}

/** Runs all stages on a folder of CSV files. */
export async function publishRun(
  data: string,
  dir = mkdtempSync(join(tmpdir(), 'causeway-judgment-')),
): Promise<Published> {
  const workbench = openWorkbench({ data, workbench: join(dir, 'workbench'), threads: 2 })
  const { artifacts } = await workbench.run()
  await workbench.close()
  const paths = ARTIFACTS.map((name) => [name, join(workbench.dir, artifacts[name]!.file)])
  return {
    dir,
    paths: Object.fromEntries(paths),
    remove: () => rmSync(dir, { recursive: true, force: true }),
  }
}

/** Copies one artifact, corrupts the copy, and judges the run with it in the original's place. */
export async function judgeCorrupted(
  published: Published,
  artifact: ArtifactName,
  corrupt: (db: Database) => Promise<void>,
  only?: readonly Law[],
): Promise<Finding[]> {
  const copy = join(published.dir, `corrupted-${artifact}.duckdb`)
  copyFileSync(published.paths[artifact], copy)
  chmodSync(copy, 0o644)
  try {
    const db = await Database.create(copy, { threads: 1 })
    await corrupt(db)
    await db.close()
    return await judge({ ...published.paths, [artifact]: copy }, only)
  } finally {
    rmSync(copy, { force: true })
  }
}

/** Runs laws (default: all) over published files. */
export async function judge(paths: Published['paths'], only?: readonly Law[]): Promise<Finding[]> {
  const db = await Database.create(':memory:', { threads: 2 })
  try {
    for (const name of ARTIFACTS) await db.attach(name, paths[name])
    return await runLaws((sql) => db.all(sql), only ? { only } : {})
  } finally {
    await db.close()
  }
}
