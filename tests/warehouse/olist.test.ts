import { existsSync } from 'node:fs'
import { expect, it } from 'vitest'
import { countRows, schemaDifferences } from '../../src/engine/index.js'
import { dwhSchema } from '../../src/schema/dwh.js'
import { runDwh } from './harness.js'

const olist = process.env.CAUSEWAY_OLIST_DIR ?? '../shared/olist'

it.skipIf(!existsSync(olist))(
  `models Olist whole (skipped where ${olist} is absent; CAUSEWAY_OLIST_DIR names another place)`,
  async () => {
    const t = performance.now()
    const db = await runDwh(olist)
    console.log(performance.now() - t)
    console.log(await countRows(db), await schemaDifferences(db, dwhSchema))
    console.table(
      await db.all(
        `select check_id, violations, severity, left(sample,60) from integrity_checks where violations>0`,
      ),
    )
    console.table(
      await db.all(
        `select sum(price_cents), sum(freight_cents), sum(payment_cents), sum(items), count(*) filter (where is_new_customer) from fct_orders`,
      ),
    )
    expect(1).toBe(1)
    await db.close()
  },
  60_000,
)
