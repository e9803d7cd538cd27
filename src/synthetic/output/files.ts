import { MARKETPLACE_FILES } from './contract.js'
import { CsvWriter, quoted, type WrittenFile } from './csv.js'

/** The open files of a marketplace by what they hold. */
export type OpenFiles<Key extends string> = Readonly<Record<Key, CsvWriter>>
export type MarketplaceFiles = OpenFiles<keyof typeof MARKETPLACE_FILES>

/** Opens the nine files in a folder. Headers are quoted, but for the translation's, after its BOM. */
export function openMarketplaceFiles(dir: string): Promise<MarketplaceFiles> {
  return openAll(MARKETPLACE_FILES, (key, { name, header }) => {
    const plain = key === 'translation'
    return CsvWriter.create(dir, name, plain ? header : header.map(quoted), plain)
  })
}

/** Hands full buffers to the disk. */
export async function flushFull(files: OpenFiles<string>): Promise<void> {
  for (const file of Object.values(files)) if (file.full) await file.flush()
}

/** Finishes all files and says what was written. */
export async function closeAll(files: OpenFiles<string>): Promise<WrittenFile[]> {
  const written: WrittenFile[] = []
  for (const file of Object.values(files)) written.push(await file.close())
  return written
}

/** Closes files that will not be finished. */
export async function abandonAll(files: OpenFiles<string>): Promise<void> {
  for (const file of Object.values(files)) await file.abandon()
}

async function openAll<Key extends string, Contract>(
  contracts: Readonly<Record<Key, Contract>>,
  open: (key: Key, contract: Contract) => Promise<CsvWriter>,
): Promise<OpenFiles<Key>> {
  const opened: Partial<Record<Key, CsvWriter>> = {}
  for (const key of Object.keys(contracts) as Key[]) opened[key] = await open(key, contracts[key])
  return opened as OpenFiles<Key>
}
