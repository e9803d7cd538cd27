import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { laws } from '../../src/judgment/index.js'
import { hasOlist, needsOlist, olistDir } from '../olist.js'
import { corruptions } from './corruptions/index.js'
import { judge, judgeCorrupted, type Published, publishRun } from './published.js'

describe.skipIf(!hasOlist)(`judgment ${needsOlist}`, () => {
  let published: Published
  beforeAll(async () => {
    published = await publishRun(olistDir)
  }, 300_000)
  afterAll(() => published?.remove())

  it('finds every law kept, and only reality amiss', { timeout: 60_000 }, async () => {
    const broken = (await judge(published.paths)).filter(({ violations }) => violations > 0)
    expect(broken.map(({ law_id, severity }) => [law_id, severity])).toEqual([
      ['dwh.paid_in_full', 'warning'],
      ['dwh.handed_over_before_delivered', 'warning'],
    ])
  })

  it('refuses items joined on order_id alone: 157,222 rows', { timeout: 60_000 }, async () => {
    const fanOut = corruptions.find(({ law }) => law === 'finance.no_fan_out')!
    const [finding] = await judgeCorrupted(
      published,
      fanOut.artifact,
      async (db) => {
        const [rows] = await db.all(`
          select sum(items * items) as joined, sum((items - 1) * gmv_cents) as stake
          from (
            select count(*) as items, sum(gmv_cents) as gmv_cents
            from fct_unit_economics group by order_id
          )`)
        expect(rows).toEqual({ joined: 157_222, stake: 363_925_467 })
        await db.exec(fanOut.sql)
      },
      laws.filter(({ id }) => id === fanOut.law),
    )
    expect(finding).toMatchObject({ severity: 'critical', amount_cents: 363_925_467 })
  })
})
