import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { detail } from '../../../src/report/statement/detail.js'
import { addLeads } from './everything.js'
import { type StatementRun, statementRun } from './run.js'

let run: StatementRun

beforeAll(async () => {
  const changes = {
    finance: { fixed_costs: { sales: { month_cents: 31_000, wins_sellers: true } } },
  }
  run = await statementRun(changes, addLeads)
}, 120_000)

afterAll(() => run?.close())

const section = () => detail(run.statement).find(({ id }) => id === 'sellers')!

describe('sellers won', () => {
  it('tells the funnel, what sellers brought, and the CAC that is declared', () => {
    const [funnel, , cost] = section().sentences
    expect(funnel).toBe(
      'Of 2 leads 1 were won (50.00%); a deal took 31 days on average. 1 of them ever sold.',
    )
    expect(cost).toMatch(
      /^Winning them cost R\$[\d,.]+ as declared: a CAC of R\$[\d,.]+ per seller\.$/,
    )
  })

  it('counts leads by origin and by month, and cohorts by the month of the deal', () => {
    const [origins, months, cohorts] = section().tables
    expect(origins!.rows.map((row) => (row as { group: string }).group)).toEqual([
      'email',
      'unknown',
    ])
    expect(months!.rows).toHaveLength(1)
    expect(months!.rows[0]).toMatchObject({ group: '2017-07', leads: 2, won: 1 })
    expect(cohorts!.basis).toContain('observed: GMV')
    expect(cohorts!.basis).toContain('declared: Revenue')
  })
})
