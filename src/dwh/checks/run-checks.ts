import { type Database, literal } from '../../engine/index.js'
import type { Check } from './check.js'

/** What a check found: a row of `integrity_checks`. */
export interface CheckResult {
  readonly check: Check
  readonly violations: number
  /** Up to five keys, sorted. */
  readonly sample: string | null
}

const SAMPLE_SIZE = 5

/** Runs checks, each as one query that counts its violations and samples their keys. */
export async function runChecks(db: Database, checks: readonly Check[]): Promise<CheckResult[]> {
  const query = checks
    .map(
      (check) => `select
        ${literal(check.id)} as check_id,
        coalesce(sum(times), 0)::bigint as violations,
        string_agg(key, '; ' order by key) filter (where nth <= ${SAMPLE_SIZE}) as sample
      from (
        select key, count(*) as times, row_number() over (order by key) as nth
        from (${check.violations})
        group by key
      )`,
    )
    .join('\nunion all\n')
  const rows = await db.all<{ check_id: string; violations: number; sample: string | null }>(query)
  const found = new Map(rows.map((row) => [row.check_id, row]))
  return checks.map((check) => {
    const { violations, sample } = found.get(check.id)!
    return { check, violations, sample }
  })
}

/**
 * The errors among results, a line each.
 *
 * @param files the file that each raw table was loaded from, by `raw.<table>`
 */
export function errorLines(
  results: readonly CheckResult[],
  files: ReadonlyMap<string, string> = new Map(),
): string[] {
  const place = (table: string) => {
    const file = files.get(table)
    return file === undefined ? table : `${file} (${table})`
  }
  return results
    .filter(({ check, violations }) => check.severity === 'error' && violations > 0)
    .map(
      ({ check, violations, sample }) =>
        `${place(check.table)}: ${check.statement} (${check.id}): ${violations} ${violations === 1 ? 'violation' : 'violations'}, e.g. ${sample}${check.remedy ? `. ${check.remedy}` : ''}`,
    )
}
