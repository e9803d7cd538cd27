import { lawsOf } from '../law.js'

const TABLES = [
  'orders',
  'order_items',
  'customers',
  'sellers',
  'products',
  'order_payments',
  'order_reviews',
  'geolocation',
  'product_category_name_translation',
]

const counted = TABLES.map(
  (table) => `select '${table}' as table_name, count(*) as held from raw.${table}`,
).join('\n      union all\n      ')

/** Every line of every file is accounted for. */
export const rawLaws = lawsOf('raw', [
  {
    name: 'rows_held',
    statement: 'A table holds the rows that its manifest says were loaded',
    distrust: 'everything',
    unit: 'rows',
    sql: `
      select 0 as amount_cents, concat(m.table_name, ' ', m.rows_loaded, ' ', t.held) as sample
      from raw.load_manifest as m
      inner join (
      ${counted}
      ) as t on t.table_name = m.table_name
      where m.rows_loaded <> t.held`,
  },
  {
    name: 'lines_accounted_for',
    statement:
      'Lines of a file = lines before the header + header + rows loaded + rejected + blank + continuation lines',
    distrust: 'everything',
    unit: 'rows',
    sql: `
      select 0 as amount_cents, file_name as sample
      from raw.load_manifest
      where lines <> preamble_lines + 1 + rows_loaded + rows_rejected + blank_lines + continuation_lines`,
  },
  {
    name: 'rejects_kept',
    statement: 'Every rejected line is kept with its number and reason',
    distrust: 'everything',
    unit: 'rows',
    sql: `
      select 0 as amount_cents, m.file_name as sample
      from raw.load_manifest as m
      left join (
        select file_name, count(*) as rejects from raw.load_rejects group by file_name
      ) as r on r.file_name = m.file_name
      where m.rows_rejected <> coalesce(r.rejects, 0)`,
  },
])
