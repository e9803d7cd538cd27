import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Assumptions } from '../../src/assumptions/index.js'
import { fileStamp } from '../../src/engine/index.js'
import { InputError } from '../../src/errors.js'
import { text } from '../../src/schema/column.js'
import type { Stage } from '../../src/stage.js'
import { verifyFile } from '../../src/workbench/artifact-files.js'
import { folderError } from '../../src/workbench/folder-error.js'
import { readManifest } from '../../src/workbench/manifest.js'
import { runStages } from '../../src/workbench/run.js'

let dir: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'causeway-'))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

/** A stage that holds the numbers below some size, as text that does not pack. */
function numbers(size: number): Stage {
  return {
    name: 'raw',
    needs: [],
    schema: { numbers: { about: '', grain: [], columns: { n: text('A number as text.') } } },
    fingerprint: async () => String(size),
    build: ({ db }) =>
      db.exec(`create table numbers as select md5(i::varchar) as n from range(${size}) as t(i)`),
  }
}

const run = (size: number, folder = dir, fresh = false) =>
  runStages({
    dir: folder,
    stages: [numbers(size)],
    inputs: { dataDir: folder, allowRejects: false },
    name: 'main',
    preset: 'default',
    assumptions: Assumptions.defaults(),
    seed: 1,
    fresh,
    onProgress: () => {},
  })

describe('a folder that cannot hold the artifacts', () => {
  it('is named when it is a file, or lies under one', async () => {
    const file = join(dir, 'file')
    writeFileSync(file, '')
    for (const folder of [file, join(file, 'workbench')]) {
      await expect(run(1, folder)).rejects.toThrow(InputError)
      await expect(run(1, folder)).rejects.toThrow(/cannot be written to.*--workbench DIR/)
    }
  })

  it.each([
    ['IO Error: Could not write file "/d/x": No space left on device', 'the disk is full'],
    ["ENOSPC: no space left on device, write '/d/workbench.json'", 'the disk is full'],
    ['IO Error: Cannot open file "/d/.lock.duckdb": Permission denied', 'cannot be written to'],
    ["EROFS: read-only file system, mkdir '/d'", 'cannot be written to'],
  ])('%s', (message, words) => {
    const error = folderError('/d', new Error(message))
    expect(error).toBeInstanceOf(InputError)
    expect(error.message).toContain(`/d`)
    expect(error.message).toContain(words)
  })

  it('leaves other errors as they are', () => {
    const error = new Error('Permission denied: /elsewhere')
    expect(folderError('/d', error)).toBe(error)
  })
})

const disk = mkdtempSync(join(tmpdir(), 'causeway-disk-'))
const mounted = mountSmallDisk(disk)

describe.skipIf(!mounted)('a full disk (skipped where a small one cannot be mounted)', () => {
  afterEach(() => {
    execFileSync('umount', [disk])
    rmSync(disk, { recursive: true })
  })

  it('stops the run with a clear message; what was published stays', async () => {
    await run(1_000, disk)
    const before = readManifest(disk)
    await expect(run(1_000_000, disk)).rejects.toThrow(/the disk is full.*--workbench DIR/)
    expect(readManifest(disk)).toEqual(before)
    expect(readdirSync(disk).filter((name) => name.startsWith('.building'))).toEqual([])
    expect((await run(1_000, disk)).stages[0]!.reused).toBe(true)
    execFileSync('mount', ['-o', 'remount,ro', disk])
    await expect(run(2_000, disk)).rejects.toThrow(/cannot be written to.*--workbench DIR/)
  })
})

function mountSmallDisk(folder: string): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', folder], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

describe('a published file that was damaged', () => {
  it.each([
    [
      'a flipped byte',
      (path: string) => {
        const bytes = readFileSync(path)
        bytes[5_000]! ^= 0x10
        writeFileSync(path, bytes)
      },
      'was changed after it was published',
    ],
    ['cut short', (path: string) => truncateSync(path, 4_096), 'has 4096 bytes, published with'],
    ['gone', (path: string) => rmSync(path), 'is missing'],
  ])(
    '%s, after it was found whole: found, named, and built anew by --fresh',
    async (_, damage, words) => {
      const { stages } = await run(1_000)
      const path = join(dir, stages[0]!.file)
      expect((await run(1_000)).stages[0]!.reused).toBe(true)
      chmodSync(path, 0o644)
      damage(path)
      await expect(run(1_000)).rejects.toThrow(words)
      await expect(run(1_000)).rejects.toThrow('--fresh')
      await run(1_000, dir, true)
      expect((await run(1_000)).stages[0]!.reused).toBe(true)
    },
  )
})

describe('a published file that carries the stamp of its publication', () => {
  const artifact = () => readManifest(dir).runs.main!.artifacts.raw!
  const damage = (path: string) => {
    chmodSync(path, 0o644)
    const bytes = readFileSync(path)
    bytes[5_000]! ^= 0x10
    writeFileSync(path, bytes)
  }

  it('is taken as it is, and read whole where that is asked for', async () => {
    await run(1_000)
    const path = join(dir, artifact().file)
    expect(artifact().stamp).toBe(fileStamp(path))
    damage(path)
    const restamped = { ...artifact(), stamp: fileStamp(path) }
    verifyFile(dir, restamped)
    expect(() => verifyFile(dir, restamped, true)).toThrow('CRC-32 differs')
    expect(() => verifyFile(dir, artifact())).toThrow('CRC-32 differs')
  })

  it('is read where somebody has touched it, and is whole where nothing was changed', async () => {
    await run(1_000)
    utimesSync(join(dir, artifact().file), 1, 1)
    verifyFile(dir, artifact())
    verifyFile(dir, { ...artifact(), stamp: undefined })
    expect(() => verifyFile(dir, { ...artifact(), crc32: '0' })).toThrow('CRC-32 differs')
  })
})

describe('what a killed run leaves behind', () => {
  it('spilled memory, half a lock, half a manifest: the next run clears it', async () => {
    await run(10)
    mkdirSync(join(dir, '.building-raw-1.duckdb.tmp'))
    writeFileSync(join(dir, '.building-raw-1.duckdb.tmp', 'block'), 'x')
    writeFileSync(join(dir, '.building-lock-1.duckdb'), 'x')
    writeFileSync(join(dir, '.building-workbench.json'), '{"ver')
    await run(20)
    expect(existsSync(join(dir, '.building-raw-1.duckdb.tmp'))).toBe(false)
    expect(existsSync(join(dir, '.building-lock-1.duckdb'))).toBe(false)
  })
})
