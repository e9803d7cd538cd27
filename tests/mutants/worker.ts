import { appendFileSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { writeOutLines } from '../../src/finance/line-columns.js'
import { type MarketplaceUnder, marketplaces, shops } from './marketplaces.js'
import { type Mutant, type Outcome, stageOf } from './mutant.js'
import { Pipeline } from './pipeline.js'
import { type SqlMutant, sqlMutants } from './sql-mutants.js'

/**
 * One of several workers: tries its share of the mutants that nobody has tried yet.
 * Arguments: its number, how many there are, the share of mutants (1 in so many), which share, the file
 * of outcomes, a pattern of ids.
 */
const [nth, of, oneIn, share, outcomes, only] = process.argv.slice(2)
const root = join(import.meta.dirname, '..', '..')
const declared = JSON.parse(readFileSync(join(root, 'ts-mutants.json'), 'utf8')) as Mutant[]

function allMutants(): (Mutant | SqlMutant)[] {
  const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .map((file) => join('src', file))
    .filter((file) => /^src\/((dwh|attribution|finance)\/models|sources)\/.*\.sql$/.test(file))
    .sort()
  return [
    ...files.flatMap((file) => sqlMutants(file, readFileSync(join(root, file), 'utf8'))),
    ...declared,
  ]
}

/** Code that several stages call. */
const isShared = (file: string) => /^src\/(money|response)\//.test(file)

/** Ends this process when one mutant has used so much of the processor: it never ends. */
const HANGS_AFTER_SECONDS = 15
const watch = new Worker(
  `let from = process.cpuUsage()
   require('node:worker_threads').parentPort.on('message', () => { from = process.cpuUsage() })
   setInterval(() => {
     if (process.cpuUsage(from).user > ${HANGS_AFTER_SECONDS}e6) process.kill(process.pid)
   }, 500)`,
  { eval: true },
)

const made = new Map<MarketplaceUnder, Pipeline>()
const smallestFirst = [...marketplaces].sort((a, b) => ordersOf(a) - ordersOf(b))

function ordersOf({ marketplace }: MarketplaceUnder): number {
  return typeof marketplace === 'function' ? 0 : (marketplace.orders ?? 0)
}

/**
 * The marketplaces that a mutant of a file is tried on, each made when the first mutant comes to it. Code makes a
 * whole stage again, which is quick for a small one: most faults are seen there.
 */
async function* pipelinesFor(file: string): AsyncGenerator<Pipeline> {
  const ofCode = file.endsWith('.ts') ? smallestFirst : marketplaces
  for (const one of /^src\/sources\/(?!olist)/.test(file) ? shops : ofCode) {
    watch.postMessage('begun')
    const pipeline = made.get(one) ?? (await Pipeline.make(one))
    made.set(one, pipeline)
    yield pipeline
  }
}

async function tryMutant(mutant: Mutant | SqlMutant): Promise<Outcome> {
  const stage = stageOf(mutant.file) === 'money' ? 'market' : stageOf(mutant.file)
  const told = (result: Outcome['result'], by: string): Outcome => ({ id: mutant.id, result, by })
  let survived = ''
  for await (const pipeline of pipelinesFor(mutant.file)) {
    watch.postMessage('begun')
    try {
      const fault = 'sql' in mutant ? swapOf(mutant) : mutant.id
      const found = await pipeline.faulty(stage, fault, isShared(mutant.file))
      if (found?.killed) return told('killed', found.by)
      if (found) survived = found.by
    } catch (error) {
      if ('sql' in mutant) return told('invalid', String(error).split('\n')[0]!.slice(0, 120))
      return told('killed', `refused: ${String(error).slice(0, 100)}`)
    }
  }
  return survived ? told('survived', survived) : told('same', '')
}

/** Statements that hold the model's text hold the faulty one instead, whatever stands for its lines. */
function swapOf(mutant: SqlMutant): (sql: string) => string {
  const written = readFileSync(join(root, mutant.file), 'utf8').replace(/;\s*$/, '').trimEnd()
  const faulty = mutant.sql.trimEnd()
  const ways = [(text: string) => text, writeOutLines].map((way) => ({
    from: way(written).split('{{lines}}'),
    to: way(faulty).split('{{lines}}'),
  }))
  return (sql) => {
    const way = ways.findLast(({ from }) => from.every((part) => sql.includes(part)))
    if (!way) return sql
    return way.from.reduce((text, part, i) => text.replace(part, () => way.to[i]!), sql)
  }
}

const tried = new Set(
  readFileSync(outcomes!, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => (JSON.parse(line) as Outcome).id),
)
/** A place among all mutants that follows from the id alone. */
const draw = (id: string) =>
  [...id].reduce((hash, char) => (Math.imul(hash, 31) + char.charCodeAt(0)) >>> 0, 7)
const mine = allMutants()
  .filter(({ id }) => new RegExp(only!).test(id))
  .filter(({ id }) => draw(id) % Number(oneIn) === Number(share))
  .filter((_, i) => i % Number(of) === Number(nth))
  .filter(({ id }) => !tried.has(id))
process.send?.({ left: mine.length })
for (const mutant of mine) {
  process.send?.({ now: mutant.id })
  const outcome = await tryMutant(mutant)
  appendFileSync(outcomes!, `${JSON.stringify(outcome)}\n`)
}
process.exit(0)
