import { changed, emptied, gone, twice } from '../../fault.js'
import { type LawDeclaration, lawsOf } from '../../law.js'
import { datesOf, type OrderLine, orderLines } from '../../order-lines.js'
import { contributing, netOf } from '../../profit-lines.js'
import { sameRows } from '../../sql.js'
import { itemsBeside, sellerTiers } from '../../working/items.js'
import { expectedOrders, orderWholes } from '../../working/orders.js'
import { anticipation, overdue, rates, standing } from './line-needs.js'

const UNITS = 'finance.fct_unit_economics'

/** A column of the unit economics is what it must be, item by item. */
const itemColumn = (column: string) => `
  select abs(coalesce(expected_${column}, 0) - coalesce(published_${column}, 0)) as amount_cents,
    item as sample
  from items_beside
  where expected_${column} is distinct from published_${column}`

const ITEM = ['order_id', 'order_item_id']

function lineLaw({ id, rule, column, words }: OrderLine): LawDeclaration {
  return {
    name: `${id}_of_items`,
    statement: `${words}: stands where the status of the order lets it and its event happened, and nowhere else, ${rates[id]?.words ?? 'as recognised'}`,
    distrust: `${words.toLowerCase()}, contribution and profit`,
    needs: [...standing(rule), ...(rates[id]?.needs ?? [])],
    uses: [itemsBeside],
    sql: itemColumn(column),
    fault: emptied(UNITS, ITEM, column),
  }
}

/** What items earned and cost: every line of every item, both ways. */
export const itemLaws = lawsOf('finance', [
  {
    name: 'items_once',
    statement: 'An item of an order has one row of unit economics',
    distrust: 'every figure of profit',
    needs: [],
    sql: `
      select max(abs(gmv_cents)) * (count(*) - 1) as amount_cents,
        concat(order_id, ' ', order_item_id) as sample
      from ${UNITS}
      group by order_id, order_item_id
      having count(*) > 1`,
    fault: twice(UNITS, ITEM, { cents: 'gmv_cents', where: 'gmv_cents > 0' }),
  },
  {
    name: 'items_are_sales',
    figure: 'gmv',
    statement: 'An item has the day, status, persons and channel of its order, and its own product',
    distrust: 'profit by day, state, category, tier and channel',
    needs: [],
    uses: [itemsBeside],
    sql: `
      select abs(worth_cents) as amount_cents, item as sample
      from items_beside where not is_described`,
    fault: changed(UNITS, ITEM, "seller_id = 'nobody'", {
      cents: 'gmv_cents',
      where: 'gmv_cents > 0',
    }),
  },
  {
    name: 'gmv_of_items',
    figure: 'gmv',
    statement: 'The GMV of an item is its price, whatever became of the order',
    distrust: 'GMV',
    needs: [],
    uses: [itemsBeside],
    sql: itemColumn('gmv_cents'),
    fault: emptied(UNITS, ITEM, 'gmv_cents'),
  },
  ...orderLines.map(lineLaw),
  {
    name: 'acquisition_of_items',
    statement: 'The acquisition cost of an order is split over its items by price, to the cent',
    distrust: 'contribution 3 and profit by category, tier and channel',
    needs: [],
    uses: [itemsBeside],
    sql: itemColumn('acquisition_cost_cents'),
    fault: emptied(UNITS, ITEM, 'acquisition_cost_cents'),
  },
  {
    name: 'contributions_of_items',
    statement: 'Contribution 1, 2 and 3 of an item are what its lines leave',
    distrust: 'contributions',
    needs: [],
    uses: [itemsBeside],
    sql: `
      with lines as (
        select *, ${[1, 2, 3].map((nth) => `${netOf(contributing(nth), 'expected_')} as wanted_${nth}`).join(', ')}
        from items_beside
      )
      select greatest(${[1, 2, 3].map((nth) => `abs(contribution_${nth}_cents - wanted_${nth})`).join(', ')})
          as amount_cents, item as sample
      from lines
      where ${[1, 2, 3].map((nth) => `contribution_${nth}_cents is distinct from wanted_${nth}`).join(' or ')}`,
    fault: emptied(UNITS, ITEM, 'contribution_2_cents'),
  },
  {
    name: 'orders_without_items',
    statement:
      'An order without items keeps what the acquirer takes, where it stands, and its acquisition cost',
    distrust: 'profit, and orders beside their items',
    needs: [...standing('payment_fee'), ...rates.payment_fee!.needs, ...anticipation],
    uses: [expectedOrders],
    sql: sameRows({
      key: ['order_id', 'purchase_date', 'order_status', 'customer_unique_id', 'channel'],
      cents: [
        ...Object.keys(orderWholes).map((id) => `${id}_cents`),
        ...['acquisition_cost_cents', 'contribution_2_cents', 'contribution_3_cents'],
      ],
      published: 'finance.fct_orders_without_items',
      expected: `(
        with lines as (
          select *, ${Object.entries(orderWholes)
            .map(
              ([id, cents]) =>
                `case when ${datesOf(id)}_day is null then 0 else ${cents} end as ${id}_cents`,
            )
            .join(', ')}, acquisition_cents as acquisition_cost_cents
          from expected_orders where items = 0
        )
        select *, 0 ${Object.keys(orderWholes)
          .map((id) => `- ${id}_cents`)
          .join(' ')} as contribution_2_cents, contribution_2_cents - acquisition_cost_cents
            as contribution_3_cents
        from lines)`,
    }),
    fault: gone('finance.fct_orders_without_items', ['order_id'], {
      cents: '-contribution_3_cents',
    }),
  },
  {
    name: 'events_of_orders',
    statement:
      'What happened to an order, and when, is what its times tell and its status implies, never before the purchase',
    distrust: 'the days of recognition',
    needs: [...standing('sla_penalty'), ...overdue],
    uses: [expectedOrders],
    sql: sameRows({
      isLarge: true,
      key: [
        ...['order_id', 'purchase_date', 'order_status', 'customer_unique_id', 'channel'],
        ...['approval_date', 'hand_over_date', 'delivery_date', 'end_date', 'is_late'],
        'overdue_date',
      ],
      cents: ['payment_cents', 'acquisition_cost_cents'],
      published: 'finance.fct_order_events',
      expected: `(
        select *, acquisition_cents as acquisition_cost_cents from expected_orders)`,
    }),
    fault: changed('finance.fct_order_events', ['order_id'], 'delivery_date = delivery_date + 1', {
      cents: '2 * greatest(payment_cents, acquisition_cost_cents)',
      where: 'delivery_date is not null',
    }),
  },
  {
    name: 'tiers_of_sellers',
    statement: 'A seller pays the commission of the tier that its number falls into',
    distrust: 'commission and profit by tier',
    unit: 'rows',
    needs: rates.commission!.needs,
    uses: [sellerTiers],
    sql: sameRows({
      key: ['seller_id', 'tier', 'commission_bps'],
      published: 'finance.dim_seller_tier',
      expected: 'expected_tiers',
    }),
    fault: changed(
      'finance.dim_seller_tier',
      ['seller_id'],
      'commission_bps = commission_bps + 1',
      { rows: 2 },
    ),
  },
])
