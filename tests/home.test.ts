import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { homeDir, notebooksDir, packageDir } from '../src/home.js'

let dir: string

beforeEach(() => {
  dir = realpathSync(mkdtempSync(join(tmpdir(), 'causeway home ')))
  vi.stubEnv('CAUSEWAY_HOME', undefined)
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
  rmSync(dir, { recursive: true, force: true })
})

const workIn = (folder: string) => {
  mkdirSync(folder, { recursive: true })
  vi.spyOn(process, 'cwd').mockReturnValue(folder)
}

it('is the nearest folder upward that holds data/assumptions.yaml', () => {
  mkdirSync(join(dir, 'shop', 'data'), { recursive: true })
  writeFileSync(join(dir, 'shop', 'data', 'assumptions.yaml'), '')
  workIn(join(dir, 'shop', 'notebooks', 'deeper'))
  expect(homeDir()).toBe(join(dir, 'shop'))
  expect(notebooksDir()).toBe(join(dir, 'shop', 'notebooks'))
})

it('is the current folder where nothing is marked, with the notebooks of the library', () => {
  workIn(join(dir, 'plain'))
  expect(homeDir()).toBe(join(dir, 'plain'))
  expect(notebooksDir()).toBe(join(packageDir, 'notebooks'))
})

it('is what CAUSEWAY_HOME names', () => {
  vi.stubEnv('CAUSEWAY_HOME', dir)
  expect(homeDir()).toBe(dir)
})
