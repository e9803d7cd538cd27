import type { SqlSource } from '../../engine/index.js'

/** One line of the profit and loss as it is published: its account and its rule. */
export interface LineRule {
  readonly line: string
  readonly name: string
  readonly section: string
  readonly account: string
  readonly event: string
  readonly rule: string
  readonly rests_on: string
}

/** The entries of one event in one account. */
export interface AccountEvent {
  readonly account: string
  readonly event: string
  readonly entries: number
  readonly first_date: Date
  readonly last_date: Date
  /** Debit positive. */
  readonly amount_cents: number
}

/** One line of an entry that stands for the others of its event: the largest. */
export interface ExampleLine {
  readonly event: string
  readonly entry_id: string
  readonly entry_date: Date
  readonly segment: string
  readonly account: string
  readonly amount_cents: number
  readonly source: string
}

/** The way from a figure to its rule and to the books. */
export interface Ledger {
  readonly rules: readonly LineRule[]
  readonly events: readonly AccountEvent[]
  readonly examples: readonly ExampleLine[]
}

/** The question that lists the entries of an account. */
export const entriesSql = (account: string) =>
  `select * from finance.journal_lines where account = '${account}' order by entry_date, entry_id`

const RULES = `
  select line, name, section, account, event, rule, rests_on
  from finance.profit_lines order by line_no`

/** The question that adds up the books by account and event. */
export const EVENTS_SQL = `
  select account, event, count(*) as entries, min(entry_date) as first_date,
    max(entry_date) as last_date, cast(sum(amount_cents) as bigint) as amount_cents
  from finance.journal_lines group by account, event order by account, event`

/** The largest entry of each event, the first one of equals. */
const EXAMPLES = `
  with sizes as (
    select event, entry_id, max(abs(amount_cents)) as size
    from finance.journal_lines group by event, entry_id
  ),
  ranked as (
    select event, entry_id,
      row_number() over (partition by event order by size desc, entry_id) as place
    from sizes
  )
  select j.event, j.entry_id, j.entry_date, j.segment, j.account, j.amount_cents, j.source
  from finance.journal_lines as j
  inner join ranked as r on r.entry_id = j.entry_id and r.place = 1
  order by j.event, j.amount_cents desc, j.account`

/** Reads the rules of lines, the books by account and event, and an example of each event. */
export async function readLedger(source: SqlSource): Promise<Ledger> {
  return {
    rules: await source.rows(RULES),
    events: await source.rows(EVENTS_SQL),
    examples: await source.rows(EXAMPLES),
  }
}
