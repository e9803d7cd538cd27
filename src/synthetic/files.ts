import { MARKETPLACE_FILES } from './contract.js'
import { CsvWriter, quoted, type WrittenFile } from './csv.js'

type FileKey = keyof typeof MARKETPLACE_FILES

/** The open files of a marketplace. */
export type MarketplaceFiles = Readonly<Record<FileKey, CsvWriter>>

/** Opens the nine files in a folder. Headers are quoted, but for the translation's, after its BOM. */
export async function openFiles(dir: string): Promise<MarketplaceFiles> {
  const opened: Partial<Record<FileKey, CsvWriter>> = {}
  for (const key of Object.keys(MARKETPLACE_FILES) as FileKey[]) {
    const { name, header } = MARKETPLACE_FILES[key]
    const plain = key === 'translation'
    opened[key] = await CsvWriter.create(dir, name, plain ? header : header.map(quoted), plain)
  }
  return opened as MarketplaceFiles
}

/** Hands full buffers to the disk. */
export async function flushFull(files: MarketplaceFiles): Promise<void> {
  for (const file of Object.values(files)) if (file.full) await file.flush()
}

/** Finishes all files and says what was written. */
export async function closeFiles(files: MarketplaceFiles): Promise<WrittenFile[]> {
  const written: WrittenFile[] = []
  for (const file of Object.values(files)) written.push(await file.close())
  return written
}
