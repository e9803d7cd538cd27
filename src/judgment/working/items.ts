import { datedLines, type OrderLine, orderLines } from '../order-lines.js'
import { contributing, itemColumns, netOf } from '../profit-lines.js'
import { declaredOf, number, share } from '../sql.js'
import { expectedOrders, orderWholes } from './orders.js'
import type { WorkingTable } from './working-table.js'

/** What arises once for an order and is split over its items by price. */
const WHOLES = ['acquisition', ...Object.keys(orderWholes), 'base']

const each = (make: (whole: string) => string, separator = ',\n        ') =>
  WHOLES.map(make).join(separator)

/**
 * The parts of one item of an order of several, by largest remainder: an item has a cent more than its
 * floor when fewer items stand before it than cents are left.
 */
const parts: WorkingTable = {
  name: 'expected_parts',
  uses: [expectedOrders],
  select: `
    with quotas as (
      select i.order_id, i.order_item_id,
        case when t.price_cents = 0 then 1 else i.price_cents end as weight,
        case when t.price_cents = 0 then o.items else t.price_cents end as total,
        o.acquisition_cents as acquisition,
        ${Object.entries(orderWholes)
          .map(([id, cents]) => `o.${cents} as ${id}`)
          .join(', ')},
        ${share(number('finance.operations_order_cents'), 'o.operations_bps')} as base
      from dwh.fct_order_items as i
      inner join expected_orders as o on o.order_id = i.order_id
      inner join dwh.fct_orders as t on t.order_id = i.order_id
      where o.items > 1
    ),
    floors as (
      select *, ${each((w) => `${w} * weight // total as ${w}_floor, ${w} * weight % total as ${w}_rest`)}
      from quotas
    ),
    pairs as (
      select one.order_id, one.order_item_id,
        ${each(
          (w) => `sum(other.${w}_floor) as ${w}_placed,
        sum(case when other.${w}_rest > one.${w}_rest or (other.${w}_rest = one.${w}_rest
          and other.order_item_id < one.order_item_id) then 1 else 0 end) as ${w}_before`,
        )}
      from floors as one
      inner join floors as other on other.order_id = one.order_id
      group by one.order_id, one.order_item_id
    )
    select f.order_id, f.order_item_id,
      ${each((w) => `f.${w}_floor + case when p.${w}_before < f.${w} - p.${w}_placed then 1 else 0 end as ${w}`)}
    from floors as f
    inner join pairs as p on p.order_id = f.order_id and p.order_item_id = f.order_item_id`,
}

/** The declared tier of a seller: the first whose cut lies above the seller's number. */
export const sellerTiers: WorkingTable = {
  name: 'expected_tiers',
  uses: [],
  select: `
    with cuts as (${declaredOf('finance.commission_tiers', 'tier', ['below', 'commission_bps'])}),
    numbered as (
      select seller_id, cast(concat('0x', md5(seller_id)[:8]) as ubigint) % 100 as number
      from dwh.dim_seller
    )
    select n.seller_id, arg_min(c.tier, c.below) as tier,
      arg_min(c.commission_bps, c.below) as commission_bps
    from numbered as n
    left join cuts as c on n.number < c.below
    group by n.seller_id`,
}

/** The price of an item where the business is principal for goods. */
const ownPrice = `case when (select value from assumed where id = 'finance.goods_role') = 'principal'
  then i.price_cents else 0 end`

/** What of its freight goes on to the carrier where the business is agent for freight. */
const passedOn = `case when (select value from assumed where id = 'finance.freight_role') = 'agent'
  then least(i.freight_cents, ${share('i.freight_cents', number('finance.carrier_cost_bps'))}) else 0 end`

/** What an item comes to on a line that stands: the declared rule, by the line's id. */
const amounts: Readonly<Record<string, string>> = {
  commission: share('i.price_cents', 't.commission_bps'),
  freight_billed: `(i.freight_cents - ${passedOn})`,
  freight_passed_on: passedOn,
  ...Object.fromEntries(
    Object.entries(orderWholes).map(([id, cents]) => [id, `coalesce(p.${id}, o.${cents})`]),
  ),
  carrier_cost: share('i.freight_cents', number('finance.carrier_cost_bps')),
  operations_cost: `${share(number('finance.operations_item_cents'), 'o.operations_bps')}
    + coalesce(p.base, ${share(number('finance.operations_order_cents'), 'o.operations_bps')})`,
  sla_penalty: share('i.freight_cents', number('finance.sla_penalty_bps')),
  goods_revenue: ownPrice,
  cost_of_goods: `case when (select value from assumed where id = 'finance.goods_role') = 'principal'
    then coalesce(i.cost_cents, ${share('i.price_cents', number('finance.cost_of_goods_bps'))}) else 0 end`,
  commission_tax: share(
    share('i.price_cents', 't.commission_bps'),
    number('finance.commission_tax_bps'),
  ),
  freight_tax: share(`i.freight_cents - ${passedOn}`, number('finance.freight_tax_bps')),
}

/** The amount of a line without a rule above is taken as published; only when it stands is judged. */
const published = (id: string) => `coalesce((select max(r.amount_cents)
  from finance.fct_recognition as r where r.line = '${id}' and r.order_id = i.order_id
    and r.order_item_id = i.order_item_id and not r.is_reversal), 0)`

/** One item: what each line comes to (`..._all`), on which day it stands or was booked until it did not. */
export const expectedItems: WorkingTable = {
  name: 'expected_items',
  uses: [expectedOrders, parts, sellerTiers],
  select: `
    select o.order_no, i.order_id, i.order_item_id, o.purchase_date, o.order_status, o.customer_unique_id,
      i.seller_id, i.product_id, o.channel, o.overdue_date, i.price_cents as gmv_cents,
      ${orderLines.map(({ id }) => `${amounts[id] ?? published(id)} as ${id}_all`).join(', ')},
      coalesce(p.acquisition, o.acquisition_cents) as acquisition_cost_cents,
      coalesce(o.end_date, o.delivery_date) as end_date,
      ${datedLines.map(({ dates }) => `o.${dates}_day, o.${dates}_back`).join(', ')}
    from dwh.fct_order_items as i
    inner join expected_orders as o on o.order_id = i.order_id
    left join expected_tiers as t on t.seller_id = i.seller_id
    left join expected_parts as p
      on p.order_id = i.order_id and p.order_item_id = i.order_item_id`,
}

/** What of a line of an item stands, in the columns of {@link expectedItems}. */
export const standingCents = ({ id, dates }: OrderLine) =>
  `case when ${dates}_day is null then 0 else ${id}_all end`

const described =
  'purchase_date order_status customer_unique_id seller_id product_id channel'.split(' ')

/** Every column of the unit economics that is an amount of its own. */
export const itemAmounts = ['gmv_cents', ...itemColumns]

/**
 * The unit economics beside what they must be, where they differ: `is_described` says whether item, order and
 * day agree.
 */
export const itemsBeside: WorkingTable = {
  name: 'items_beside',
  uses: [expectedItems],
  select: `
    select concat(coalesce(e.order_id, u.order_id), ' ', coalesce(e.order_item_id, u.order_item_id)) as item,
      coalesce(e.gmv_cents, u.gmv_cents) as worth_cents,
      ${described.map((name) => `e.${name} is not distinct from u.${name}`).join('\n        and ')} as is_described,
      ${itemAmounts.map((name) => `e.${name} as expected_${name}, u.${name} as published_${name}`).join(',\n      ')},
      u.contribution_1_cents, u.contribution_2_cents, u.contribution_3_cents
    from (
      select *, ${orderLines.map((line) => `${standingCents(line)} as ${line.column}`).join(', ')}
      from expected_items
    ) as e
    full outer join finance.fct_unit_economics as u
      on u.order_id = e.order_id and u.order_item_id = e.order_item_id
    where ${[...described, ...itemAmounts].map((name) => `e.${name} is distinct from u.${name}`).join('\n      or ')}
      or ${[1, 2, 3]
        .map(
          (nth) => `u.contribution_${nth}_cents is distinct from ${netOf(contributing(nth), 'e.')}`,
        )
        .join('\n      or ')}`,
}
