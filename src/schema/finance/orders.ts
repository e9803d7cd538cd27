import { MARKETING, SALES, SALES_AND_MARKETING } from '../basis.js'
import { type ArtifactSchema, cents, count, day, flag, integer, text } from '../column.js'
import { lineColumns, linesOfOrders, orderLines } from './profit-lines.js'

const ofOrder = {
  purchase_date: day('The day of purchase.'),
  order_status: text("The order's status, in lower case."),
  customer_unique_id: text("The person who bought; 'unknown' where the files do not say."),
}
const channel = text("The channel that the order came by, or 'direct'.")
const subject = text("What is counted: 'item', 'order', 'seller' or 'customer'.")

/** What orders and their items earned and cost. */
export const orderTables = {
  dim_seller_tier: {
    about: 'One seller and the commission it pays.',
    grain: ['seller_id'],
    columns: {
      seller_id: text('The seller.'),
      tier: text("Its commission tier, drawn by the declared rule from the seller's id."),
      commission_bps: integer('Commission on the price of what it sells.'),
    },
  },
  fct_order_events: {
    about: 'What happened to one order and when; null: not (yet).',
    grain: ['order_id'],
    restsOn: ['payments'],
    columns: {
      order_id: text('The order.'),
      ...ofOrder,
      channel,
      approval_date: day('Payment approved: as recorded, else as the status implies.'),
      hand_over_date: day('Handed to the carrier: as recorded, else as the status implies.'),
      delivery_date: day('Delivered: as recorded, else as the status implies.'),
      end_date: day('The day on which an order that came to nothing is taken back.'),
      overdue_date: day(
        'The day on which it falls under the rule for orders that are paid and not delivered.',
      ),
      is_late: flag('Delivered later than promised and the days of grace.'),
      payment_cents: cents('Payments of the order together.'),
      acquisition_cost_cents: cents('Cost of the clicks that the order consumed.', {
        restsOn: MARKETING,
      }),
    },
  },
  fct_recognition: {
    about:
      'What one line of one order item comes to and the day it is recognised, those after the horizon too; item 0: what belongs to an order without items. What an ended order does not keep is reversed on its end date (is_reversal, negative).',
    grain: ['order_id', 'order_item_id', 'line', 'is_reversal'],
    restsOn: SALES_AND_MARKETING,
    columns: {
      order_id: text('The order.'),
      order_item_id: integer('Number of the item within its order; 0 for an order without items.'),
      line: text('The line of the profit and loss.'),
      is_reversal: flag('It takes back what an ended order does not keep.'),
      purchase_date: ofOrder.purchase_date,
      recognition_date: day('The day of the event on which the line stands, or is taken back.'),
      channel,
      amount_cents: cents('What the line comes to; negative in a reversal.'),
    },
  },
  fct_unit_economics: {
    about: 'What one order item earned and cost.',
    grain: ['order_id', 'order_item_id'],
    restsOn: SALES,
    columns: {
      order_id: text('The order.'),
      order_item_id: integer('Number of the item within its order.'),
      ...ofOrder,
      seller_id: text('The seller.'),
      product_id: text('The product.'),
      channel,
      gmv_cents: cents('Price of the item, whatever became of the order.', { restsOn: ['orders'] }),
      ...lineColumns(orderLines),
      contribution_1_cents: cents('Commission less payment fee.'),
      contribution_2_cents: cents(
        'Contribution 1 with freight margin, less operations and penalty.',
      ),
      contribution_3_cents: cents('Contribution 2 less acquisition cost.', {
        restsOn: SALES_AND_MARKETING,
      }),
    },
  },
  fct_orders_without_items: {
    about: 'What one order without items earned and cost: a line of its own in every total.',
    grain: ['order_id'],
    restsOn: ['payments', 'rates'],
    columns: {
      order_id: text('The order.'),
      ...ofOrder,
      channel,
      ...lineColumns(linesOfOrders),
      contribution_2_cents: cents('What its lines up to contribution 2 come to.'),
      contribution_3_cents: cents('That less acquisition cost.', { restsOn: SALES_AND_MARKETING }),
    },
  },
  loss_shares: {
    about:
      'How many items, orders, sellers or customers lose money after acquisition cost, and how much.',
    grain: ['subject'],
    restsOn: SALES_AND_MARKETING,
    columns: {
      subject,
      subjects: count('How many there are.'),
      losing: count('How many have a negative contribution 3.', { unit: 'subjects' }),
      losing_bps: count('Their share of all.'),
      loss_cents: cents('What they lose together, as a positive amount.'),
      gain_cents: cents('What those with a positive contribution 3 gain together.'),
      contribution_3_cents: cents('Gains less losses.'),
    },
  },
  contribution_distribution: {
    about:
      'How many items, orders, sellers or customers have a contribution 3 from from_cents to below to_cents; the outermost buckets hold what lies beyond.',
    grain: ['subject', 'from_cents'],
    restsOn: SALES_AND_MARKETING,
    columns: {
      subject,
      from_cents: cents('Where the bucket begins, included.'),
      to_cents: cents('Where it ends, not included.'),
      subjects: count('How many are in it.'),
      contribution_3_cents: cents('Their contribution 3 together.'),
    },
  },
} satisfies ArtifactSchema
