import { type Horizon, monthOf } from './calendar.js'
import { each, groupBy, ratio, sumOf } from './cents.js'
import type { Facts } from './facts.js'
import type { OrderResult } from './results.js'

/** What every channel, and direct, cost and brought in, month by month. */
export function channelEconomics(facts: Facts, results: readonly OrderResult[], horizon: Horizon) {
  const rows = [...facts.channels, 'direct'].flatMap((channel) =>
    horizon.months.map((month) => channelMonth(facts, results, channel, month)),
  )
  return rows.map((row) => {
    const others = rows.filter(({ month }) => month === row.month)
    const blended = each(
      sumOf(others, ({ spend_cents }) => spend_cents),
      sumOf(others, ({ new_customers }) => new_customers),
    )
    return { ...row, blended_cac_cents: blended }
  })
}
export type ChannelMonth = ReturnType<typeof channelMonth>

function channelMonth(
  facts: Facts,
  results: readonly OrderResult[],
  channel: string,
  month: string,
) {
  const here = (row: { channel: string; day: number }) =>
    row.channel === channel && monthOf(row.day) === month
  const marketing = facts.marketing.filter(here)
  const inventory = facts.inventory.filter(here)
  const orders = results.filter(here)
  const won = orders.filter(({ isNew }) => isNew)
  const back = orders.filter(({ isNew }) => !isNew)
  const acquisition = (rows: readonly OrderResult[]) => sumOf(rows, (row) => row.acquisitionCents)
  const row = {
    channel,
    month,
    spend_cents: sumOf(marketing, ({ spendCents }) => spendCents),
    acquisition_cost_cents: sumOf(inventory, ({ consumedCents }) => consumedCents),
    decayed_cents: sumOf(inventory, ({ decayedCents }) => decayedCents),
    expired_cents: sumOf(inventory, ({ expiredCents }) => expiredCents),
    no_response_cents: sumOf(marketing, (day) => (day.clicks === 0 ? day.releasedCents : 0)),
    live_change_cents: sumOf(inventory, ({ changeCents }) => changeCents),
    in_flight_change_cents: sumOf(marketing, (day) => day.spendCents - day.releasedCents),
    clicks: sumOf(marketing, ({ clicks }) => clicks),
    orders: orders.length,
    new_customers: won.length,
    returning_orders: back.length,
    new_acquisition_cents: acquisition(won),
    returning_acquisition_cents: acquisition(back),
    contribution_2_cents: sumOf(orders, ({ contribution2 }) => contribution2),
  }
  const loaded = row.new_acquisition_cents + wasteOf(row)
  return {
    ...row,
    cost_per_order_cents: each(row.acquisition_cost_cents, orders.length),
    paid_cac_cents: each(row.spend_cents, won.length),
    consumed_cac_cents: each(row.new_acquisition_cents, won.length),
    loaded_cac_cents: each(loaded, won.length),
  }
}

export const wasteOf = (
  row: Record<'decayed_cents' | 'expired_cents' | 'no_response_cents', number>,
) => row.decayed_cents + row.expired_cents + row.no_response_cents

/** Whether a channel pays for itself over the whole horizon. */
export function channelVerdict(economics: readonly ChannelMonth[]) {
  return [...groupBy(economics, ({ channel }) => channel)].map(([channel, months]) => {
    const total = (column: keyof ChannelMonth) => sumOf(months, (row) => row[column] as number)
    const waste_cents = sumOf(months, wasteOf)
    const result = total('contribution_2_cents') - total('acquisition_cost_cents') - waste_cents
    return {
      channel,
      spend_cents: total('spend_cents'),
      acquisition_cost_cents: total('acquisition_cost_cents'),
      waste_cents,
      asset_cents: total('live_change_cents') + total('in_flight_change_cents'),
      orders: total('orders'),
      new_customers: total('new_customers'),
      returning_orders: total('returning_orders'),
      cost_per_order_cents: each(total('acquisition_cost_cents'), total('orders')),
      paid_cac_cents: each(total('spend_cents'), total('new_customers')),
      consumed_cac_cents: each(total('new_acquisition_cents'), total('new_customers')),
      loaded_cac_cents: each(total('new_acquisition_cents') + waste_cents, total('new_customers')),
      contribution_2_cents: total('contribution_2_cents'),
      result_cents: result,
      covers_its_cost: result >= 0,
    }
  })
}

/** What bought no order; beside it what saturation lost, at the average cost of a click. */
export function wasteStatement(facts: Facts, economics: readonly ChannelMonth[]) {
  return economics.map((row) => {
    const days = facts.marketing.filter(({ channel }) => channel === row.channel)
    const lost = sumOf(
      days.filter(({ day }) => monthOf(day) === row.month),
      ({ lostClicks }) => Math.floor(lostClicks * 1000 + 0.5),
    )
    const clicks = sumOf(days, (day) => day.clicks)
    const cost = sumOf(days, (day) => (day.clicks > 0 ? day.releasedCents : 0))
    const { channel, month, spend_cents, decayed_cents, expired_cents, no_response_cents } = row
    return {
      channel,
      month,
      spend_cents,
      decayed_cents,
      expired_cents,
      no_response_cents,
      waste_cents: wasteOf(row),
      waste_bps: spend_cents === 0 ? null : ratio(wasteOf(row), 10_000, spend_cents),
      saturation_loss_clicks: ratio(lost, 1, 1000),
      saturation_loss_cents: clicks === 0 ? null : ratio(lost, cost, 1000 * clicks),
    }
  })
}
