import { execFile } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url))

/** One of the folders of own data beside this file. */
export function ownFolder(name: string): string {
  return fileURLToPath(new URL(`./${name}`, import.meta.url))
}

export interface Ended {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/** Runs the command, in a folder of its own if asked. */
export function causeway(args: readonly string[], cwd?: string): Promise<Ended> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [cli, ...args],
      { maxBuffer: 1 << 26, ...(cwd ? { cwd } : {}) },
      (error, stdout, stderr) => {
        resolve({ code: error ? Number(error.code) : 0, stdout, stderr })
      },
    )
  })
}

/** A run over a data folder in a new workbench: its answer, and what can be asked of it. */
export async function runFolder(data: string, ...args: string[]) {
  const dir = mkdtempSync(join(tmpdir(), 'causeway-own-'))
  const workbench = join(dir, 'workbench')
  const frame = ['--data', data, '--workbench', workbench, '--out', join(dir, 'reports')]
  const { code, stdout, stderr } = await causeway(['run', ...frame, '--json', ...args])
  const sql = async <T>(query: string): Promise<T[]> => {
    const asked = ['sql', query, '--workbench', workbench, '--format', 'json']
    return JSON.parse((await causeway(asked)).stdout)
  }
  const statement = async () => (await causeway(['run', ...frame, ...args])).stdout
  return { code, stderr, answer: stdout ? JSON.parse(stdout) : null, sql, statement }
}
