import { gone } from '../fault.js'
import { lawsOf } from '../law.js'
import type { WorkingTable } from '../working/working-table.js'

/** The rows that each table of the manifest holds. */
const heldRows: WorkingTable = {
  name: 'held_rows',
  uses: [],
  reads: ['raw.load_manifest'],
  select: async (ask) => {
    const tables = await ask<{ name: string }>(
      `select table_name as name from information_schema.tables where table_catalog = 'raw'`,
    )
    return tables
      .map(({ name }) => `select '${name}' as table_name, count(*) as held from raw."${name}"`)
      .join(' union all ')
  },
}

/** Every line of every file is accounted for. */
export const rawLaws = lawsOf('raw', [
  {
    name: 'rows_held',
    figure: 'gmv',
    statement: 'A table holds the rows that its manifest says were loaded',
    distrust: 'everything',
    unit: 'rows',
    needs: [],
    uses: [heldRows],
    sql: `
      select 0 as amount_cents, concat(m.table_name, ' ', m.rows_loaded, ' ', t.held) as sample
      from raw.load_manifest as m
      left join held_rows as t on t.table_name = m.table_name
      where m.rows_loaded is distinct from t.held`,
    fault: gone('raw.customers', ['customer_id'], {}),
  },
  {
    name: 'lines_accounted_for',
    figure: 'gmv',
    statement:
      'Lines of a file = lines before the header + header + rows loaded + rejected + blank + continuation lines',
    distrust: 'everything',
    unit: 'rows',
    needs: [],
    sql: `
      select 0 as amount_cents, file_name as sample
      from raw.load_manifest
      where lines <> preamble_lines + 1 + rows_loaded + rows_rejected + blank_lines + continuation_lines`,
    fault: {
      victim: 'select 1 as rows',
      breaks: `update raw.load_manifest set lines = lines + 1 where table_name = 'orders'`,
    },
  },
  {
    name: 'rejects_kept',
    figure: 'gmv',
    statement: 'Every rejected line is kept with its number and reason',
    distrust: 'everything',
    unit: 'rows',
    needs: [],
    sql: `
      select 0 as amount_cents, m.file_name as sample
      from raw.load_manifest as m
      left join (
        select file_name, count(*) as rejects from raw.load_rejects group by file_name
      ) as r on r.file_name = m.file_name
      where m.rows_rejected <> coalesce(r.rejects, 0)`,
    fault: {
      victim: 'select 1 as rows',
      breaks: `update raw.load_manifest set rows_rejected = rows_rejected + 1
        where table_name = 'orders'`,
    },
  },
])
