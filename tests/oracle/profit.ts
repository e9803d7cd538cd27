import type { JournalLine } from './books.js'
import { dateOf, dayOfMonth, type Horizon, monthOf, quarterOf, yearOf } from './calendar.js'
import { groupBy, sumOf } from './cents.js'
import { dailyCosts } from './daily-postings.js'
import type { BareRow, UnitRow } from './economics.js'
import type { Facts } from './facts.js'
import type { Rules } from './rules.js'
import { earnedOn, type Subscription } from './subscriptions.js'

/** The lines of a profit and loss, and which way each one counts. */
export const lineSigns = {
  commission: 1,
  goods_revenue: 1,
  freight_billed: 1,
  freight_passed_on: 1,
  subscription_revenue: 1,
  payment_fee: -1,
  anticipation_fee: -1,
  chargeback: -1,
  kept_fee: -1,
  cost_of_goods: -1,
  refund_cost: -1,
  carrier_cost: -1,
  operations_cost: -1,
  sla_penalty: -1,
  acquisition_cost: -1,
  marketing_decayed: -1,
  marketing_expired: -1,
  marketing_no_response: -1,
  fixed_cost: -1,
  commission_tax: -1,
  freight_tax: -1,
  subscription_tax: -1,
} as const
export type Line = keyof typeof lineSigns
export const lineNames = Object.keys(lineSigns) as Line[]
export type Lines = Readonly<Record<`${Line}_cents`, number>>

const lastLines: readonly Line[] = [
  'fixed_cost',
  'commission_tax',
  'freight_tax',
  'subscription_tax',
]

/** What the lines come to before, and after, fixed costs and taxes. */
export function totals(lines: Lines) {
  const sum = (of: readonly Line[]) => sumOf(of, (line) => lineSigns[line] * lines[`${line}_cents`])
  return {
    contribution_after_marketing_cents: sum(lineNames.filter((line) => !lastLines.includes(line))),
    operating_result_cents: sum(lineNames),
  }
}

function linesOf(cents: (line: Line) => number): Lines {
  return Object.fromEntries(lineNames.map((line) => [`${line}_cents`, cents(line)])) as Lines
}

/** What orders, clicks and subscriptions of a day come to, whenever it happened. */
export function cohortDaily(
  facts: Facts,
  units: readonly UnitRow[],
  bare: readonly BareRow[],
  subscriptions: readonly Subscription[],
  rules: Rules,
  horizon: Horizon,
) {
  const unitsOn = groupBy(units, ({ purchase_date }) => purchase_date)
  const bareOn = groupBy(bare, ({ purchase_date }) => purchase_date)
  const ordersOn = groupBy(facts.orders, ({ purchased }) => purchased)
  const lostOn = groupBy(facts.inventory, ({ day }) => day)
  const marketOn = groupBy(facts.marketing, ({ day }) => day)
  const costsOn = groupBy(dailyCosts(subscriptions, rules, horizon), ({ day }) => day)
  const billsOf = groupBy(subscriptions, ({ month }) => month)
  return horizon.days.map((day) => {
    const date = dateOf(day)
    const items = unitsOn.get(date) ?? []
    const none = bareOn.get(date) ?? []
    const bills = billsOf.get(monthOf(day)) ?? []
    const cost = (line: Line) =>
      sumOf(
        (costsOn.get(day) ?? []).filter((row) => row.line === line),
        ({ cents }) => cents,
      )
    const special: Partial<Record<Line, number>> = {
      subscription_revenue: sumOf(bills, ({ billed_cents, month }) =>
        earnedOn(billed_cents, month, dayOfMonth(day)),
      ),
      payment_fee: sumOf([...items, ...none], (row) => row.payment_fee_cents),
      anticipation_fee: sumOf([...items, ...none], (row) => row.anticipation_fee_cents),
      chargeback: sumOf([...items, ...none], (row) => row.chargeback_cents),
      kept_fee: sumOf([...items, ...none], (row) => row.kept_fee_cents),
      refund_cost: sumOf([...items, ...none], (row) => row.refund_cost_cents),
      acquisition_cost: sumOf([...items, ...none], (row) => row.acquisition_cost_cents),
      marketing_decayed: sumOf(lostOn.get(day) ?? [], (row) => row.decayedCents),
      marketing_expired: sumOf(lostOn.get(day) ?? [], (row) => row.expiredCents),
      marketing_no_response: sumOf(marketOn.get(day) ?? [], ({ clicks, releasedCents }) =>
        clicks === 0 ? releasedCents : 0,
      ),
      fixed_cost: cost('fixed_cost'),
      subscription_tax: cost('subscription_tax'),
    }
    const lines = linesOf(
      (line) =>
        special[line] ?? sumOf(items, (row) => row[`${line}_cents` as keyof UnitRow] as number),
    )
    return {
      date,
      orders: (ordersOn.get(day) ?? []).length,
      items: items.length,
      gmv_cents: sumOf(items, ({ gmv_cents }) => gmv_cents),
      ...lines,
      ...totals(lines),
    }
  })
}
export type CohortDay = ReturnType<typeof cohortDaily>[number]

