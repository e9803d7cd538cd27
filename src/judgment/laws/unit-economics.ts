import {
  orderLines,
  profitLines,
  sectionNumber,
  statusRules,
} from '../../schema/finance/profit-lines.js'
import { lawsOf, sameCents, uniqueRows } from '../law.js'

/** The lines that a status lets stand or not: the column of each, and the field that declares it. */
const LINES = profitLines.flatMap(({ id, status }) =>
  status ? [[`${id}_cents`, status.field] as const] : [],
)

/** The lines of an item that enter the contribution of a number, with their signs, as SQL. */
const contribution = (number: number) =>
  orderLines
    .filter((line) => sectionNumber(line) <= number)
    .map(({ id, sign }) => `${sign > 0 ? '+' : '-'} ${id}_cents`)
    .join(' ')

/** The declared rules of order statuses, a row each. */
const rules = `
  select split_part(id, '.', 3) as order_status,
    ${statusRules
      .map(
        ({ field: line }) =>
          `max(case when split_part(id, '.', 4) = '${line}' then value end) as ${line}`,
      )
      .join(',\n    ')}
  from assumed
  where id like 'finance.statuses.%'
  group by split_part(id, '.', 3)`

/** What an item earned and cost on lines whose event never happened, as SQL. */
const withoutEvent = LINES.map(
  ([column, line]) => `
    case when u.${column} <> 0 and case r.${line}
      when 'approval' then e.approval_date
      when 'hand_over' then e.hand_over_date
      when 'delivery' then e.delivery_date
    end is null then abs(u.${column}) else 0 end`,
).join(' +')

