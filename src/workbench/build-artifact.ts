import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import {
  countRows,
  Database,
  type Engine,
  type Limits,
  type OnMeasured,
  type Row,
  reach,
  schemaDifferences,
} from '../engine/index.js'
import type { KeptResults, Stage } from '../stage.js'
import { buildingPath, freeName, publishFile } from './artifact-files.js'
import type { Cluster } from './cluster.js'
import type { Artifact, Artifacts } from './manifest.js'
import type { Ingredients, Lineage } from './origins.js'
import { claimFolder, publishedFolder } from './parquet-folder.js'
import type { Verdict } from './verdict.js'

/** Where and how artifacts are built. */
export interface BuildFrame extends Ingredients {
  /** The workbench folder. */
  readonly dir: string
  readonly limits?: Limits
  /** Makes the tables of models. Default: this machine. */
  readonly cluster?: Cluster | undefined
  readonly progress: (message: string) => void
  readonly onMeasured?: OnMeasured | undefined
  /** What need not be worked out again. */
  readonly kept?: KeptResults
  /** Told the row of `finance.verdict` as soon as it is made. */
  readonly onVerdict?: ((verdict: Verdict) => void) | undefined
}

/** Half the engine's own: tables of a hundred thousand rows are then written once, not twice. */
const ROW_GROUP_ROWS = 61_440

/** Builds the artifact of one stage beside its final name, and gives it that name once complete. */
export async function buildArtifact(
  frame: BuildFrame,
  stage: Stage,
  lineage: Lineage,
  earlier: Artifacts,
): Promise<Artifact> {
  const { dir } = frame
  const building = buildingPath(dir, stage.name)
  const file = freeName(dir, stage.name, lineage.key)
  const folder = clusterFolder(frame, stage, file)
  try {
    const built = await buildInto(building, frame, stage, earlier, folder)
    return publishFile(dir, building, { file, ...lineage, ...built })
  } finally {
    for (const path of [building, `${building}.wal`, `${building}.tmp`]) {
      if (existsSync(path)) rmSync(path, { force: true, recursive: true })
    }
  }
}

/** Where a cluster puts the tables of the artifact; none where it is made here. */
function clusterFolder({ dir, cluster }: BuildFrame, stage: Stage, file: string) {
  if (!cluster || !stage.hasModels) return undefined
  return claimFolder(dir, file, cluster.root)
}

async function buildInto(
  path: string,
  frame: BuildFrame,
  stage: Stage,
  earlier: Artifacts,
  folder: string | undefined,
): Promise<Pick<Artifact, 'rows' | 'parquet'>> {
  const { dir, limits, assumptions, seed, inputs, progress, onMeasured, kept, onVerdict, cluster } =
    frame
  const keys = Object.fromEntries(stage.needs.map((name) => [name, earlier[name]!.key]))
  const db = await Database.create(path, {
    rowGroupRows: ROW_GROUP_ROWS,
    ...limits,
    onMeasured,
  })
  const build = (engine: Engine) =>
    stage.build({
      ...{ db, engine, assumptions, inputs, progress, keys },
      seed: stage.usesChance ? seed : 0,
      ...(kept ? { kept } : {}),
      ...(onVerdict ? { answered: (row: Row) => onVerdict(row as unknown as Verdict) } : {}),
    })
  try {
    const needs = stage.needs.map((name) => [name, earlier[name]!.file] as const)
    for (const [name, file] of needs) {
      const { parquet } = earlier[name]!
      if (parquet) await reach(db, parquet.folder)
      await db.attach(name, join(dir, file))
    }
    if (folder === undefined) await build(db)
    else await cluster!.build({ dir, db, folder, earlier, needs, progress }, build)
    const differences = await schemaDifferences(db, stage.schema, {
      allowText: stage.hasOwnTables ?? false,
    })
    if (differences.length > 0) {
      throw new Error(`Stage ${stage.name} broke its declared tables:\n${differences.join('\n')}`)
    }
    const rows = await countRows(db)
    const parquet = folder === undefined ? {} : { parquet: await publishedFolder(db, folder) }
    await db.checkpoint()
    return { rows, ...parquet }
  } finally {
    await db.close()
  }
}
