import { sourceOf } from '../../sources/index.js'
import type { Workbench } from '../../workbench/index.js'

/** The SELECT over `raw` that makes each canonical table of a run, by `dwh.stg_<table>`; none where no file tells it. */
export async function stagingOf(workbench: Workbench): Promise<ReadonlyMap<string, string>> {
  const [loaded] = await workbench.rows<{ name: string; mapping: string | null }>(
    'select name, mapping from raw.source',
  )
  const columns = await workbench.rows<{ table_name: string; column_name: string }>(
    `select table_name, column_name from duckdb_columns()
     where database_name = 'raw' order by table_name, column_index`,
  )
  const raw = new Map<string, string[]>()
  for (const { table_name, column_name } of columns) {
    raw.set(table_name, [...(raw.get(table_name) ?? []), column_name])
  }
  const staging = sourceOf(loaded!).staging(raw)
  return new Map(Object.entries(staging).map(([name, sql]) => [`dwh.stg_${name}`, sql]))
}
