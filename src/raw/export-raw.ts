import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { csvCopy, identifier } from '../engine/index.js'
import { InputError } from '../errors.js'
import { fieldsOf } from './header.js'

/** What can be asked in SQL and sees the `raw` artifact, e.g. a workbench. */
export interface RawSource {
  rows<T>(sql: string): Promise<T[]>
}

/**
 * Writes every raw table out again as the CSV file it came from: same file name (unpacked), same
 * columns in the same order, same rows in the same order, every cell the same. What is not a cell
 * (needless quotes, line ends, a byte order mark, blank and rejected lines) is not kept.
 *
 * @param dir folder for the files; made when it is not there
 * @returns the paths written
 * @throws InputError when there is no raw artifact or the folder cannot be made
 */
export async function exportRaw(source: RawSource, dir: string): Promise<string[]> {
  const files = await source.rows<{
    table_name: string
    file_name: string
    header: string
    delimiter: string
  }>('select table_name, file_name, header, delimiter from raw.load_manifest order by table_name')
  makeFolder(dir)
  const paths: string[] = []
  for (const { table_name, file_name, header, delimiter } of files) {
    const path = join(dir, file_name.replace(/\.gz$/i, ''))
    const columns = fieldsOf(header, delimiter.charCodeAt(0)).map(identifier).join(', ')
    const query = `select ${columns} from raw.${identifier(table_name)}`
    await source.rows(csvCopy(query, path, delimiter))
    paths.push(path)
  }
  return paths
}

function makeFolder(dir: string): void {
  try {
    mkdirSync(dir, { recursive: true })
  } catch (error) {
    throw new InputError(`${dir} cannot be made: ${(error as Error).message}. Give another folder.`)
  }
}
