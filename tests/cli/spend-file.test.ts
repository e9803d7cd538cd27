import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url))
const days = Array.from({ length: 28 }, (_, i) => `2018-06-${String(i + 1).padStart(2, '0')}`)
const SPEND_CENTS = 28 * (5_050 + 3_000)
let dir: string

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'causeway-spend-'))
  await causeway('generate', join(dir, 'data'), '--orders', '300', '--seed', '7')
  const lines = days.flatMap((day) => [`${day},Google Ads,50.50,2000,80`, `${day},meta,30,,`])
  const file = `date,channel,spend,impressions,clicks\n${lines.join('\n')}\n`
  writeFileSync(join(dir, 'data', 'marketing_spend.csv'), file)
})
afterAll(() => rmSync(dir, { recursive: true, force: true }))

function causeway(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [cli, ...args], { maxBuffer: 1 << 26 }, (error, stdout, stderr) => {
      resolve({ code: error ? Number(error.code) : 0, stdout, stderr })
    })
  })
}

async function answer(name: string, ...args: string[]) {
  const workbench = join(dir, name)
  const { stdout, stderr } = await causeway(
    ...['run', '--data', join(dir, 'data'), '--workbench', workbench, '--json'],
    ...args,
  )
  return { ...JSON.parse(stdout), stderr }
}

describe('causeway run beside a marketing_spend.csv', () => {
  it('answers with the money of the file and says what it rests on', async () => {
    const { verdict, judgment, notes, stderr } = await answer('auto')
    expect(verdict.spend_cents).toBe(SPEND_CENTS)
    expect(judgment.critical).toBe(0)
    const ids = notes.map(({ note_id }: { note_id: string }) => note_id)
    expect(ids).toContain('absent_channels')
    expect(ids).toContain('begins_after_orders')
    expect(ids).toContain('generic_google_ads')
    expect(ids).toContain('generic_meta')
    expect(stderr).toContain('WARNING: The file of spend begins on 2018-06-01')
  })

  it('says loudly when another plan is asked for', async () => {
    const file = join(dir, 'assumptions.yaml')
    writeFileSync(file, 'market:\n  plan: percent_of_gmv\n')
    const { verdict, stderr } = await answer('other', '--assumptions', file)
    expect(verdict.spend_cents).not.toBe(SPEND_CENTS)
    expect(stderr).toContain('WARNING: The file of spend is there and is not used')
  })
})
