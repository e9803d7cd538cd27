import { dateOf } from './calendar.js'
import { sumOf } from './cents.js'
import { bareCents, type ItemAmounts, type OrderStory } from './orders.js'

/** One row of unit economics. */
export type UnitRow = ReturnType<typeof unitRow>

export function unitEconomics(stories: readonly OrderStory[]): UnitRow[] {
  return stories.flatMap((story) => story.items.map((amounts) => unitRow(story, amounts)))
}

function unitRow({ order, stands }: OrderStory, amounts: ItemAmounts) {
  const kept = (line: keyof typeof stands) => (stands[line] === null ? 0 : amounts[line])
  const goods = kept('goods_revenue') - kept('cost_of_goods')
  const taken =
    kept('payment_fee') + kept('anticipation_fee') + kept('chargeback') + kept('kept_fee')
  const one = kept('commission') + goods - taken
  const freight = kept('freight') + kept('freight_passed_on')
  const two =
    one + freight - kept('refund_cost') - kept('carrier') - kept('operations') - kept('sla_penalty')
  return {
    order_id: order.id,
    order_item_id: amounts.item.no,
    purchase_date: dateOf(order.purchased),
    order_status: order.status,
    customer_unique_id: order.customer,
    seller_id: amounts.item.seller,
    product_id: amounts.item.product,
    channel: order.channel,
    gmv_cents: amounts.item.priceCents,
    commission_cents: kept('commission'),
    goods_revenue_cents: kept('goods_revenue'),
    cost_of_goods_cents: kept('cost_of_goods'),
    payment_fee_cents: kept('payment_fee'),
    anticipation_fee_cents: kept('anticipation_fee'),
    chargeback_cents: kept('chargeback'),
    kept_fee_cents: kept('kept_fee'),
    freight_billed_cents: kept('freight'),
    freight_passed_on_cents: kept('freight_passed_on'),
    refund_cost_cents: kept('refund_cost'),
    carrier_cost_cents: kept('carrier'),
    operations_cost_cents: kept('operations'),
    sla_penalty_cents: kept('sla_penalty'),
    acquisition_cost_cents: amounts.acquisition,
    commission_tax_cents: kept('commission_tax'),
    freight_tax_cents: kept('freight_tax'),
    contribution_1_cents: one,
    contribution_2_cents: two,
    contribution_3_cents: two - amounts.acquisition,
  }
}

export type BareRow = ReturnType<typeof bareRow>

export function ordersWithoutItems(stories: readonly OrderStory[]): BareRow[] {
  return stories.filter(({ items }) => items.length === 0).map(bareRow)
}

function bareRow(story: OrderStory) {
  const { order, stands } = story
  const kept = (line: keyof typeof stands) => (stands[line] === null ? 0 : bareCents(story, line))
  const takes = {
    payment_fee_cents: kept('payment_fee'),
    anticipation_fee_cents: kept('anticipation_fee'),
    chargeback_cents: kept('chargeback'),
    kept_fee_cents: kept('kept_fee'),
    refund_cost_cents: kept('refund_cost'),
  }
  const two = 0 - sumOf(Object.values(takes), (cents) => cents)
  return {
    order_id: order.id,
    purchase_date: dateOf(order.purchased),
    order_status: order.status,
    customer_unique_id: order.customer,
    channel: order.channel,
    ...takes,
    acquisition_cost_cents: order.acquisitionCents,
    contribution_2_cents: two,
    contribution_3_cents: two - order.acquisitionCents,
  }
}

export function orderEvents(stories: readonly OrderStory[]) {
  const date = (day: number | null) => (day === null ? null : dateOf(day))
  return stories.map(({ order, events }) => ({
    order_id: order.id,
    purchase_date: dateOf(order.purchased),
    order_status: order.status,
    customer_unique_id: order.customer,
    channel: order.channel,
    approval_date: date(events.approval),
    hand_over_date: date(events.hand_over),
    delivery_date: date(events.delivery),
    end_date: date(events.end),
    overdue_date: date(events.overdue),
    is_late: events.isLate,
    payment_cents: order.paymentCents,
    acquisition_cost_cents: order.acquisitionCents,
  }))
}
