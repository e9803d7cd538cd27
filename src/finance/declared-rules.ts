import type { Assumptions } from '../assumptions/index.js'
import { createParams, type Engine } from '../engine/index.js'
import { InputError } from '../errors.js'
import { balanceAccounts } from '../schema/finance/accounts.js'
import { isRevenue, profitLines, sectionNumber } from '../schema/finance/profit-lines.js'
import { createLookup, declaredLookups } from './lookups.js'
import { financeParams } from './params.js'
import { postingRules } from './posting-rules.js'

/**
 * Gives models their assumptions: the row `params` and one small table per declared collection.
 *
 * @throws InputError when the data holds a status or a payment type that nothing is declared for
 */
export async function declareRules(engine: Engine, assumptions: Assumptions): Promise<void> {
  await createParams(engine, financeParams(assumptions))
  for (const [name, rows] of Object.entries(declaredLookups(assumptions))) {
    await createLookup(engine, name, rows)
  }
  await createLookup(engine, 'posting_rules', postingRules)
  await createLookup(
    engine,
    'balance_accounts',
    balanceAccounts.map(({ id, side, kind }) => ({ account: id, side, kind })),
  )
  await createLookup(engine, 'instalment_numbers', await instalmentNumbers(engine))
  await createLookup(engine, 'profit_lines', profitLineRows(), 'published')
  await requireDeclared(engine, {
    column: 'order_status',
    table: 'dwh.fct_orders',
    rules: 'status_rules',
    id: 'finance.statuses',
  })
  await requireDeclared(engine, {
    column: 'payment_type',
    table: 'dwh.fct_payments',
    rules: 'payment_rules',
    id: 'finance.payment_types',
  })
}

/** For every number of instalments in which some payment comes, each of them; one at once always. */
async function instalmentNumbers(engine: Engine) {
  const counts = await engine.rows<{ instalments: number }>(
    'select distinct installments as instalments from dwh.fct_payments where installments > 1',
  )
  return [{ instalments: 1 }, ...counts].flatMap(({ instalments }) =>
    Array.from({ length: instalments }, (_, i) => ({ instalments, instalment: i + 1 })),
  )
}

function profitLineRows() {
  return profitLines.map((line, i) => ({
    line_no: i + 1,
    line: line.id,
    name: line.name,
    sign: line.sign,
    is_revenue: isRevenue(line),
    section_no: sectionNumber(line),
    section: line.section,
    account: line.account,
    contra_account: line.contra,
    event: line.entry,
    rule: line.rule,
    rests_on: line.restsOn.join(', '),
  }))
}

interface DeclaredWords {
  readonly column: string
  readonly table: string
  readonly rules: string
  readonly id: string
}

/** A word of the data without a declared rule would earn and cost nothing, in silence. */
async function requireDeclared(engine: Engine, words: DeclaredWords): Promise<void> {
  const { column, table, rules, id } = words
  const rows = await engine.rows<{ word: string | null }>(
    `select distinct t.${column} as word
     from ${table} as t left join ${rules} as r on r.${column} = t.${column}
     where r.${column} is null
     order by word`,
  )
  if (rows.length === 0) return
  const got = rows.map(({ word }) => `'${word}'`).join(', ')
  throw new InputError(
    `${table}.${column}: got ${got}, allowed the members of ${id}. Declare what it earns and costs under ${id}.`,
  )
}