export const accountOf: Readonly<Record<Line, string>> = {
  commission: 'commission',
  goods_revenue: 'goods_revenue',
  cost_of_goods: 'cost_of_goods',
  freight_billed: 'freight',
  subscription_revenue: 'subscription_revenue',
  payment_fee: 'payment_fees',
  anticipation_fee: 'anticipation_fees',
  chargeback: 'chargebacks',
  kept_fee: 'kept_fees',
  refund_cost: 'refund_costs',
  freight_passed_on: 'freight_passed_on',
  carrier_cost: 'carrier',
  operations_cost: 'operations',
  sla_penalty: 'sla_penalty',
  acquisition_cost: 'acquisition_cost',
  marketing_decayed: 'marketing_decayed',
  marketing_expired: 'marketing_expired',
  marketing_no_response: 'marketing_no_response',
  fixed_cost: 'fixed_costs',
  commission_tax: 'commission_tax',
  freight_tax: 'freight_tax',
  subscription_tax: 'subscription_tax',
}

/** What the journal recognises on a day, and how far cash is from it. */
export function recognisedDaily(journal: readonly JournalLine[], horizon: Horizon) {
  const on = groupBy(journal, ({ entry_date }) => entry_date)
  return horizon.days.map((day) => {
    const rows = on.get(dateOf(day)) ?? []
    const debits = (account: string) =>
      sumOf(
        rows.filter((row) => row.account === account),
        ({ amount_cents }) => amount_cents,
      )
    const lines = linesOf((line) => 0 - lineSigns[line] * debits(accountOf[line]))
    const payable = 0 - debits('seller_payable') - debits('refund_liability')
    const receivable = debits('acquirer_receivable')
    const owed =
      0 - debits('carrier_payable') - debits('advertising_payable') - debits('refund_provision')
    return {
      date: dateOf(day),
      ...lines,
      ...totals(lines),
      in_flight_change_cents: debits('marketing_in_flight'),
      click_inventory_change_cents: debits('click_inventory'),
      deferred_change_cents: 0 - debits('deferred_subscription'),
      receivable_change_cents: receivable,
      owed_change_cents: owed,
      cash_at_once_cents: debits('cash') - payable + receivable - owed,
      cash_result_cents: debits('cash') - payable,
      seller_payable_change_cents: payable,
      cash_change_cents: debits('cash'),
    }
  })
}
export type RecognisedDay = ReturnType<typeof recognisedDaily>[number]

/** Months, quarters and years of both. */
export function periods(
  cohort: readonly CohortDay[],
  recognised: readonly RecognisedDay[],
  horizon: Horizon,
) {
  const starts = { month: monthOf, quarter: quarterOf, year: yearOf }
  return Object.entries(starts).flatMap(([period, startOf]) =>
    [...groupBy(horizon.days.keys(), (t) => startOf(horizon.days[t]!))].flatMap(
      ([start_date, ts]) => {
        const days = ts.map((t) => cohort[t]!)
        const booked = ts.map((t) => recognised[t]!)
        const sums = (rows: readonly Lines[]) => {
          const lines = linesOf((line) => sumOf(rows, (row) => row[`${line}_cents`]))
          return { ...lines, ...totals(lines) }
        }
        return [
          {
            basis: 'cohort',
            period,
            start_date,
            orders: sumOf(days, (row) => row.orders),
            gmv_cents: sumOf(days, (row) => row.gmv_cents),
            ...sums(days),
            cash_result_cents: null,
          },
          {
            basis: 'recognition',
            period,
            start_date,
            orders: null,
            gmv_cents: null,
            ...sums(booked),
            cash_result_cents: sumOf(booked, (row) => row.cash_result_cents),
          },
        ]
      },
    ),
  )
}
