import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AssumptionChanges } from '../../src/assumptions/index.js'
import { generateMarketplace } from '../../src/synthetic/index.js'
import { openWorkbench, type Workbench } from '../../src/workbench/index.js'
import type { Marketplace } from './arbitrary.js'
import { makeUnruly } from './unruly.js'

/** How many marketplaces a test tries: a few keep the suite quick, `npm run marketplaces` asks for 200. */
export const MARKETPLACES = Number(process.env.CAUSEWAY_MARKETPLACES ?? 4)

/** Generates and runs one marketplace through all stages, asks it, and clears up. */
export async function runMarketplace<T>(
  of: Marketplace,
  ask: (workbench: Workbench) => Promise<T>,
): Promise<T> {
  const dir = mkdtempSync(join(tmpdir(), 'causeway-marketplace-'))
  const data = join(dir, 'data')
  await generateMarketplace({
    dir: data,
    orders: of.orders,
    seed: of.seed,
    firstDay: '2018-01-20',
    lastDay: `2018-0${3 + of.months}-17`,
  })
  if (of.isUnruly) makeUnruly(data)
  const workbench = openWorkbench({
    data,
    workbench: join(dir, 'workbench'),
    changes: { ...of.finance, ...of.marketing } as AssumptionChanges,
    seed: of.seed,
    threads: 2,
  })
  try {
    await workbench.run()
    return await ask(workbench)
  } finally {
    await workbench.close()
    rmSync(dir, { recursive: true, force: true })
  }
}
