import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import {
  countRows,
  Database,
  type Limits,
  type OnMeasured,
  type Row,
  schemaDifferences,
} from '../engine/index.js'
import type { KeptResults, Stage } from '../stage.js'
import { buildingPath, publishFile } from './artifact-files.js'
import type { Artifact, Artifacts } from './manifest.js'
import type { Ingredients, Lineage } from './origins.js'
import type { Verdict } from './verdict.js'

/** Where and how artifacts are built. */
export interface BuildFrame extends Ingredients {
  /** The workbench folder. */
  readonly dir: string
  readonly limits?: Limits
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
  const building = buildingPath(frame.dir, stage.name)
  try {
    const rows = await buildInto(building, frame, stage, earlier)
    return publishFile(frame.dir, building, stage.name, { ...lineage, rows })
  } finally {
    for (const path of [building, `${building}.wal`, `${building}.tmp`]) {
      if (existsSync(path)) rmSync(path, { force: true, recursive: true })
    }
  }
}

async function buildInto(
  path: string,
  frame: BuildFrame,
  stage: Stage,
  earlier: Artifacts,
): Promise<Record<string, number>> {
  const { dir, limits, assumptions, seed, inputs, progress, onMeasured, kept, onVerdict } = frame
  const keys = Object.fromEntries(stage.needs.map((name) => [name, earlier[name]!.key]))
  const db = await Database.create(path, {
    rowGroupRows: ROW_GROUP_ROWS,
    ...limits,
    onMeasured,
  })
  try {
    for (const name of stage.needs) await db.attach(name, join(dir, earlier[name]!.file))
    await stage.build({
      ...{ db, assumptions, inputs, progress, keys },
      seed: stage.usesChance ? seed : 0,
      ...(kept ? { kept } : {}),
      ...(onVerdict ? { answered: (row: Row) => onVerdict(row as unknown as Verdict) } : {}),
    })
    const differences = await schemaDifferences(db, stage.schema, {
      allowText: stage.hasOwnTables ?? false,
    })
    if (differences.length > 0) {
      throw new Error(`Stage ${stage.name} broke its declared tables:\n${differences.join('\n')}`)
    }
    const rows = await countRows(db)
    await db.checkpoint()
    return rows
  } finally {
    await db.close()
  }
}
