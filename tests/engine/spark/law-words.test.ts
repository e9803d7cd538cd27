import { expect, test } from 'vitest'
import { toSpark } from '../../../src/engine/spark/dialect.js'

test.each([
  ['cast(x as hugeint)', 'cast(x as decimal(38, 0))'],
  ['with v as materialized (select 1 as x)', 'with v as  (select 1 as x)'],
  ['select * exclude (price) from t', 'select * except (price) from t'],
  ["select {'zip': z, 'city': c} as a", "select named_struct('zip', z, 'city', c) as a"],
  ['row(-a, b)', 'struct(-a, b)'],
  ['row_number() over ()', 'row_number() over ()'],
  ['arg_min(p.plan, row(-p.cents, p.plan))', '(min_by((p.plan), ( struct(-p.cents, p.plan))))'],
  ["date_diff('day', a, b)", 'date_diff(day, a, b)'],
  ['max(value) filter (id = 1)', 'max(value) filter (where id = 1)'],
  ['max(value) filter (where id = 1)', 'max(value) filter (where id = 1)'],
  ["try_strptime(left(x, 10), '%Y-%m-%d')", "(try_to_timestamp((left(x, 10)), ( 'y-M-d')))"],
  ['sign(x)', '(cast(signum((x)) as bigint))'],
])('%s is %s', (sql, expected) => expect(toSpark(sql, {})).toBe(expected))

test('dates that a law counts through are those of a sequence', () => {
  expect(toSpark('select unnest(generate_series(a, b, interval 1 day)) as d', {})).toBe(
    'select (explode(((sequence((a), ( b), ( interval 1 day)))))) as d',
  )
})
