import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Database, literal } from '../../src/engine/index.js'
import { laws } from '../../src/judgment/index.js'
import { type Corruption, corruptions } from './corruptions/index.js'
import { judge, judgeCorrupted, type Published, publishGenerated } from './published.js'

let published: Published

beforeAll(async () => {
  published = await publishGenerated(400, 7)
}, 120_000)

afterAll(() => published?.remove())

/** Corrupts the open artifact and returns the cents that the law must find, null for any. */
async function apply(db: Database, corruption: Corruption): Promise<number | null> {
  const [victim] = await db.all<Record<string, string | number | null>>(corruption.pick)
  if (!victim) throw new Error(`The run holds nothing to corrupt: ${corruption.what}`)
  const sql = corruption.sql.replace(/:(\w+)/g, (_, name: string) => literal(String(victim[name])))
  await db.exec(sql)
  return victim.stake as number | null
}

describe('a run that nobody touched', () => {
  it('breaks no law, and no cent is at stake but in reality itself', async () => {
    const findings = await judge(published.paths)
    const broken = findings.filter((finding) => finding.violations > 0)
    expect(broken.filter((finding) => finding.impact !== 'reality')).toEqual([])
    expect(broken.filter((finding) => finding.severity === 'critical')).toEqual([])
    expect(findings).toHaveLength(laws.length)
  })
})

describe('a corrupted run', () => {
  it.each(corruptions.map((corruption) => [corruption.what, corruption] as const))(
    '%s',
    async (_, corruption) => {
      let stake: number | null = null
      const law = laws.filter(({ id }) => id === corruption.law)
      const [finding] = await judgeCorrupted(
        published,
        corruption.artifact,
        async (db) => {
          stake = await apply(db, corruption)
        },
        law,
      )
      expect(finding!.violations).toBeGreaterThan(0)
      expect(finding!.sample).not.toBe('')
      if (stake !== null) expect(finding!.amount_cents).toBe(stake)
    },
  )

  it('is not decision-grade by one cent moved in the journal', async () => {
    const cent = corruptions.find(({ what }) => what === 'a cent moved in the journal')!
    const findings = await judgeCorrupted(published, cent.artifact, async (db) => {
      await apply(db, cent)
    })
    const critical = findings.filter((finding) => finding.severity === 'critical')
    expect(critical.map((finding) => finding.law_id)).toContain('finance.journal_entries_balance')
    expect(critical.every((finding) => finding.distrust !== '')).toBe(true)
  })
})
