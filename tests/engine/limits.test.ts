import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it, vi } from 'vitest'
import { Database } from '../../src/engine/index.js'

afterEach(() => vi.unstubAllEnvs())

async function settingsOf(options: Parameters<typeof Database.create>[1]) {
  const db = await Database.create(':memory:', options)
  try {
    const [row] = await db.all<{ threads: number; memory: string; spill: string }>(
      `select current_setting('threads')::integer as threads,
         current_setting('memory_limit') as memory, current_setting('temp_directory') as spill`,
    )
    return row!
  } finally {
    await db.close()
  }
}

it('takes what is said before what the environment says', async () => {
  vi.stubEnv('CAUSEWAY_THREADS', '3')
  vi.stubEnv('CAUSEWAY_MEMORY', '2GiB')
  expect(await settingsOf({})).toMatchObject({ threads: 3, memory: '2.0 GiB' })
  expect(await settingsOf({ threads: 1, memoryLimit: '1GiB' })).toMatchObject({
    threads: 1,
    memory: '1.0 GiB',
  })
})

it.each(['much', '-1GB', '0GB', '4 apples', '1e3GB'])('refuses %s as a size', async (size) => {
  await expect(settingsOf({ memoryLimit: size })).rejects.toThrow(`memory: got '${size}', allowed`)
})

it.each([0, 1.5, -2])('refuses %s threads', async (threads) => {
  vi.stubEnv('CAUSEWAY_THREADS', String(threads))
  await expect(settingsOf({})).rejects.toThrow(`threads: got ${threads}, allowed`)
})

it('spills into the folder it is given, and leaves nothing there', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'causeway-spill-test-'))
  const spillDir = join(dir, 'spill')
  const db = await Database.create(':memory:', { memoryLimit: '60MB', threads: 1, spillDir })
  await db.exec(`create table t as select md5(i::varchar) as k from range(3000000) as r(i)`)
  expect(existsSync(spillDir)).toBe(true)
  await db.close()
  expect(existsSync(spillDir)).toBe(false)
  rmSync(dir, { recursive: true })
})
