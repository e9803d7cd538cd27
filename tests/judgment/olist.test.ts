import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { laws, runLaws } from '../../src/judgment/index.js'
import { putWholeRun } from '../made/whole-run.js'
import { hasOlist, needsOlist, olistDir } from '../olist.js'
import { publishedInMemory, type RunInMemory } from './in-memory.js'

describe.skipIf(!hasOlist)(`judgment ${needsOlist}`, () => {
  const dir = mkdtempSync(join(tmpdir(), 'causeway-judgment-'))
  let run: RunInMemory
  beforeAll(async () => {
    await putWholeRun('olist', join(dir, 'workbench'))
    run = await publishedInMemory(olistDir, dir)
  }, 300_000)
  afterAll(async () => {
    await run?.close()
    rmSync(dir, { recursive: true, force: true })
  })

  const ask = <T>(sql: string) => run.db.all<T>(sql)

  it('finds every law kept, and only reality amiss', { timeout: 120_000 }, async () => {
    const broken = (await runLaws(ask)).filter(({ violations }) => violations > 0)
    expect(broken.map(({ law_id, severity }) => [law_id, severity])).toEqual([
      ['dwh.paid_in_full', 'warning'],
      ['dwh.handed_over_before_delivered', 'note'],
      ['dwh.delivered_has_its_day', 'warning'],
      ['dwh.purchase_comes_first', 'note'],
      ['dwh.payments_buy_something', 'note'],
      ['dwh.files_can_be_read', 'note'],
    ])
  })

  it('refuses items joined on order_id alone: 157,222 rows', { timeout: 120_000 }, async () => {
    const fanOut = `
      create or replace table finance.fct_unit_economics as
      select u.* from finance.fct_unit_economics as u
      inner join finance.fct_unit_economics as again on again.order_id = u.order_id`
    const once = laws.filter(({ id }) => id === 'finance.items_once')
    const found = await run.broken(fanOut, async () => ({
      joined: await ask('select count(*) as joined from finance.fct_unit_economics'),
      laws: await runLaws(ask, { only: once }),
    }))
    expect(found.joined).toEqual([{ joined: 157_222 }])
    expect(found.laws[0]).toMatchObject({ severity: 'critical', amount_cents: 363_925_467 })
  })
})
