import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { Database, tableFingerprint, tableNames } from '../../src/engine/index.js'
import { stageNames } from '../../src/schema/artifact-names.js'
import { verifyFile } from '../../src/workbench/artifact-files.js'
import { checkChain } from '../../src/workbench/chain.js'
import { readManifest } from '../../src/workbench/manifest.js'
import { removeRun } from '../../src/workbench/publish.js'
import { filesOf, findRun } from '../../src/workbench/run-records.js'

/** Kills per run; `npm run kill-test` asks for 200. */
const KILLS = Number(process.env.CAUSEWAY_KILLS ?? 5)
const ORDERS = 150
const SEEDS = [1, 2] as const
const child = fileURLToPath(new URL('./kill-child.mjs', import.meta.url))
const library = new URL('../../dist/index.js', import.meta.url)

let root: string
let data: string
let folder: string

beforeAll(async () => {
  if (!existsSync(library)) throw new Error('dist is missing: run npm run build first.')
  root = mkdtempSync(join(tmpdir(), 'causeway-'))
  data = join(root, 'data')
  folder = join(root, 'workbench')
  const { generateMarketplace } = await import(library.href)
  await generateMarketplace({ dir: data, orders: ORDERS, seed: 1 })
}, 120_000)
afterAll(() => rmSync(root, { recursive: true, force: true }))

it(`recovers from ${KILLS} kills at random moments of a run`, async () => {
  const whole = new Map<number, Record<string, string>>()
  let milliseconds = 0
  for (const seed of SEEDS) {
    milliseconds = await runFor(seed)
    whole.set(seed, await contents())
  }
  const told = { killed: 0, ended: 0, states: new Set<string>() }
  for (let kill = 0; kill < KILLS; kill++) {
    const seed = SEEDS[kill % SEEDS.length]!
    const ended = await runFor(seed, momentOf(kill) * milliseconds)
    told[Number.isNaN(ended) ? 'killed' : 'ended']++
    const left = await contents()
    expect([...whole.values()]).toContainEqual(left)
    told.states.add(stateOf())
    await recover(seed)
    expect(await contents()).toEqual(whole.get(seed))
    expect(leftovers()).toEqual([])
  }
  expect(told.killed).toBeGreaterThan(KILLS / 2)
  expect(told.states.size).toBeGreaterThan(1)
}, 3_600_000)

/** How far the killed run had come: the seed that is published, the stages of the newest scenario. */
function stateOf(): string {
  const { runs, recent } = readManifest(folder)
  return `${runs.main!.seed}, ${Object.keys(recent[0]?.artifacts ?? {}).length}`
}

it(`keeps the answer while a scenario is killed ${KILLS} times`, async () => {
  const [own, others] = SEEDS
  await runFor(own)
  const answer = await contents()
  const milliseconds = await runFor(others, undefined, 'scenario')
  const scenario = await contents('other')
  for (let kill = 0; kill < KILLS; kill++) {
    await withoutOther()
    await runFor(others, momentOf(kill) * milliseconds, 'scenario')
    expect(await contents()).toEqual(answer)
    expect([{}, scenario]).toContainEqual(await contents('other'))
  }
  await runFor(others, undefined, 'scenario')
  expect(await contents()).toEqual(answer)
  expect(await contents('other')).toEqual(scenario)
  expect(leftovers()).toEqual([])
}, 3_600_000)

it('holds every answer whole when a run, a scenario and a removal go on at once', async () => {
  const [own, others] = SEEDS
  await Promise.all([runFor(own), runFor(others, undefined, 'scenario')])
  const both = [await contents(), await contents('other')]
  await Promise.all([withoutOther(), runFor(own), runFor(others, undefined, 'scenario')])
  expect(await contents()).toEqual(both[0])
  expect([{}, both[1]]).toContainEqual(await contents('other'))
  expect(leftovers()).toEqual([])
}, 600_000)

it('holds one state whole when two processes run at once', async () => {
  const alone: Record<string, string>[] = []
  for (const seed of SEEDS) {
    await runFor(seed)
    alone.push(await contents())
  }
  await Promise.all(SEEDS.map((seed) => runFor(seed)))
  expect(alone).toContainEqual(await contents())
  expect(leftovers()).toEqual([])
}, 600_000)

/** Moments spread evenly over the run and a little beyond, in an order that mixes them. */
function momentOf(kill: number): number {
  return ((kill * 0.618_033_988_7) % 1) * 1.05
}

/** Runs in a process of its own, which is killed after some milliseconds; NaN when it was. */
async function runFor(seed: number, killAfter?: number, kind = 'main'): Promise<number> {
  const run = spawn(process.execPath, [child, data, folder, String(seed), kind])
  const errors: string[] = []
  run.stderr.on('data', (text) => errors.push(String(text)))
  await new Promise((resolve) => run.stdout.once('data', resolve))
  const begun = performance.now()
  const exit = exitOf(run)
  if (killAfter !== undefined) {
    await Promise.race([exit, sleep(killAfter)])
    run.kill('SIGKILL')
  }
  const { code, signal } = await exit
  if (signal === 'SIGKILL') return Number.NaN
  expect([code, errors.join('')]).toEqual([0, ''])
  return performance.now() - begun
}

function exitOf(run: ChildProcess): Promise<{ code: number | null; signal: string | null }> {
  return new Promise((resolve) => run.once('exit', (code, signal) => resolve({ code, signal })))
}

/** A published run, empty where there is none: one chain, every artifact whole, a fingerprint per table. */
async function contents(name = 'main'): Promise<Record<string, string>> {
  const record = findRun(readManifest(folder), name)
  const hashes: Record<string, string> = {}
  if (!record) return hashes
  checkChain(folder, record)
  expect(Object.keys(record.artifacts)).toContain('judgment')
  for (const stage of stageNames) {
    const artifact = record.artifacts[stage]
    if (!artifact) continue
    verifyFile(folder, artifact)
    const db = await Database.create(join(folder, artifact.file), { readOnly: true })
    for (const table of await tableNames(db)) {
      const fingerprint = await tableFingerprint(db, `"${table}"`)
      expect(Number(fingerprint.split('-')[0]), `${stage}.${table}`).toBe(artifact.rows[table])
      hashes[`${stage}.${table}`] = fingerprint
    }
    await db.close()
  }
  return hashes
}

/** The next run, in this process, with nothing special asked for. */
async function recover(seed: number): Promise<void> {
  const { openWorkbench } = await import(library.href)
  const workbench = openWorkbench({ data, workbench: folder, seed })
  await workbench.run()
  await workbench.close()
}

async function withoutOther(): Promise<void> {
  if (findRun(readManifest(folder), 'other')) await removeRun(folder, 'other')
}

function leftovers(): string[] {
  const known = filesOf(readManifest(folder))
  return readdirSync(folder).filter(
    (file) =>
      file.startsWith('.building') ||
      (file.endsWith('.duckdb') && !known.has(file) && file !== '.lock.duckdb') ||
      (known.has(file) && statSync(join(folder, file)).size === 0),
  )
}
