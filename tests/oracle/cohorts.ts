import { type Horizon, monthNumber, monthOf } from './calendar.js'
import { each, groupBy, sumOf } from './cents.js'
import { type ChannelMonth, wasteOf } from './channels.js'
import type { OrderResult } from './results.js'

/** What the customers of a channel and month brought in, month after month. */
export function customerCohorts(results: readonly OrderResult[], horizon: Horizon) {
  const firsts = results.filter(({ isNew }) => isNew)
  const ordersOf = groupBy(results, ({ customer }) => customer)
  return [...groupBy(firsts, ({ channel, day }) => `${channel} ${monthOf(day)}`).values()].flatMap(
    (won) => {
      const { channel, day } = won[0]!
      const cohort_month = monthOf(day)
      const orders = won.flatMap(({ customer }) => ordersOf.get(customer)!)
      let cumulated_cents = 0
      return horizon.months
        .filter((month) => month >= cohort_month)
        .map((month) => {
          const now = orders.filter((order) => monthOf(order.day) === month)
          const contribution_2_cents = sumOf(now, ({ contribution2 }) => contribution2)
          const repeat_acquisition_cents = sumOf(now, (order) =>
            order.isNew ? 0 : order.acquisitionCents,
          )
          cumulated_cents += contribution_2_cents - repeat_acquisition_cents
          return {
            channel,
            cohort_month,
            months_since: monthNumber(month) - monthNumber(cohort_month),
            orders: now.length,
            contribution_2_cents,
            repeat_acquisition_cents,
            cumulated_cents,
          }
        })
    },
  )
}
type CohortMonth = ReturnType<typeof customerCohorts>[number]

/** What it cost to win them, and when they had paid it back. */
export function acquisitionCohorts(
  results: readonly OrderResult[],
  cohorts: readonly CohortMonth[],
  economics: readonly ChannelMonth[],
) {
  const firsts = results.filter(({ isNew }) => isNew)
  return [...groupBy(firsts, ({ channel, day }) => `${channel} ${monthOf(day)}`).values()].map(
    (won) => {
      const { channel, day } = won[0]!
      const cohort_month = monthOf(day)
      const spent = economics.find((row) => row.channel === channel && row.month === cohort_month)!
      const months = cohorts.filter(
        (row) => row.channel === channel && row.cohort_month === cohort_month,
      )
      const paid = sumOf(won, ({ acquisitionCents }) => acquisitionCents)
      const loaded = paid + wasteOf(spent)
      const year = sumOf(
        months.slice(0, 12),
        (row) => row.contribution_2_cents - row.repeat_acquisition_cents,
      )
      return {
        channel,
        cohort_month,
        new_customers: won.length,
        paid_cost_cents: paid,
        loaded_cost_cents: loaded,
        contribution_12m_cents: year,
        contribution_12m_per_customer_cents: each(year, won.length),
        payback_months:
          months.find(({ cumulated_cents }) => cumulated_cents >= loaded)?.months_since ?? null,
        months_seen: months.length,
        is_complete: months.length >= 12,
      }
    },
  )
}
