import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'
import { generateMarketplace } from '../../src/synthetic/index.js'
import { openWorkbench, readVerdict, type Workbench } from '../../src/workbench/index.js'

let root: string
export let data: string
export let file: string
export const dearer = { 'finance.carrier_cost_bps': 15_000 }

export let folder: string
let opened: Workbench[]

/** Makes a marketplace for the tests of a file, and a workbench folder for each test. */
export function useFolders(): void {
  beforeAll(async () => {
    root = mkdtempSync(join(tmpdir(), 'causeway-runs-'))
    data = join(root, 'data')
    file = join(root, 'mine.yaml')
    await generateMarketplace({ dir: data, orders: 150, seed: 1 })
    const workbench = openWorkbench({ data, workbench: join(root, 'whole') })
    await workbench.run()
    await workbench.close()
  })
  beforeEach(() => {
    folder = mkdtempSync(join(root, 'workbench-'))
    opened = []
  })
  afterEach(async () => {
    for (const workbench of opened) await workbench.close()
  })
  afterAll(() => rmSync(root, { recursive: true, force: true }))
}

/** Starts this test's folder with a complete run of the data, published as main. */
export function publishedMain(): Workbench {
  cpSync(join(root, 'whole'), folder, { recursive: true })
  return open()
}

/** A workbench of this test's folder, closed after it. */
export function open(options: Parameters<typeof openWorkbench>[0] = {}): Workbench {
  return closedAfter(openWorkbench({ workbench: folder, ...options }))
}

/** The same workbench, a scenario above all, closed after the test. */
export function closedAfter(workbench: Workbench): Workbench {
  opened.push(workbench)
  return workbench
}

export const profitOf = async (workbench: Workbench) =>
  (await readVerdict(workbench)).contribution_after_marketing_cents
