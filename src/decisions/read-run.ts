import type { Assumptions } from '../assumptions/index.js'
import type { SqlSource } from '../engine/index.js'
import { dateOf } from '../time/calendar.js'
import type { DecisionData, PlanStatus } from './data.js'
import { type DecisionSource, readDecisionData } from './read-data.js'
import { readLiftTests } from './read-files.js'
import { type Months, monthsOf } from './value/months.js'
import { type MonthlyContribution, type OrderValue, orderValue } from './value/order-value.js'

/** What decisions read of a run. */
export interface DecisionRun {
  readonly data: DecisionData
  readonly value: OrderValue
  /** What the value of an order is made from. */
  readonly monthly: MonthlyContribution
  /** Contribution after marketing of the P&L, cents. */
  readonly profitCents: number
  /** By channel: spend behind clicks that decayed, expired or never came, cents. */
  readonly ledgerWasteCents: ReadonlyMap<string, number>
}

/**
 * Reads a run through finance: days, lift tests, what an order is worth, and what the P&L says.
 *
 * @throws InputError when no paid channel spent anything
 */
export async function readDecisions(source: DecisionSource): Promise<DecisionRun> {
  const tests = await readLiftTests(source)
  const data = declared(await readDecisionData(source, tests), source.assumptions)
  const [verdict] = await source.rows<{ cents: number }>(
    'select contribution_after_marketing_cents as cents from finance.verdict',
  )
  const months = monthsOf(data)
  const monthly = await readMonthly(source, data, months)
  return {
    data,
    value: orderValue(months, monthly),
    monthly,
    profitCents: verdict!.cents,
    ledgerWasteCents: await readWaste(source),
  }
}

/** The data with what is declared of the plan and of channels. */
export function declared(data: DecisionData, assumptions: Assumptions): DecisionData {
  const plan = assumptions.text('decisions.plan')
  const channels = data.channels.map((channel) => {
    const id = `decisions.incrementality.${channel.id}`
    const spread = assumptions.number(`${id}.spread`)
    if (spread === 0) return channel
    return { ...channel, incrementality: { centre: assumptions.number(`${id}.centre`), spread } }
  })
  return { ...data, channels, ...(plan !== 'measured' && { declaredPlan: plan as PlanStatus }) }
}

async function readMonthly(
  source: DecisionSource,
  data: DecisionData,
  months: Months,
): Promise<MonthlyContribution> {
  const found = await source.rows<{
    month: string
    orders: number
    new_customers: number
    cents: number
  }>(
    `with orders as (
       select strftime(purchase_date, '%Y-%m') as month, count(*) as orders,
         count(*) filter (where is_new_customer) as new_customers
       from dwh.fct_orders where purchase_date between ? and ? group by month
     ), contribution as (
       select strftime(purchase_date, '%Y-%m') as month, sum(cents) as cents
       from (
         select purchase_date, contribution_2_cents as cents from finance.fct_unit_economics
         union all
         select purchase_date, contribution_2_cents as cents from finance.fct_orders_without_items
       ) as parts
       where purchase_date between ? and ? group by month
     )
     select orders.month, orders, new_customers, coalesce(cents, 0)::bigint as cents
     from orders left join contribution on contribution.month = orders.month`,
    ...span(data),
    ...span(data),
  )
  const byMonth = new Map(found.map((row) => [row.month, row]))
  return {
    contributionCents: ofMonths(months, (month) => byMonth.get(month)?.cents ?? 0),
    orders: ofMonths(months, (month) => byMonth.get(month)?.orders ?? 0),
    newCustomers: ofMonths(months, (month) => byMonth.get(month)?.new_customers ?? 0),
    repeatValueCents: source.assumptions.number('decisions.repeat_value_cents'),
  }
}

function span({ firstDay, orders }: DecisionData): [string, string] {
  return [dateOf(firstDay), dateOf(firstDay + orders.length - 1)]
}

function ofMonths({ names }: Months, value: (month: string) => number): number[] {
  return names.map(value)
}

async function readWaste(source: SqlSource): Promise<ReadonlyMap<string, number>> {
  const rows = await source.rows<{ channel: string; cents: number }>(
    `select channel, sum(decayed_cents + expired_cents + no_response_cents)::bigint as cents
     from finance.channel_economics group by channel`,
  )
  return new Map(rows.map(({ channel, cents }) => [channel, cents]))
}
