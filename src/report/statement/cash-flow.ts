import type { Workbench } from '../../workbench/index.js'

/** What one month moved in cash. */
export interface CashMonth {
  readonly month: Date
  readonly opening_cents: number
  readonly in_cents: number
  readonly out_cents: number
  readonly closing_cents: number
}

/** One line of the way from the result to cash: a line of profit, or the change of a balance. */
export interface CashBridgeLine {
  readonly kind: 'profit' | 'change'
  readonly line: string
  readonly amount_cents: number
}

/** What acquirers owe after the close. */
export interface Receivable {
  readonly payment_type: string
  readonly due_month: Date
  readonly receivable_cents: number
}

/** How cash came about over the horizon, and what comes after it. */
export interface CashDetail {
  readonly months: readonly CashMonth[]
  readonly bridge: readonly CashBridgeLine[]
  readonly receivables: readonly Receivable[]
}

export const CASH_MONTHS_SQL = `
  select month,
    cast(sum(case when flow = 'opening' then amount_cents else 0 end) as bigint) as opening_cents,
    cast(sum(case when flow not in ('opening', 'closing') and amount_cents > 0 then amount_cents else 0 end)
      as bigint) as in_cents,
    cast(sum(case when flow not in ('opening', 'closing') and amount_cents < 0 then amount_cents else 0 end)
      as bigint) as out_cents,
    cast(sum(case when flow = 'closing' then amount_cents else 0 end) as bigint) as closing_cents
  from finance.cash_flow
  group by month
  order by month`

export const BRIDGE_SQL = `
  select kind, line, cast(sum(amount_cents) as bigint) as amount_cents
  from finance.cash_bridge
  group by kind, line
  having sum(amount_cents) <> 0
  order by kind desc, line`

export const RECEIVABLES_SQL = `
  select payment_type, due_month, receivable_cents
  from finance.receivables
  where receivable_cents <> 0
  order by due_month, payment_type`

export async function readCashDetail(workbench: Workbench): Promise<CashDetail> {
  return {
    months: await workbench.rows(CASH_MONTHS_SQL),
    bridge: await workbench.rows(BRIDGE_SQL),
    receivables: await workbench.rows(RECEIVABLES_SQL),
  }
}

export const FLOWS_SQL = `
  select event, cast(sum(amount_cents) as bigint) as amount_cents
  from finance.journal_lines
  where account = 'cash'
  group by event
  order by amount_cents desc, event`
