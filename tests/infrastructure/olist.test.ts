import { existsSync } from 'node:fs'
import { expect, it } from 'vitest'
import { runRaw } from './harness.js'

const olist = process.env.CAUSEWAY_OLIST_DIR ?? '../shared/olist'

it.skipIf(!existsSync(olist))(
  `loads Olist whole (skipped where ${olist} is absent; CAUSEWAY_OLIST_DIR names another place)`,
  async () => {
    const t = performance.now()
    const { db } = await runRaw(olist)
    console.log(performance.now() - t)
    console.table(await db.all(`select * exclude(header, sha256) from load_manifest`))
    expect(1).toBe(1)
    await db.close()
  },
  60_000,
)
