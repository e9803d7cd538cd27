import { expect, test } from 'vitest'
import { sqlFunctions } from '../../../src/engine/functions.js'
import { toSpark } from '../../../src/engine/spark/dialect.js'
import { sqlOf, sqlTokens } from '../../../src/engine/sql-tokens.js'

const half = { parameters: ['x'], body: 'x // 2' }
const share = { parameters: ['x', 'y'], body: 'half(x) * y' }

test.each([
  ['select 7 // 2 as q', 'select 7  div  2 as q'],
  ['cast(x as varchar)', 'cast(x as string)'],
  ['cast(x as VARCHAR)', 'cast(x as string)'],
  ["select '7 // 2 as varchar' as t", "select '7 // 2 as varchar' as t"],
  ["select 'it''s // it' as t", "select 'it''s // it' as t"],
  ['select a -- a // b\nfrom t', 'select a -- a // b\nfrom t'],
  ['select "a // b" from t', 'select "a // b" from t'],
  ['from dwh.fct_orders as o', 'from dwh__fct_orders as o'],
  ['from raw."my orders" as o', 'from "raw__my orders" as o'],
  ['select o.dwh from o', 'select o.dwh from o'],
  ['days_between(a, b)', '(cast(datediff(( b), (a)) as bigint))'],
  ["concat(a, ' ', b)", "concat_ws('', a, ' ', b)"],
  ['arg_min(a, row(b, c))', 'min_by(a, struct(b, c))'],
  ['select row, * exclude (a)', 'select row, * except (a)'],
  ["min({'zip': a, 'city': upper(b)}) as x", "min(named_struct('zip', a, 'city', upper(b))) as x"],
  ['high_bits(hash(a, b))', '(shiftright((xxhash64(cast(struct(a, b) as string))), 16))'],
  ['row_number() over () as n', 'monotonically_increasing_id() as n'],
  ['row_number() over (order by a)', 'row_number() over (order by a)'],
  ['cast(a as hugeint) // b', 'cast(a as decimal(38, 0))  div  b'],
  ['with a as materialized (select 1)', 'with a as  (select 1)'],
  ['unnest(generate_series(1, n)) as i', 'explode(sequence(1, n)) as i'],
  ['half(7)', '((7)  div  2)'],
  ['half(half(a + 1))', '((((a + 1)  div  2))  div  2)'],
  ['share(f(a, b), (c, d))', '((((f(a, b)))  div  2) * ( (c, d)))'],
  ['half', 'half'],
  ['x.half', 'x.half'],
])('%s is %s', (sql, expected) => {
  const functions = { half, share }
  expect(toSpark(sql, functions, ['raw', 'dwh'])).toBe(expected)
})

test('every function of the house is written out', () => {
  const calls = Object.entries(sqlFunctions).map(
    ([name, { parameters }]) => `${name}(${parameters.map((_, i) => `a${i}`).join(', ')})`,
  )
  const written = toSpark(`select ${calls.join(', ')}`, sqlFunctions)
  for (const name of Object.keys(sqlFunctions)) expect(written).not.toContain(`${name}(`)
  expect(written).not.toContain('//')
})

test('a call with too few arguments is refused', () => {
  expect(() => toSpark('share(a)', { share })).toThrow('share: got 1 arguments, needed 2 (x, y)')
})

test('pieces joined give the text back, whatever it is', () => {
  const sql = `select 'a''b', "x""y", 1.5e3 -- end\n, a::b /* c */ from t where a <> b || c;`
  expect(sqlOf(sqlTokens(sql))).toBe(sql)
})
