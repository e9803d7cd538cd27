import { SparkDesk } from '../engine/spark/index.js'
import { InputError } from '../errors.js'
import { stageNames } from '../schema/artifact-names.js'
import { Cluster, type ClusterOptions } from './cluster.js'
import { claimFolder, lookingFile, releaseFolder } from './parquet-folder.js'
import { attachRun } from './reader.js'
import type { Workbench } from './workbench.js'

/** How a run is looked through by a cluster. */
export interface LookOptions {
  readonly cluster: ClusterOptions
  /** Told what is being done. */
  readonly onProgress: (message: string) => void
}

/**
 * Has a cluster look through the tables of a run. Tables that only this machine holds are handed over
 * first; what is made on the way is removed.
 *
 * @param work gets a desk that sees every artifact by the name of its stage
 * @throws InputError when the run cannot be read, or the cluster cannot be used
 */
export async function lookThrough<T>(
  { dir, name, record }: Pick<Workbench, 'dir' | 'name' | 'record'>,
  { cluster: options, onProgress: progress }: LookOptions,
  work: (desk: SparkDesk) => Promise<T>,
): Promise<T> {
  if (!record) throw new InputError(`${dir}: holds no run. Make one: causeway run.`)
  const cluster = new Cluster(options)
  const db = await attachRun({ dir, name, record }, {})
  try {
    const folder = claimFolder(dir, lookingFile(), cluster.root)
    const earlier = record.artifacts
    const needs = stageNames.flatMap((stage) => {
      const artifact = earlier[stage]
      return artifact ? [[stage, artifact.file] as const] : []
    })
    return await cluster.build({ dir, db, folder, earlier, needs, progress }, (engine) =>
      work(new SparkDesk(engine)),
    )
  } finally {
    await db.close()
    releaseFolder(dir, lookingFile())
  }
}
