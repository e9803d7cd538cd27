import { cpSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { InputError } from '../errors.js'
import { packageDir } from '../home.js'
import { BUDGET_FILE, firstLine } from '../raw/index.js'
import { ownFiles } from '../schema/raw.js'
import { MAP_FILE } from '../sources/index.js'
import { printResult } from './output.js'
import { assumptionsText, mapText, readmeText } from './starting-texts.js'

const FILES = /\.csv(\.gz)?$/i
/** Files of the library's own, which hold no orders. */
const BESIDE_ORDERS: readonly string[] = [
  BUDGET_FILE,
  ...ownFiles.flatMap(({ stems }) => stems.map((stem) => `${stem}.csv`)),
]

/** `causeway init`: a folder to work in, on the bundled sample until it holds files of its own. */
export async function initCommand(
  dir: string,
  flags: { source?: string; from?: string },
): Promise<number> {
  const folder = resolve(dir)
  const from = flags.from === undefined ? undefined : filesOf(resolve(flags.from))
  const texts = { ...mapOf(flags.source, from) }
  refuseUsed(folder)
  const data = join(folder, 'data')
  mkdirSync(data, { recursive: true })
  for (const name of from?.names ?? []) cpSync(join(from!.folder, name), join(data, name))
  for (const [name, text] of Object.entries(texts)) writeFileSync(join(data, name), text)
  writeFileSync(join(data, 'assumptions.yaml'), assumptionsText())
  writeFileSync(join(folder, 'README.md'), readmeText(basename(folder)))
  cpSync(join(packageDir, 'notebooks'), join(folder, 'notebooks'), { recursive: true })
  const fill = MAP_FILE in texts ? `\n  fill in data/${MAP_FILE}` : ''
  printResult(
    `${folder} is ready. Next:\n  cd ${dir}${fill}\n  npx causeway inspect\n  npx causeway run`,
  )
  return 0
}

interface OwnFiles {
  readonly folder: string
  readonly names: readonly string[]
}

function filesOf(folder: string): OwnFiles {
  if (!existsSync(folder)) {
    throw new InputError(`init: ${folder}: no such folder. Name the folder of your CSV files.`)
  }
  const names = readdirSync(folder).filter((name) => FILES.test(name) || name === MAP_FILE)
  if (names.length > 0) return { folder, names: names.sort() }
  throw new InputError(`init: ${folder} holds no CSV file. Name the folder of your CSV files.`)
}

/** The map to fill in, where one is asked for: it lists the columns of the first file that may be one of orders. */
function mapOf(source: string | undefined, from: OwnFiles | undefined): Record<string, string> {
  if (source === undefined || from?.names.includes(MAP_FILE)) return {}
  if (source !== 'columns') {
    throw new InputError(
      `init: got source ${source}, allowed columns: other sources know their columns and need no map.`,
    )
  }
  const files = from?.names.filter((name) => /\.csv$/i.test(name)) ?? []
  const file = files.find((name) => !BESIDE_ORDERS.includes(name)) ?? files[0]
  if (file === undefined) return { [MAP_FILE]: mapText('orders.csv', '') }
  const { text, encoding } = firstLine(join(from!.folder, file))
  return { [MAP_FILE]: mapText(file, text, encoding) }
}

function refuseUsed(folder: string): void {
  if (!existsSync(folder) || readdirSync(folder).length === 0) return
  throw new InputError(
    `init: ${folder} is there and not empty. Name a folder that is new or empty; nothing was changed.`,
  )
}
