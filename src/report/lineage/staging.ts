import { suppliedSql } from '../../dwh/index.js'
import { loadedSource, rawTables } from '../../sources/index.js'
import type { Workbench } from '../../workbench/index.js'

/** The SELECT over `raw` that makes each canonical table of a run, by `dwh.stg_<table>`; none where no file tells it. */
export async function stagingOf(workbench: Workbench): Promise<ReadonlyMap<string, string>> {
  const [source, raw] = [await loadedSource(workbench), await rawTables(workbench)]
  const staging = suppliedSql(source, raw, workbench.assumptions)
  return new Map(Object.entries(staging).map(([name, sql]) => [`dwh.stg_${name}`, sql]))
}
