import { linesOfOrders } from '../../schema/finance/profit-lines.js'
import { monthOf } from '../sql.js'
import { itemAmounts } from './items.js'
import type { WorkingTable } from './working-table.js'

/** One order, with or without items: what it came to after fulfilment, and whom it won. */
export const orderResults: WorkingTable = {
  name: 'order_results',
  uses: [],
  select: `
    with sums as (
      select order_id, sum(contribution_2_cents) as cents
      from (
        select order_id, contribution_2_cents from finance.fct_unit_economics
        union all
        select order_id, contribution_2_cents from finance.fct_orders_without_items
      ) as parts
      group by order_id
    )
    select o.customer_unique_id, a.channel, ${monthOf('a.purchase_date')} as month,
      year(a.purchase_date) * 12 + month(a.purchase_date) as month_no,
      a.is_new_customer, a.acquisition_cost_cents, s.cents as contribution_2_cents
    from attribution.fct_order_attribution as a
    inner join dwh.fct_orders as o on o.order_id = a.order_id
    left join sums as s on s.order_id = a.order_id`,
}

/** What is paid for marketing and never finds an order, by channel and day. */
export const wasted: WorkingTable = {
  name: 'wasted_daily',
  uses: [],
  select: `
    select channel, date, decayed_cents, expired_cents, 0 as no_response_cents
    from attribution.click_lot_daily where decayed_cents <> 0 or expired_cents <> 0
    union all
    select channel, date, 0, 0, released_cost_cents
    from market.fct_marketing_daily where clicks = 0 and released_cost_cents <> 0`,
}

const amounts = itemAmounts.join(', ')
const ofOrders = linesOfOrders.map(({ id }) => `${id}_cents`)

/** Everything that items and orders without items come to, by what profit is cut by. */
export const profitFacts: WorkingTable = {
  name: 'profit_facts',
  uses: [],
  select: `
    select u.purchase_date as date, u.channel, coalesce(c.state, '(unknown)') as state,
      coalesce(p.category, '(unknown)') as category, coalesce(t.tier, '(unknown)') as tier,
      1 as items, ${amounts}
    from finance.fct_unit_economics as u
    left join dwh.dim_customer as c on c.customer_unique_id = u.customer_unique_id
    left join dwh.dim_product as p on p.product_id = u.product_id
    left join finance.dim_seller_tier as t on t.seller_id = u.seller_id
    union all
    select o.purchase_date as date, o.channel, coalesce(c.state, '(unknown)') as state,
      '(no items)' as category, '(no items)' as tier, 0 as items,
      ${itemAmounts.map((name) => (ofOrders.includes(name) ? name : `0 as ${name}`)).join(', ')}
    from finance.fct_orders_without_items as o
    left join dwh.dim_customer as c on c.customer_unique_id = o.customer_unique_id`,
}
