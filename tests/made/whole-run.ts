import { copyFileSync, existsSync, linkSync, mkdirSync, readdirSync, renameSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { generateMarketplace } from '../../src/synthetic/index.js'
import { openWorkbench } from '../../src/workbench/index.js'
import { olistDir } from '../olist.js'
import { ownFolder } from '../sources/harness.js'

const folders = {
  sample: resolve('data', 'sample'),
  olist: olistDir,
  shopify: ownFolder('shopify'),
  /** A marketplace of 300 orders, generated where it is wanted. */
  small: join(process.env.CAUSEWAY_MADE ?? '', 'small-data'),
}

export type MadeRun = keyof typeof folders

/**
 * Puts a complete run of a folder of files, published as main, into an empty workbench folder. The first
 * test of a suite that wants it makes it; all get its artifacts, which nobody can write to, by hard link.
 */
export async function putWholeRun(name: MadeRun, workbench: string): Promise<void> {
  const made = await wholeRun(name)
  mkdirSync(workbench, { recursive: true })
  for (const file of readdirSync(made)) {
    const put = file.endsWith('.duckdb') ? linkSync : copyFileSync
    put(join(made, file), join(workbench, file))
  }
}

/** The files that a complete run was made from, which all read and nobody changes. */
export async function dataOf(name: MadeRun): Promise<string> {
  await wholeRun(name)
  return folders[name]
}

/** The published file of one stage of a complete run, to be read. */
export async function artifactOf(name: MadeRun, stage: string): Promise<string> {
  const made = await wholeRun(name)
  return join(made, readdirSync(made).find((file) => file.startsWith(`${stage}-`))!)
}

async function wholeRun(name: MadeRun): Promise<string> {
  const made = join(process.env.CAUSEWAY_MADE!, name)
  while (!existsSync(made)) {
    if (isFirst(`${made}.making`)) await make(name, made)
    else await setTimeout(200)
  }
  return made
}

/** Whether nobody makes it yet: a folder can be made once. */
function isFirst(making: string): boolean {
  try {
    mkdirSync(making)
    return true
  } catch {
    return false
  }
}

async function make(name: MadeRun, made: string): Promise<void> {
  const making = `${made}.making`
  if (name === 'small') await generateMarketplace({ dir: folders.small, orders: 300, seed: 11 })
  const workbench = openWorkbench({ data: folders[name], workbench: making })
  await workbench.run()
  await workbench.close()
  renameSync(making, made)
}
