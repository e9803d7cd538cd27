import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { InputError } from '../../src/errors.js'
import { checkLaws } from '../../src/report/index.js'
import { generateMarketplace } from '../../src/synthetic/index.js'
import { openWorkbench } from '../../src/workbench/index.js'

const dir = mkdtempSync(join(tmpdir(), 'causeway-market-'))
const data = join(dir, 'data')
const through = { through: 'market' } as const

beforeAll(() => generateMarketplace({ dir: data, orders: 300, seed: 1, world: 'scarce' }))
afterAll(() => rmSync(dir, { recursive: true, force: true }))

describe('a workbench', () => {
  it('runs under a plan changed by hand, and spends it to the cent', async () => {
    const workbench = openWorkbench({ data, workbench: join(dir, 'plan') })
    await expect(workbench.plan()).rejects.toThrow(InputError)
    await workbench.run(through)
    const plan = await workbench.plan()
    const halved = plan.scale('google_search', 0.5)
    const other = workbench.withPlan(halved)
    await other.run(through)
    const published = await other.plan()
    expect(published.diff(halved)).toEqual([])
    expect(published.totalCents()).toBe(halved.totalCents())
    expect(published.totalCents()).toBeLessThan(plan.totalCents())
    expect((await other.run(through)).stages.every(({ reused }) => reused)).toBe(true)
    expect((await checkLaws(other, 'market')).every(({ holds }) => holds)).toBe(true)
    await other.close()
    await workbench.close()
  })

  it('runs under a spend file, and spends the file to the cent', async () => {
    const [, ...lines] = readFileSync(join(data, 'marketing_spend.csv'), 'utf8').trim().split('\n')
    const dates = lines.map((line) => line.slice(0, 10))
    const [first_date, last_date] = [dates[0]!, dates.at(-1)!]
    const workbench = openWorkbench({
      data,
      workbench: join(dir, 'csv'),
      changes: { market: { plan: 'csv', first_date, last_date } },
    })
    await workbench.run(through)
    const cents = lines.map((line) => Math.round(Number(line.split(',')[2]) * 100))
    const total = cents.reduce((a, b) => a + b, 0)
    expect((await workbench.plan()).totalCents()).toBe(total)
    expect((await checkLaws(workbench, 'market')).every(({ holds }) => holds)).toBe(true)
    await workbench.close()
  })
})
