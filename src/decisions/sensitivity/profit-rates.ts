import type { Assumptions } from '../../assumptions/index.js'
import type { SqlSource } from '../../engine/index.js'

/** What one rate of finance moves: its lines are this much of it, so they scale with it. */
export interface RateEffect {
  readonly id: string
  /** YYYY-MM of purchase. */
  readonly month: string
  /** Adds to profit: costs are negative. At the value that is in force. */
  readonly cents: number
  /** Whether it arises with orders, and so enters what an order is worth. */
  readonly withOrders: boolean
}

const ITEMS = `
  select u.*, strftime(u.purchase_date, '%Y-%m') as month, t.tier, d.is_weekend,
    u.operations_cost_cents > 0 as is_handled, i.cost_cents is null as has_declared_cost
  from finance.fct_unit_economics as u
  left join finance.dim_seller_tier as t on t.seller_id = u.seller_id
  left join dwh.dim_date as d on d.date = u.purchase_date
  left join dwh.fct_order_items as i
    on i.order_id = u.order_id and i.order_item_id = u.order_item_id`

const WHOLE = `
  select order_id, purchase_date, payment_fee_cents, kept_fee_cents, anticipation_fee_cents,
    chargeback_cents, refund_cost_cents from finance.fct_unit_economics
  union all
  select order_id, purchase_date, payment_fee_cents, kept_fee_cents, anticipation_fee_cents,
    chargeback_cents, refund_cost_cents from finance.fct_orders_without_items`

/** Orders of which an acquirer takes something: how much of its fee, and whether chargebacks stand. */
const CHARGED = `
  select order_id, strftime(any_value(purchase_date), '%Y-%m') as month,
    case when sum(payment_fee_cents) > 0 then 10000 else 0 end
      + case when sum(kept_fee_cents) > 0 then cast(? as bigint) else 0 end as taken_bps,
    case when sum(chargeback_cents) > 0 then 10000 else 0 end as called_back_bps
  from (${WHOLE}) as whole group by order_id`

/**
 * What every rate that is declared with a range brings or costs, by month. A line is its rate times a
 * base that no rate changes, so that profit under another rate needs no new run: it differs from that
 * run's by the rounding of single orders only. Fees of an order whose fees are all 0 are not among them.
 */
export async function readRateEffects(
  source: SqlSource,
  assumptions: Assumptions,
): Promise<RateEffect[]> {
  const itemCents = assumptions.number('finance.operations_item_cents')
  const weekend = assumptions.number('finance.weekend_operations_bps')
  const items = await source.rows<Omit<RateEffect, 'withOrders'>>(
    `with items as (${ITEMS}), amounts as (
       select 'finance.carrier_cost_bps' as id, month, -carrier_cost_cents as cents from items
       union all
       select 'finance.sla_penalty_bps', month, -sla_penalty_cents from items
       union all
       select 'finance.cost_of_goods_bps', month, -cost_of_goods_cents from items where has_declared_cost
       union all
       select 'finance.operations_item_cents', month,
         -share_of(cast(? as bigint), case when is_weekend then cast(? as bigint) else 10000 end)
       from items where is_handled
       union all
       select 'finance.operations_order_cents', month,
         share_of(cast(? as bigint), case when is_weekend then cast(? as bigint) else 10000 end)
           - operations_cost_cents
       from items where is_handled
       union all
       select concat('finance.commission_tiers.', tier, '.commission_bps'), month, commission_cents
       from items where tier is not null
       union all
       select 'finance.anticipation_bps', strftime(purchase_date, '%Y-%m'), -anticipation_fee_cents
       from (${WHOLE}) as whole
       union all
       select 'finance.refund_cost_cents', strftime(purchase_date, '%Y-%m'), -refund_cost_cents
       from (${WHOLE}) as whole
     )
     select id, month, sum(cents)::bigint as cents from amounts
     where month is not null group by id, month order by id, month`,
    itemCents,
    weekend,
    itemCents,
    weekend,
  )
  const effects = [...items, ...(await feeEffects(source, assumptions))]
  return [
    ...effects.map((row) => ({ ...row, withOrders: true })),
    ...(await planEffects(source)).map((row) => ({ ...row, withOrders: false })),
  ].filter(({ cents }) => cents !== 0)
}

function feeEffects(source: SqlSource, assumptions: Assumptions) {
  const rules = assumptions.members('finance.payment_types').map((type) => {
    const field = (name: string) => assumptions.number(`finance.payment_types.${type}.${name}`)
    return `('${type}', ${field('fee_bps')}, ${field('fee_cents')}, ${field('chargeback_bps')})`
  })
  return source.rows<Omit<RateEffect, 'withOrders'>>(
    `with charged as (${CHARGED}),
     rules(payment_type, fee_bps, fee_cents, chargeback_bps) as (values ${rules.join(', ')}),
     fees as (
       select p.payment_type, c.month, c.taken_bps, c.called_back_bps,
         share_of(p.payment_cents, cast(r.fee_bps as bigint)) as share_cents,
         cast(r.fee_cents as bigint) as fixed_cents,
         share_of(p.payment_cents, cast(r.chargeback_bps as bigint)) as chargeback_cents
       from dwh.fct_payments as p
       inner join charged as c on c.order_id = p.order_id
       inner join rules as r on r.payment_type = p.payment_type
     ), parts as (
       select 'fee_bps' as field, payment_type, month, share_of(share_cents, taken_bps) as cents
       from fees
       union all
       select 'fee_cents', payment_type, month, share_of(fixed_cents, taken_bps) from fees
       union all
       select 'chargeback_bps', payment_type, month, share_of(chargeback_cents, called_back_bps)
       from fees
     )
     select concat('finance.payment_types.', payment_type, '.', field) as id, month,
       -sum(cents)::bigint as cents
     from parts group by id, month order by id, month`,
    assumptions.number('finance.kept_fee_bps'),
  )
}

function planEffects(source: SqlSource) {
  return source.rows<Omit<RateEffect, 'withOrders'>>(
    `select concat('finance.subscription_plans.', plan, '.price_cents') as id,
       strftime(month, '%Y-%m') as month, sum(recognised_cents)::bigint as cents
     from finance.fct_subscriptions where plan <> 'none'
     group by plan, month order by id, month`,
  )
}

/** What the rates of other assumptions would add, cents by month, to what stands. */
export function rateChanges(
  effects: readonly RateEffect[],
  inForce: Assumptions,
  other: Assumptions,
): RateEffect[] {
  return effects.flatMap((effect) => {
    const [before, after] = [inForce.number(effect.id), other.number(effect.id)]
    return before === after ? [] : [{ ...effect, cents: effect.cents * (after / before - 1) }]
  })
}
