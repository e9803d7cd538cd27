import type { Database } from '../database.js'
import { tableNames } from '../inspect.js'
import { parquetCopy } from '../parquet.js'
import { clearPlace, makePlace, type Place, parquetFiles, under } from '../places.js'
import { identifier, literal } from '../sql-text.js'

/** Stands beside tables that were all written; as a pattern, since a store may not be asked for one file. */
const COMPLETE = '_COMPLETE.parquet'
const COMPLETE_PATTERN = '_COMPLETE*.parquet'
/** Types that Parquet keeps as they are. A HUGEINT, the type of a bare sum, would become a DOUBLE. */
const KEPT = ['VARCHAR', 'BIGINT', 'INTEGER', 'DOUBLE', 'BOOLEAN', 'DATE', 'TIMESTAMP']

/**
 * Writes every table of an attached database as Parquet for a cluster to read, unless that was done
 * before; raw tables with the number of each row, `rowid`.
 *
 * @param isThere whether the folder is that of an artifact which a cluster made
 * @returns folder of each table
 * @throws Error on a column whose type Parquet would change
 */
export async function handOver(
  db: Database,
  artifact: string,
  folder: Place,
  isThere: boolean,
): Promise<Record<string, string>> {
  const names = await tableNames(db, artifact)
  if (!isThere && !(await isComplete(db, folder))) {
    clearPlace(folder)
    for (const name of names) await writeTable(db, artifact, name, under(folder, name))
    await db.exec(parquetCopy('select true as complete', under(folder, COMPLETE)))
  }
  return Object.fromEntries(names.map((name) => [name, under(folder, name)]))
}

async function isComplete(db: Database, folder: Place): Promise<boolean> {
  return (await parquetFiles(db, under(folder, COMPLETE_PATTERN))).length > 0
}

async function writeTable(db: Database, artifact: string, name: string, folder: Place) {
  await refuseChanged(db, artifact, name)
  makePlace(folder)
  const columns = artifact === 'raw' ? '*, rowid' : '*'
  const query = `select ${columns} from ${identifier(artifact)}.${identifier(name)}`
  await db.exec(parquetCopy(query, under(folder, 'part-0.parquet')))
}

async function refuseChanged(db: Database, artifact: string, table: string): Promise<void> {
  const changed = await db.all<{ name: string; type: string }>(
    `select column_name as name, data_type as type from duckdb_columns()
     where database_name = ${literal(artifact)} and table_name = ${literal(table)}
       and data_type not in (${KEPT.map(literal).join(', ')})`,
  )
  if (changed.length === 0) return
  const words = changed.map(({ name, type }) => `${name} ${type}`).join(', ')
  throw new Error(
    `${artifact}.${table}: got ${words}, allowed ${KEPT.join(', ')}. Parquet would change the rest: cast it.`,
  )
}
