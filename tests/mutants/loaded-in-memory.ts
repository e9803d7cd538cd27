import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Database } from '../../src/engine/index.js'
import { generateMarketplace } from '../../src/synthetic/index.js'
import { openEveryLine } from '../judgment/every-line.js'
import { UNDELIVERED_DAYS } from '../judgment/in-memory.js'
import { makeUnruly } from '../marketplaces/unruly.js'
import {
  beginLate,
  comeBackLate,
  loseAPayment,
  nameAPlaceTwice,
  putOnEdges,
  writeLeads,
} from './edges.js'
import type { MarketplaceUnder } from './marketplaces.js'

/** Makes the files of a marketplace and loads them into memory, as the artifact `raw`. */
export async function loadedInMemory(of: MarketplaceUnder, seed: number) {
  const dir = mkdtempSync(join(tmpdir(), 'causeway-mutants-'))
  try {
    const data = join(dir, 'data')
    await writeFiles(of, data)
    const workbench = openEveryLine(of.changes, {
      data,
      workbench: join(dir, 'w'),
      seed,
      threads: 1,
    })
    const { artifacts } = await workbench.run({ through: 'raw' })
    await workbench.close()
    const db = await Database.create(':memory:', { threads: 1 })
    await db.attach('published', join(workbench.dir, artifacts.raw!.file))
    await db.exec(`attach ':memory:' as raw`)
    for (const { name } of await db.all<{ name: string }>(
      `select table_name as name from duckdb_tables() where database_name = 'published'`,
    )) {
      await db.exec(`create table raw."${name}" as from published."${name}"`)
    }
    await db.exec('detach published')
    return { db, assumptions: workbench.assumptions }
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}

async function writeFiles(of: MarketplaceUnder, dir: string) {
  const { marketplace, isUnruly, hasGaps, spendBeginsLate = 0 } = of
  if (typeof marketplace === 'function') {
    mkdirSync(dir)
    marketplace(dir)
  } else await generateMarketplace({ dir, ...marketplace })
  if (isUnruly) {
    makeUnruly(dir)
    putOnEdges(dir, UNDELIVERED_DAYS)
    writeLeads(dir)
    nameAPlaceTwice(dir)
    loseAPayment(dir)
    if (of.buyersComeBackLate) comeBackLate(dir)
  }
  if (hasGaps) leaveGaps(join(dir, 'marketing_spend.csv'))
  if (spendBeginsLate > 0) beginLate(dir, spendBeginsLate)
}

/** Takes every ninth line out of a file of spend, and the clicks from every seventh of its first channel. */
function leaveGaps(path: string): void {
  const [header, ...lines] = readFileSync(path, 'utf8').trimEnd().split('\n')
  const [date, channel, spend, impressions, clicks] = header!.split(',')
  if (`${date},${channel},${spend},${impressions},${clicks}` !== header) throw new Error(header)
  const first = lines[0]!.split(',')[1]
  const kept = lines.filter((_, i) => i % 9 !== 4)
  const told = kept.map((line, i) => {
    const cells = line.split(',')
    return cells[1] === first && i % 7 === 3 ? [...cells.slice(0, 4), ''].join(',') : line
  })
  writeFileSync(path, `${[header, ...told].join('\n')}\n`)
}
