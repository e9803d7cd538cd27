import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'
import { Database } from '../../src/engine/index.js'
import { InputError } from '../../src/errors.js'
import { type LoadedFile, loadFile } from '../../src/raw/load.js'
import { readRecord } from '../../src/raw/record.js'
import { olistFiles } from '../../src/schema/raw.js'
import { newFolder } from './harness.js'
import { mutate, seededRandom } from './mutate.js'

/** Mutated files per run; `npm run fuzz` asks for 2,000. */
const FILES = Number(process.env.CAUSEWAY_FUZZ ?? 60)
const SEED = Number(process.env.CAUSEWAY_FUZZ_SEED ?? 1)
/** One file in so many is large enough to be read in several buffers at once. */
const LARGE_EVERY = 40

const source = olistFiles.find(({ table }) => table === 'order_reviews')!
const header = source.header.join(',')

function reviews(count: number): string {
  const texts = [
    '',
    '""',
    'bom',
    '"bom, ""muito"" bom"',
    '"linha\numa\n\nduas"',
    'não',
    '"é; sim"',
    'x y',
  ]
  const lines = Array.from({ length: count }, (_, i) =>
    [
      `"r${i}"`,
      `o${i}`,
      1 + (i % 5),
      texts[i % texts.length],
      texts[(i * 3 + 1) % texts.length],
      '2018-01-01 00:00:00',
      i % 7 ? '"2018-01-02 00:00:00"' : '',
    ].join(','),
  )
  return `${[header, ...lines].join('\n')}\n`
}

const small = Buffer.from(reviews(40))
const large = Buffer.from(reviews(40_000))
let path: string
beforeAll(() => {
  path = join(newFolder(), 'order_reviews.csv')
})

describe(`${FILES} mutated files`, () => {
  it('are loaded to the last line, or refused; nothing is lost in silence', async () => {
    const random = seededRandom(SEED)
    const outcomes = { loaded: 0, rejected: 0, refused: 0 }
    for (let i = 0; i < FILES; i++) {
      const base = i % LARGE_EVERY === LARGE_EVERY - 1 ? large : small
      const bytes = mutate(base, random)
      const packed = i % 10 === 3
      const content = packed ? gzipSync(bytes) : bytes
      const damaged = packed && i % 20 === 3 ? mutate(content, random) : content
      writeFileSync(path, damaged)
      outcomes[await outcomeOf(damaged === content ? bytes : undefined, `file ${i}`)]++
    }
    expect(outcomes.loaded + outcomes.rejected + outcomes.refused).toBe(FILES)
    for (const count of Object.values(outcomes)) expect(count).toBeGreaterThan(0)
  }, 3_600_000)
})

/** Loads the file; where its bytes are known, counts its lines and compares its cells here. */
async function outcomeOf(bytes: Buffer | undefined, name: string) {
  const db = await Database.create()
  try {
    const file = { source, name: 'order_reviews.csv', path, bytes: 0 }
    const loaded = await loadFile(db, file)
    await expectComplete(db, loaded, bytes, name)
    return loaded.rejects.length > 0 ? 'rejected' : 'loaded'
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    expect(error.message.length, name).toBeGreaterThan(20)
    return 'refused'
  } finally {
    await db.close()
  }
}

async function expectComplete(
  db: Database,
  loaded: LoadedFile,
  bytes: Buffer | undefined,
  name: string,
): Promise<void> {
  const { rows, blankLines, continuationLines, rejects } = loaded
  const breaks = source.header.map(
    (column) => `coalesce(sum(length("${column}") - length(replace("${column}", chr(10), ''))), 0)`,
  )
  const [stored] = await db.all(
    `select count(*) as rows, (${breaks.join(' + ')})::bigint as breaks from order_reviews`,
  )
  expect(stored, name).toEqual({ rows, breaks: continuationLines })
  if (!bytes) return
  const lines = bytes.toString('latin1').replace(/\n$/, '').split('\n').length
  expect(1 + rows + rejects.length + blankLines + continuationLines, name).toBe(lines)
  if (rejects.length === 0) expect(await cellsOf(db), name).toEqual(parsed(bytes, loaded))
}

async function cellsOf(db: Database): Promise<string[]> {
  const cells = source.header.map((column) => `coalesce('=' || "${column}", 'NULL')`)
  const columns = await db.columns(
    `select ${cells.join(` || chr(31) || `)} as cells from order_reviews`,
  )
  return (columns.cells ?? []) as string[]
}

function parsed(bytes: Buffer, { header }: LoadedFile): string[] {
  const order = source.header.map((name) => header.columns.indexOf(name))
  const records: string[] = []
  for (let at = bytes.indexOf(0x0a) + 1; at < bytes.length && at > 0; ) {
    const record = readRecord(bytes, at)
    if ('problem' in record) throw new Error(record.problem)
    const isBlank = /^\r?\n$/.test(bytes.subarray(at, record.end).toString())
    const cells = order.map((i) => record.fields[i] ?? null)
    if (!isBlank) records.push(cells.map((c) => (c === null ? 'NULL' : `=${c}`)).join('\u001f'))
    at = record.end
  }
  return records
}
