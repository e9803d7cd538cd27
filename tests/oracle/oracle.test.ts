import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Workbench } from '../../src/workbench/index.js'
import { marketplace } from '../marketplaces/arbitrary.js'
import { MARKETPLACES, runMarketplace } from '../marketplaces/run-marketplace.js'
import { budget, checkVariances } from './budget.js'
import { readFacts } from './facts.js'
import { financeOf } from './oracle.js'

type Row = Record<string, unknown>

/** Published tables that the oracle does not make: the declared lines, steps, and views of other tables. */
const NOT_MADE = [
  'balance_sheet',
  'fct_recognition',
  'key_metrics',
  'lifetime_value',
  'payable_aging',
  'profit_lines',
  'retention',
  'subscription_metrics',
]

/** Rows as texts that compare, whatever their order: dates as YYYY-MM-DD. */
function comparable(rows: readonly object[]): string[] {
  return rows
    .map((row) =>
      JSON.stringify(
        Object.entries(row)
          .map(([name, value]) => [
            name,
            value instanceof Date ? value.toISOString().slice(0, 10) : value,
          ])
          .sort(),
      ),
    )
    .sort()
}

/** The rows of every finance table that only one side has. */
async function differences(
  workbench: Workbench,
  expected: Readonly<Record<string, object[]>>,
): Promise<Record<string, unknown>> {
  const ask = <T>(sql: string) => workbench.rows<T>(sql)
  const tables = await ask<{ name: string }>(
    `select table_name as name from duckdb_tables() where database_name = 'finance' order by name`,
  )
  const found: Record<string, unknown> = {}
  expect([...Object.keys(expected), ...NOT_MADE].sort()).toEqual(tables.map(({ name }) => name))
  for (const name of Object.keys(expected)) {
    const published = comparable(await ask<Row>(`select * from finance.${name}`))
    const wanted = comparable(expected[name]!)
    const has = { published: new Set(published), wanted: new Set(wanted) }
    const surplus = published.filter((row) => !has.wanted.has(row))
    const missing = wanted.filter((row) => !has.published.has(row))
    if (surplus.length + missing.length > 0 || published.length !== wanted.length) {
      found[name] = { surplus: surplus.slice(0, 2), missing: missing.slice(0, 2) }
    }
  }
  return found
}

describe('the oracle: the whole finance again, in plain arithmetic over arrays', () => {
  it(`agrees to the cent with every published table, and with every month against a budget (${MARKETPLACES} marketplaces)`, {
    timeout: MARKETPLACES * 60_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(marketplace, budget, (one, plan) =>
        runMarketplace(one, async (workbench) => {
          const facts = await readFacts((sql) => workbench.rows(sql))
          const made = financeOf(facts, workbench.assumptions)
          expect(await differences(workbench, made)).toEqual({})
          await checkVariances(workbench, plan, made, facts.categoryOf)
        }),
      ),
      { numRuns: MARKETPLACES, seed: 19_700_101, endOnFailure: true },
    )
  })
})
