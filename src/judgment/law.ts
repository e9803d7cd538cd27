import type { StageName } from '../schema/artifact-names.js'

/**
 * What a broken law means for cause and effect: `law` breaks conservation or causality itself,
 * `figure` makes one derived figure wrong, `reality` is a defect of the data that a declared rule
 * deals with.
 */
export type Impact = 'law' | 'figure' | 'reality'

/** One law over the published tables, as data. */
export interface Law {
  /** `<stage>.<name>`. */
  readonly id: string
  /** The artifact whose tables break when it does. */
  readonly stage: StageName
  /** The law in words. */
  readonly statement: string
  readonly impact: Impact
  /** Figures to distrust when it is broken. */
  readonly distrust: string
  /** What a violation leaves over: money, or rows where no money is at stake. */
  readonly unit: 'cents' | 'rows'
  /**
   * One SELECT of `amount_cents` (money at stake, >= 0) and `sample` (which one), a row a violation.
   * It sees the artifacts by name and `assumed` (id, value as text): the assumptions in force.
   */
  readonly sql: string
}

/** A law as it is declared within its stage: of impact `law` and in cents unless it says otherwise. */
export type LawDeclaration = Pick<Law, 'statement' | 'distrust' | 'sql'> &
  Partial<Pick<Law, 'impact' | 'unit'>> & { readonly name: string }

/** Makes the laws of one stage. */
export function lawsOf(stage: StageName, declared: readonly LawDeclaration[]): readonly Law[] {
  return declared.map(({ name, impact = 'law', unit = 'cents', ...law }) => ({
    ...law,
    id: `${stage}.${name}`,
    stage,
    impact,
    unit,
  }))
}

/**
 * The SQL of: two ways of adding up give the same cents for every key.
 *
 * @param key columns of the key; both selects name them
 * @param one,other selects of the key and `cents`
 */
export function sameCents(key: readonly string[], one: string, other: string): string {
  const columns = key.join(', ')
  return `
    select abs(sum(cents)) as amount_cents, concat_ws(' ', ${columns}) as sample
    from (
      select ${columns}, cents from (${one}) as one
      union all
      select ${columns}, -cents as cents from (${other}) as other
    ) as sides
    group by ${columns}
    having sum(cents) <> 0`
}

/**
 * The SQL of: a table holds every key once. What is at stake is what the surplus rows say.
 *
 * @param table with its artifact, e.g. `dwh.fct_orders`
 * @param cents what one row is worth, as SQL
 */
export function uniqueRows(table: string, key: readonly string[], cents: string): string {
  const columns = key.join(', ')
  return `
    select sum(cents) as amount_cents, concat_ws(' ', ${columns}) as sample
    from (
      select ${columns}, abs(${cents}) as cents,
        row_number() over (partition by ${columns} order by abs(${cents})) as nth
      from ${table}
    ) as rows_of_key
    where nth > 1
    group by ${columns}`
}
