import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it, vi } from 'vitest'
import { generateMarketplace } from '../../src/synthetic/index.js'
import { openAgain, openWorkbench } from '../../src/workbench/index.js'

const dir = mkdtempSync(join(tmpdir(), 'causeway-again-'))
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(dir, { recursive: true, force: true })
})

const id = 'finance.carrier_cost_bps'

function fileOf(name: string, bps: number): string {
  mkdirSync(join(dir, 'data'), { recursive: true })
  const file = join(dir, name)
  writeFileSync(file, `finance:\n  carrier_cost_bps: ${bps}\n`)
  return file
}

it('goes on with the assumptions of the published run, says so, and tells of a file that says otherwise', async () => {
  const workbench = join(dir, 'workbench')
  const data = join(dir, 'orders')
  await generateMarketplace({ dir: data, orders: 5, seed: 1 })
  const made = openWorkbench({ data, workbench, seed: 9, assumptions: fileOf('mine.yaml', 12_000) })
  await made.run({ through: 'raw' })
  await made.close()

  const again = openAgain({ workbench })
  expect(again.workbench.assumptions.number(id)).toBe(12_000)
  expect(again.goesOn).toEqual([
    `goes on with ${data}, seed 9, preset default and 1 assumption changed, as run main was made.`,
  ])

  vi.stubEnv('CAUSEWAY_HOME', dir)
  fileOf('data/assumptions.yaml', 13_000)
  expect(openAgain({ workbench }).goesOn[1]).toBe(
    `does not use data/assumptions.yaml: it gives 1 assumption otherwise than run main (${id}). Take it up with \`causeway run\`, or name it with --assumptions.`,
  )
  const named = openAgain({ workbench, assumptions: fileOf('other.yaml', 14_000) })
  expect(named.workbench.assumptions.number(id)).toBe(14_000)
  expect(named.goesOn).toEqual([
    `goes on with ${data}, seed 9, preset default and 1 assumption changed, as said here.`,
  ])
  const changed = openAgain({ workbench, data: dir, seed: 3 }).workbench
  expect([changed.dataDir, changed.seed]).toEqual([dir, 3])
  expect(changed.assumptions.number(id)).toBe(12_000)
  expect(openAgain({ workbench: join(dir, 'none') }).goesOn).toEqual([])
})
