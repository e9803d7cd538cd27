import type { JournalLine } from './books.js'
import type { Horizon } from './calendar.js'
import { dateOf } from './calendar.js'
import { sumOf } from './cents.js'
import { type ChannelMonth, wasteOf } from './channels.js'
import type { dailyCosts } from './daily-postings.js'
import type { BareRow, UnitRow } from './economics.js'
import type { Facts } from './facts.js'
import { linePostings } from './order-postings.js'
import type { OrderStory } from './orders.js'
import {
  type CohortDay,
  type Line,
  lineNames,
  lineSigns,
  type RecognisedDay,
  totals,
} from './profit.js'
import type { Subscription } from './subscriptions.js'

const lineOf = {
  commission: 'commission',
  goods_revenue: 'goods_revenue',
  cost_of_goods: 'cost_of_goods',
  freight: 'freight_billed',
  payment_fee: 'payment_fee',
  anticipation_fee: 'anticipation_fee',
  chargeback: 'chargeback',
  kept_fee: 'kept_fee',
  refund_cost: 'refund_cost',
  freight_passed_on: 'freight_passed_on',
  carrier: 'carrier_cost',
  operations: 'operations_cost',
  sla_penalty: 'sla_penalty',
  commission_tax: 'commission_tax',
  freight_tax: 'freight_tax',
} as const

/** Every line three ways: by cohort, recognised, in cash. */
export function reconciliation(
  stories: readonly OrderStory[],
  cohort: readonly CohortDay[],
  recognised: readonly RecognisedDay[],
  journal: readonly JournalLine[],
  horizon: Horizon,
) {
  const credits = (account: string) =>
    0 -
    sumOf(
      journal.filter((line) => line.account === account),
      (line) => line.amount_cents,
    )
  const late = stories.flatMap(linePostings).filter(({ day }) => day > horizon.last)
  const total = (column: keyof RecognisedDay) => sumOf(recognised, (row) => row[column] as number)
  const timingOf: Partial<Record<Line, number>> = {
    subscription_revenue: total('deferred_change_cents'),
    carrier_cost: credits('carrier_payable'),
    refund_cost: credits('refund_provision'),
  }
  const rows = lineNames.map((line) => {
    const sign = lineSigns[line]
    return {
      line: line as string,
      cohort_cents: sign * sumOf(cohort, (row) => row[`${line}_cents`]),
      unrecognised_cents:
        sign *
        sumOf(
          late.filter((posting) => lineOf[posting.line] === line),
          ({ cents }) => cents,
        ),
      recognised_cents: sign * total(`${line}_cents`),
      timing_cents: timingOf[line] ?? 0,
    }
  })
  const assets = {
    line: 'marketing_assets',
    cohort_cents: 0,
    unrecognised_cents: 0,
    recognised_cents: 0,
    timing_cents: 0 - total('in_flight_change_cents') - total('click_inventory_change_cents'),
  }
  const timing = (line: string, cents: number) => ({ ...assets, line, timing_cents: cents })
  const summed = (line: string, of: typeof rows) => {
    const sum = (column: Exclude<keyof (typeof rows)[number], 'line'>) =>
      sumOf(of, (row) => row[column])
    return {
      line,
      cohort_cents: sum('cohort_cents'),
      unrecognised_cents: sum('unrecognised_cents'),
      recognised_cents: sum('recognised_cents'),
      timing_cents: sum('timing_cents'),
    }
  }
  const first = lineNames.indexOf('fixed_cost')
  const upTo = [
    ...rows.slice(0, first),
    assets,
    timing('advertising_owed', credits('advertising_payable')),
    timing('payments_on_their_way', credits('acquirer_receivable')),
  ]
  const others = rows.slice(first)
  return [
    ...upTo,
    summed('contribution_after_marketing', upTo),
    ...others,
    summed('operating_result', [...upTo, ...others]),
  ].map((row, i) => ({
    line_no: i + 1,
    ...row,
    cash_cents: row.recognised_cents + row.timing_cents,
    cohort_residual_cents: 0,
    cash_residual_cents: 0,
  }))
}