/** Items earn and cost once, what their order allows, and sum to their order. */
export const unitEconomicsLaws = lawsOf('finance', [
  {
    name: 'items_unique',
    statement: 'An item has one row of unit economics',
    distrust: 'every figure of profit',
    sql: uniqueRows('finance.fct_unit_economics', ['order_id', 'order_item_id'], 'gmv_cents'),
  },
  {
    name: 'no_fan_out',
    statement: 'Every order has in the unit economics as many items, at the price, as in the file',
    distrust: 'every figure of profit',
    sql: `
      select abs(sum(cents)) as amount_cents, order_id as sample
      from (
        select order_id, 1 as items,
          coalesce(cast(round(try_cast(price as decimal(18, 2)) * 100) as bigint), 0) as cents
        from raw.order_items
        union all
        select order_id, -1 as items, -gmv_cents as cents from finance.fct_unit_economics
      ) as sides
      group by order_id
      having sum(items) <> 0 or sum(cents) <> 0`,
  },
  {
    name: 'orders_are_whole',
    statement: 'The acquisition cost of an order is that of its items, or stays at the order',
    distrust: 'contribution 3 and profit by channel',
    sql: sameCents(
      ['order_id'],
      'select order_id, acquisition_cost_cents as cents from attribution.fct_order_attribution',
      `select order_id, sum(acquisition_cost_cents) as cents
       from finance.fct_unit_economics group by order_id
       union all
       select order_id, acquisition_cost_cents as cents from finance.fct_orders_without_items`,
    ),
  },
  {
    name: 'payment_fees_are_whole',
    statement: 'The payment fees of an order are those of its payments, or none at all',
    distrust: 'payment fees',
    sql: `
      select abs(f.fee_cents - p.fee_cents) as amount_cents, f.order_id as sample
      from (
        select order_id, sum(fee_cents) as fee_cents
        from (
          select order_id, payment_fee_cents as fee_cents from finance.fct_unit_economics
          union all
          select order_id, payment_fee_cents as fee_cents from finance.fct_orders_without_items
        ) as fees
        group by order_id
      ) as f
      left join (
        select p.order_id,
          sum((2 * p.payment_cents * cast(b.value as bigint) + 10000) // 20000
            + cast(c.value as bigint)) as fee_cents
        from dwh.fct_payments as p
        inner join assumed as b
          on b.id = concat('finance.payment_types.', p.payment_type, '.fee_bps')
        inner join assumed as c
          on c.id = concat('finance.payment_types.', p.payment_type, '.fee_cents')
        group by p.order_id
      ) as p on p.order_id = f.order_id
      where f.fee_cents <> 0 and f.fee_cents <> coalesce(p.fee_cents, 0)`,
  },
  {
    name: 'nothing_without_its_event',
    statement: 'An item earns and costs only what the status of its order allows, once it happened',
    distrust: 'revenue and cost of fulfilment',
    sql: `
      select amount_cents, sample
      from (
        select ${withoutEvent} as amount_cents,
          concat(u.order_id, ' ', u.order_item_id) as sample
        from finance.fct_unit_economics as u
        inner join dwh.fct_orders as o on o.order_id = u.order_id
        inner join finance.fct_order_events as e on e.order_id = u.order_id
        left join (${rules}) as r on r.order_status = o.order_status
      ) as items
      where amount_cents > 0`,
  },
  {
    name: 'commission_is_its_rate',
    statement: 'Commission is the rate of the seller’s tier on the price, rounded once, or nothing',
    distrust: 'commission',
    sql: `
      select abs(u.commission_cents - (2 * i.price_cents * t.commission_bps + 10000) // 20000)
          as amount_cents, concat(u.order_id, ' ', u.order_item_id) as sample
      from finance.fct_unit_economics as u
      inner join dwh.fct_order_items as i
        on i.order_id = u.order_id and i.order_item_id = u.order_item_id
      inner join finance.dim_seller_tier as t on t.seller_id = i.seller_id
      where u.commission_cents <> 0
        and abs(u.commission_cents * 10000 - i.price_cents * t.commission_bps) > 5000`,
  },
  {
    name: 'tiers_are_declared',
    statement: 'The commission of a tier is the declared one',
    distrust: 'commission',
    sql: `
      select coalesce(sum(u.commission_cents), 0) as amount_cents, t.seller_id as sample
      from finance.dim_seller_tier as t
      left join assumed as a
        on a.id = concat('finance.commission_tiers.', t.tier, '.commission_bps')
      left join finance.fct_unit_economics as u on u.seller_id = t.seller_id
      where a.value is null or t.commission_bps <> cast(a.value as bigint)
      group by t.seller_id`,
  },
  {
    name: 'carrier_is_its_rate',
    statement: 'Carrier cost is the declared share of the item’s freight, or nothing',
    distrust: 'carrier cost and contribution 2',
    sql: `
      select abs(u.carrier_cost_cents
          - (2 * i.freight_cents * cast(a.value as bigint) + 10000) // 20000) as amount_cents,
        concat(u.order_id, ' ', u.order_item_id) as sample
      from finance.fct_unit_economics as u
      inner join dwh.fct_order_items as i
        on i.order_id = u.order_id and i.order_item_id = u.order_item_id
      inner join assumed as a on a.id = 'finance.carrier_cost_bps'
      where u.carrier_cost_cents <> 0
        and abs(u.carrier_cost_cents * 10000 - i.freight_cents * cast(a.value as bigint)) > 5000`,
  },
  {
    name: 'freight_is_billed_once',
    statement: 'Freight earned is the freight of the item, or nothing',
    distrust: 'revenue and contribution 2',
    sql: `
      select abs(u.freight_billed_cents - i.freight_cents) as amount_cents,
        concat(u.order_id, ' ', u.order_item_id) as sample
      from finance.fct_unit_economics as u
      inner join dwh.fct_order_items as i
        on i.order_id = u.order_id and i.order_item_id = u.order_item_id
      where u.freight_billed_cents not in (0, i.freight_cents)`,
  },
  {
    name: 'contributions_add_up',
    statement: 'Contribution 1, 2 and 3 are the lines they are made of',
    distrust: 'contributions',
    impact: 'figure',
    sql: `
      select greatest(
          abs(contribution_1_cents - (${contribution(1)})),
          abs(contribution_2_cents - (${contribution(2)})),
          abs(contribution_3_cents - (${contribution(3)}))
        ) as amount_cents, concat(order_id, ' ', order_item_id) as sample
      from finance.fct_unit_economics
      where contribution_1_cents <> ${contribution(1)}
        or contribution_2_cents <> ${contribution(2)}
        or contribution_3_cents <> ${contribution(3)}`,
  },
  {
    name: 'items_keep_their_channel',
    statement: 'An item came by the channel of its order, on its day',
    distrust: 'profit by channel and by day',
    sql: `
      select u.gmv_cents as amount_cents, concat(u.order_id, ' ', u.order_item_id) as sample
      from finance.fct_unit_economics as u
      inner join dwh.fct_orders as o on o.order_id = u.order_id
      left join attribution.fct_order_attribution as a on a.order_id = u.order_id
      where u.channel <> coalesce(a.channel, 'direct') or u.purchase_date <> o.purchase_date`,
  },
  {
    name: 'no_event_before_purchase',
    statement: 'No order is approved, handed over, delivered or ended before it is placed',
    distrust: 'the days of recognition',
    sql: `
      select o.payment_cents as amount_cents, e.order_id as sample
      from finance.fct_order_events as e
      inner join dwh.fct_orders as o on o.order_id = e.order_id
      where e.approval_date < o.purchase_date
        or e.hand_over_date < o.purchase_date
        or e.delivery_date < o.purchase_date
        or e.end_date < o.purchase_date`,
  },
  {
    name: 'contribution_distribution_is_whole',
    statement:
      'Losses, gains and buckets of items, orders, sellers and customers sum to contribution 3',
    distrust: 'the distribution of contribution',
    impact: 'figure',
    sql: sameCents(
      ['subject'],
      `select subject, gain_cents - loss_cents as cents from finance.loss_shares
       union all
       select subject, contribution_3_cents as cents from finance.contribution_distribution`,
      `select s.subject, 2 * (
         coalesce((select sum(contribution_3_cents) from finance.fct_unit_economics), 0)
         - case when s.subject in ('order', 'customer') then coalesce((
             select sum(payment_fee_cents + acquisition_cost_cents)
             from finance.fct_orders_without_items), 0)
           else 0 end) as cents
       from finance.loss_shares as s`,
    ),
  },
])
