import type { Assumptions } from '../assumptions/index.js'
import { type ObservedTable, observe } from '../dwh/index.js'
import { Database } from '../engine/index.js'
import { InputError } from '../errors.js'
import { rawStage, recogniseFolder } from '../raw/index.js'
import { withObservedPlace } from '../sources/index.js'

/** A file of a data folder as it is read. */
export interface InspectedFile {
  readonly file_name: string
  readonly table_name: string
  readonly rows_loaded: number
  readonly delimiter: string
  readonly encoding: string
}

/** What a data folder would become, before anything is built. */
export interface FolderReport {
  readonly folder: string
  readonly source: string
  /** What that source reads, in one line. */
  readonly about: string
  readonly files: readonly InspectedFile[]
  /** CSV files that belong to no table. */
  readonly unused: readonly string[]
  /** The canonical tables that the files supply, with their first rows. */
  readonly tables: readonly ObservedTable[]
  /** What the files do not tell, and what that costs. */
  readonly lacks: readonly string[]
  /** What a run would refuse; empty when it would not. */
  readonly problems: readonly string[]
}

/**
 * Reads a data folder as a run would, and tells what it would become: its source, its files, the
 * first rows of the canonical tables, and every problem at once. Nothing is written.
 *
 * @param dataDir folder of the CSV files
 * @param options.source the source to read it as; default the one that the folder shows
 * @throws InputError when there is no such folder, or it holds no file of the source
 */
export async function inspectFolder(
  dataDir: string,
  { assumptions, source: asked }: { assumptions: Assumptions; source?: string | undefined },
): Promise<FolderReport> {
  const { source, unknown } = await recogniseFolder(dataDir, asked)
  const about = { folder: dataDir, source: source.name, about: source.about, unused: unknown }
  const db = await Database.create(':memory:')
  try {
    await db.exec(`attach ':memory:' as raw; use raw`)
    const inputs = {
      dataDir,
      allowRejects: true,
      ...(asked === undefined ? {} : { source: asked }),
    }
    await rawStage.build({ db, assumptions, seed: 0, inputs, progress: () => {} })
    const files = await db.rows<InspectedFile>(
      `select file_name, table_name, rows_loaded, delimiter, encoding from raw.load_manifest
       order by table_name`,
    )
    const inForce = await withObservedPlace(assumptions, db)
    const { tables, lacks, problems } = await observe(db, inForce)
    return { ...about, files, tables, lacks, problems: [...(await rejects(db)), ...problems] }
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    return { ...about, files: [], tables: [], lacks: [], problems: error.message.split('\n') }
  } finally {
    await db.close()
  }
}

async function rejects(db: Database): Promise<string[]> {
  const rows = await db.rows<{ file_name: string; line_number: number; reason: string }>(
    'select file_name, line_number, reason from raw.load_rejects order by file_name, line_number',
  )
  return rows.map(
    ({ file_name, line_number, reason }) => `${file_name}, line ${line_number}: ${reason}`,
  )
}
