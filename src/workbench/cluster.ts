import { isAbsolute } from 'node:path'
import { fileURLToPath } from 'node:url'
import {
  type Database,
  makePlace,
  type Place,
  reach,
  storeOf,
  storeSchemes,
} from '../engine/index.js'
import {
  handOver,
  SESSION_SETTINGS,
  type SparkAddress,
  SparkEngine,
  SparkSession,
  sparkAddress,
} from '../engine/spark/index.js'
import { InputError } from '../errors.js'
import type { StageName } from '../schema/artifact-names.js'
import type { Artifacts } from './manifest.js'
import { claimFolder } from './parquet-folder.js'

/** Where models run when not here. */
export interface ClusterOptions {
  /** Address of a Spark Connect server: `sc://host:port/;name=value...`. */
  readonly engine: string
  /**
   * Where the Parquet files go: a folder, or `scheme://...` of an object store, which every machine of the
   * cluster and this one see by the same name.
   */
  readonly root: Place
  /** Stops the work when it is aborted. */
  readonly signal?: AbortSignal | undefined
}

/** A cluster that makes the tables of stages that have models. */
export class Cluster {
  readonly #address: SparkAddress
  readonly root: Place
  readonly #signal: AbortSignal | undefined

  /** @throws InputError on an address or a root that cannot be used */
  constructor({ engine, root, signal }: ClusterOptions) {
    this.#address = sparkAddress(engine)
    this.root = rootPlace(root)
    this.#signal = signal
  }

  /**
   * Works on the cluster: makes one artifact's tables, or asks its laws.
   *
   * @param frame.db the artifact's own database, earlier artifacts attached
   * @param frame.folder where its tables go
   * @param work gets the engine; when it is done, the tables are complete
   * @param kind what its statements are
   * @throws InputError when the server cannot be reached or goes away, or the work is stopped
   */
  async build<T>(
    frame: ClusterFrame,
    work: (engine: SparkEngine) => Promise<T>,
    kind: 'models' | 'laws' = 'models',
  ): Promise<T> {
    makePlace(this.root)
    await reach(frame.db, this.root)
    const session = await SparkSession.open(this.#address, SESSION_SETTINGS[kind])
    const stop = () => void session.interrupt()
    this.#signal?.addEventListener('abort', stop)
    try {
      const { db, folder, progress } = frame
      const engine = new SparkEngine({ session, db, folder, progress, signal: this.#signal })
      for (const [name, file] of frame.needs)
        await engine.attach(name, await this.#seen(frame, name, file))
      const result = await work(engine)
      await engine.finish()
      return result
    } finally {
      this.#signal?.removeEventListener('abort', stop)
      await session.close()
    }
  }

  /** The folders of an earlier artifact's tables; one that only DuckDB holds is handed over. */
  async #seen({ dir, db, earlier, progress }: ClusterFrame, name: StageName, file: string) {
    const made = earlier[name]?.parquet
    if (!made) progress(`handing over ${name}`)
    const folder = made?.folder ?? claimFolder(dir, file, this.root)
    return handOver(db, name, folder, made !== undefined)
  }
}

/** What a cluster needs to know of an artifact. */
export interface ClusterFrame {
  /** The workbench folder. */
  readonly dir: string
  readonly db: Database
  readonly folder: Place
  readonly earlier: Artifacts
  /** The earlier artifacts it reads, with their files. */
  readonly needs: readonly (readonly [name: StageName, file: string])[]
  readonly progress: (message: string) => void
}

function rootPlace(root: string): Place {
  const place = (root.startsWith('file:') ? fileURLToPath(root) : root).replace(
    /(?<=[^/:])\/+$/,
    '',
  )
  const scheme = storeOf(place)
  const isKnown = scheme === undefined ? isAbsolute(place) : storeSchemes.includes(scheme)
  if (isKnown && !/[*?[]/.test(place)) return place
  throw new InputError(
    `root: got ${root}, allowed is what this machine and all of the cluster see by the same name, without * ? [: the absolute path of a folder, e.g. /mnt/causeway, or an object store: ${storeSchemes.map((name) => `${name}://...`).join(', ')}.`,
  )
}
