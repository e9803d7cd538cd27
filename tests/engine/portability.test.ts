import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { sqlFunctions } from '../../src/engine/functions.js'
import { castFunctions } from '../../src/engine/index.js'
import { writeOutLines } from '../../src/finance/line-columns.js'
import { portabilityProblems } from './portability.js'

const src = join(import.meta.dirname, '..', '..', 'src')
const models = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.sql'))
  .sort()

/** Placeholders of a model stand for lines of the profit and loss, or for a source's own query. */
function modelSql(name: string): string {
  const text = readFileSync(join(src, name), 'utf8').replace(
    '{{lines}}',
    'select * from file_lines',
  )
  return writeOutLines(text)
}

/** Spark has other functions for these, which the dialect puts in their place. */
const unlisted = (name: string) => `${name}() is not on the list of functions`
const OF_DUCKDB: Record<string, string[]> = {
  moved_zone: [unlisted('timezone'), unlisted('timezone')],
  days_between: [unlisted('date_diff')],
}

test('there are models to look at', () => expect(models.length).toBeGreaterThan(60))

test.each(models)('%s means the same on every engine', (name) => {
  expect(portabilityProblems(modelSql(name))).toEqual([])
})

test('windows over all rows look at rows of the calendar, which no cluster need share', () => {
  const whole = models.filter((name) => /\bover \((?!\s*partition by)/.test(modelSql(name)))
  expect(whole.map((name) => name.split('/').at(-1))).toEqual([
    'cash_flow_daily.sql',
    'mrr_bridge.sql',
    'reconciliation.sql',
  ])
})

test.each(Object.entries({ ...sqlFunctions, ...castFunctions(2) }))(
  'the function %s is made of what every engine has',
  (name, { body }) => {
    const problems = portabilityProblems(`select ${body} as x`)
    expect(problems).toEqual(OF_DUCKDB[name] ?? [])
  },
)

test.each([
  ['select a + 1 from t', 'an expression has no name'],
  ['select count(*), b from t', 'an expression has no name'],
  ['select null as x from t', 'a NULL has no type'],
  ['select row_number() over (order by a, b nulls last) as n from t', 'where NULLs stand: a'],
  ['select sum(x) over (order by a rows between 1 preceding and current row) as n from t', 'NULLs'],
  ['select hash(a) as h from t', 'hash() is not on the list'],
  ['select string_agg(a) as h from t', 'string_agg() is not on the list'],
  ['select a::bigint as b from t', ':: is no cast'],
  ['select cast(a as hugeint) as b from t', 'hugeint'],
  ['select cast(a as uinteger) as b from t', 'uinteger is not a type'],
  ['select a, b from t group by all', 'by all'],
  ['select a from t qualify n = 1', 'qualify'],
  ['select sum(x) as total_cents from t', 'a sum leaves BIGINT'],
  ['select a / b as share from t', 'a quotient may be whole or not'],
  ['select cast(a as double) / b as fee_cents from t', 'a DOUBLE in money'],
  ['with s as (select a * 2 from t) select x from s', 'an expression has no name'],
])('%s is refused', (sql, problem) => {
  expect(portabilityProblems(sql).join('\n')).toContain(problem)
})

test.each([
  'select t.a, t."b c", t.*, * from t',
  'select distinct a from t',
  'with s as (select sum(x) as x from t) select cast(x as bigint) as x from s',
  'select cast(a as double) / b as latitude from t',
  'select row_number() over (partition by a order by -(b), c desc nulls last) as n from t'.replace(
    '-(b)',
    '-(b) nulls last',
  ),
  `select case when a is null then 'x, y' else 'from' end as w from t -- hash(a)`,
])('%s is let pass', (sql) => {
  expect(portabilityProblems(sql)).toEqual([])
})