/** The answer in one row. */
export function verdict(
  facts: Facts,
  economics: readonly ChannelMonth[],
  cohort: readonly CohortDay[],
  recognised: readonly RecognisedDay[],
  unrecognised: number,
  horizon: Horizon,
) {
  const total = (column: keyof ChannelMonth) => sumOf(economics, (row) => row[column] as number)
  return {
    first_date: dateOf(horizon.first),
    last_date: dateOf(horizon.last),
    gmv_cents: sumOf(facts.items, ({ priceCents }) => priceCents),
    contribution_after_marketing_cents: sumOf(
      cohort,
      (row) => row.contribution_after_marketing_cents,
    ),
    operating_result_cents: sumOf(cohort, (row) => row.operating_result_cents),
    cash_result_cents: sumOf(recognised, (row) => row.cash_result_cents),
    cash_at_once_cents: sumOf(recognised, (row) => row.cash_at_once_cents),
    spend_cents: total('spend_cents'),
    acquisition_cost_cents: sumOf(facts.orders, (order) => order.acquisitionCents),
    decayed_cents: total('decayed_cents'),
    expired_cents: total('expired_cents'),
    no_response_cents: total('no_response_cents'),
    live_cents: total('live_change_cents'),
    in_flight_cents: facts.inFlightCents,
    waste_cents: sumOf(economics, wasteOf),
    unrecognised_cents: unrecognised,
    law_residual_cents: 0,
  }
}

/** Profit by channel, state, category and tier; what belongs to none stands alone. */
export function slices(
  facts: Facts,
  units: readonly UnitRow[],
  bare: readonly BareRow[],
  subscriptions: readonly Subscription[],
  economics: readonly ChannelMonth[],
  costs: ReturnType<typeof dailyCosts>,
  tierOf: (seller: string) => string,
) {
  const state = (customer: string) => facts.stateOf.get(customer) ?? '(unknown)'
  const members = {
    channel: (row: UnitRow | BareRow) => row.channel,
    state: (row: UnitRow | BareRow) => state(row.customer_unique_id),
    category: (row: UnitRow | BareRow) =>
      'product_id' in row ? (facts.categoryOf.get(row.product_id) ?? '(unknown)') : '(no items)',
    tier: (row: UnitRow | BareRow) => ('seller_id' in row ? tierOf(row.seller_id) : '(no items)'),
  }
  const columns = ['gmv_cents', ...lineNames.map((line) => `${line}_cents` as const)] as const
  return Object.entries(members).flatMap(([dimension, memberOf]) => {
    const table = new Map<string, Record<(typeof columns)[number], number>>()
    const add = (member: string, cents: Partial<Record<(typeof columns)[number], number>>) => {
      const row =
        table.get(member) ??
        (Object.fromEntries(columns.map((name) => [name, 0])) as Record<
          (typeof columns)[number],
          number
        >)
      for (const column of columns) row[column] += cents[column] ?? 0
      table.set(member, row)
    }
    for (const row of [...units, ...bare]) add(memberOf(row), row)
    for (const { seller_id, recognised_cents } of subscriptions) {
      const member = dimension === 'tier' ? tierOf(seller_id) : '(not allocated)'
      add(member, { subscription_revenue_cents: recognised_cents })
    }
    for (const row of economics) {
      const member = dimension === 'channel' ? row.channel : '(not allocated)'
      add(member, {
        marketing_decayed_cents: row.decayed_cents,
        marketing_expired_cents: row.expired_cents,
        marketing_no_response_cents: row.no_response_cents,
      })
    }
    for (const { line, cents } of costs) add('(not allocated)', { [`${line}_cents`]: cents })
    return [...table].map(([member, row]) => ({ dimension, member, ...row, ...totals(row) }))
  })
}
