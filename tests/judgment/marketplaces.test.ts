import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readJudgment } from '../../src/report/index.js'
import { readVerdict, type Workbench } from '../../src/workbench/index.js'
import { marketplace } from '../marketplaces/arbitrary.js'
import { MARKETPLACES, runMarketplace } from '../marketplaces/run-marketplace.js'

/** What broke, with the residual of the law of the system. */
async function judged(workbench: Workbench) {
  const { laws } = await readJudgment(workbench)
  const { law_residual_cents } = await readVerdict(workbench)
  const broken = laws.filter(({ impact, violations }) => impact !== 'reality' && violations > 0)
  return { broken, law_residual_cents }
}

describe('marketplaces that do not exist, under assumptions nobody would make', () => {
  it(`keep every law, residual 0 cents (${MARKETPLACES} of them)`, {
    timeout: MARKETPLACES * 60_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(marketplace, async (one) => {
        expect(await runMarketplace(one, judged)).toEqual({ broken: [], law_residual_cents: 0 })
      }),
      { numRuns: MARKETPLACES, seed: 20_180_131, endOnFailure: true },
    )
  })
})
