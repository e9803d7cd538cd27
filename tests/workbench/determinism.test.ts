import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Database, tableFingerprint, tableNames } from '../../src/engine/index.js'
import { generateMarketplace } from '../../src/synthetic/index.js'
import { openWorkbench } from '../../src/workbench/index.js'

let dir: string
let data: string
let fingerprints: Record<string, string>

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'causeway-'))
  data = join(dir, 'data')
  await generateMarketplace({ dir: data, orders: 600, seed: 3 })
  fingerprints = await contents('one thread', data, 1)
})
afterAll(() => rmSync(dir, { recursive: true, force: true }))

/** Runs all stages and takes the fingerprint of every table, but for what names the files' bytes. */
async function contents(
  name: string,
  from: string,
  threads: number,
): Promise<Record<string, string>> {
  const workbench = openWorkbench({ data: from, workbench: join(dir, name), threads })
  const { artifacts } = await workbench.run()
  const found: Record<string, string> = {}
  for (const [stage, artifact] of Object.entries(artifacts)) {
    const db = await Database.create(join(workbench.dir, artifact.file), { readOnly: true })
    for (const table of await tableNames(db)) {
      if (table === 'load_manifest') continue
      found[`${stage}.${table}`] = await tableFingerprint(db, table)
    }
    await db.close()
  }
  return found
}

/** The records of a CSV text; a line break within quotes is no end. */
function records(text: string): string[] {
  const found: string[] = []
  let from = 0
  let quoted = false
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '"') quoted = !quoted
    else if (text[i] === '\n' && !quoted) {
      found.push(text.slice(from, i + 1))
      from = i + 1
    }
  }
  return found
}

function shuffled(folder: string): string {
  const to = join(dir, 'shuffled')
  mkdirSync(to)
  cpSync(folder, to, { recursive: true })
  for (const file of readdirSync(to).filter((name) => name.endsWith('.csv'))) {
    const [header, ...rows] = records(readFileSync(join(to, file), 'utf8'))
    const mixed = rows
      .map((row, i) => ({ row, at: (i * 7919) % 104_729 }))
      .sort((a, b) => a.at - b.at)
      .map(({ row }) => row)
    writeFileSync(join(to, file), [header, ...mixed].join(''))
  }
  return to
}

describe('the same inputs give the same tables', () => {
  it('covers every stage', () => {
    const stages = new Set(Object.keys(fingerprints).map((name) => name.split('.')[0]))
    expect([...stages]).toEqual(['raw', 'dwh', 'market', 'attribution', 'finance', 'judgment'])
  })

  it('whatever the number of threads', async () => {
    expect(await contents('two threads', data, 2)).toEqual(fingerprints)
  })

  it('whatever the order of the rows in the files', async () => {
    expect(await contents('shuffled rows', shuffled(data), 2)).toEqual(fingerprints)
  })
})
