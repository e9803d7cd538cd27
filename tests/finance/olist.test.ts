import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openWorkbench } from '../../src/workbench/index.js'
import { putWholeRun } from '../made/whole-run.js'
import { hasOlist, needsOlist, olistDir } from '../olist.js'
import { atOnce } from './at-once.js'

describe.skipIf(!hasOlist)(`cash of Olist ${needsOlist}`, () => {
  it('is cash at once with all delays at zero, R$2,037,038.71', { timeout: 300_000 }, async () => {
    const dir = mkdtempSync(join(tmpdir(), 'causeway-cash-'))
    await putWholeRun('olist', dir)
    const options = { data: olistDir, workbench: dir, threads: 1, changes: { finance: atOnce } }
    const workbench = openWorkbench(options)
    try {
      await workbench.run({ through: 'finance' })
      const [verdict] = await workbench.rows(
        'select cash_result_cents, cash_at_once_cents from finance.verdict',
      )
      expect(verdict).toEqual({ cash_result_cents: 203_703_871, cash_at_once_cents: 203_703_871 })
      const [days] = await workbench.rows(
        `select count(*) as days from finance.pnl_daily
         where cash_result_cents <> cash_at_once_cents or receivable_change_cents <> 0
           or owed_change_cents <> 0`,
      )
      expect(days).toEqual({ days: 0 })
    } finally {
      await workbench.close()
      rmSync(dir, { recursive: true, force: true })
    }
  })
})
