import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { csvCopy, identifier, parquetCopy } from '../engine/index.js'
import { InputError } from '../errors.js'
import type { Workbench } from './workbench.js'

export const exportFormats = ['parquet', 'csv'] as const
export type ExportFormat = (typeof exportFormats)[number]

const copies: Record<ExportFormat, (query: string, path: string) => string> = {
  parquet: parquetCopy,
  csv: csvCopy,
}

/**
 * Writes every published table for other tools: `DIR/<artifact>/<table>.parquet` or `.csv`, rows in
 * the table's own order.
 *
 * @returns paths of the files, sorted
 * @throws InputError when nothing is published or the folder cannot be written
 */
export async function exportTables(
  workbench: Workbench,
  dir: string,
  format: ExportFormat,
): Promise<string[]> {
  const tables = await workbench.rows<{ artifact: string; name: string }>(
    `select table_catalog as artifact, table_name as name from information_schema.tables
     where table_schema = 'main' order by all`,
  )
  const paths: string[] = []
  for (const { artifact, name } of tables) {
    const path = join(folderFor(dir, artifact), `${name}.${format}`)
    const query = `select * from ${identifier(artifact)}.${identifier(name)}`
    await workbench.rows(copies[format](query, path))
    paths.push(path)
  }
  return paths
}

function folderFor(dir: string, artifact: string): string {
  const folder = join(dir, artifact)
  try {
    mkdirSync(folder, { recursive: true })
  } catch (error) {
    throw new InputError(
      `${folder} cannot be made: ${(error as Error).message}. Give another folder.`,
    )
  }
  return folder
}
