import type { ArtifactSchema } from '../column.js'

/** What orders and their items earned and cost. */
export const orderTables: ArtifactSchema = {
  dim_seller_tier: {
    about: 'One seller and the commission it pays.',
    grain: ['seller_id'],
    columns: { seller_id: 'VARCHAR', tier: 'VARCHAR', commission_bps: 'INTEGER' },
  },
  fct_order_events: {
    about: 'What happened to one order and when; null: not (yet).',
    grain: ['order_id'],
    columns: {
      order_id: 'VARCHAR',
      purchase_date: 'DATE',
      order_status: 'VARCHAR',
      customer_unique_id: 'VARCHAR',
      channel: 'VARCHAR',
      approval_date: 'DATE',
      hand_over_date: 'DATE',
      delivery_date: 'DATE',
      end_date: 'DATE',
      is_late: 'BOOLEAN',
      payment_cents: 'BIGINT',
      acquisition_cost_cents: 'BIGINT',
    },
  },
  fct_unit_economics: {
    about: 'What one order item earned and cost.',
    grain: ['order_id', 'order_item_id'],
    columns: {
      order_id: 'VARCHAR',
      order_item_id: 'INTEGER',
      purchase_date: 'DATE',
      order_status: 'VARCHAR',
      customer_unique_id: 'VARCHAR',
      seller_id: 'VARCHAR',
      product_id: 'VARCHAR',
      channel: 'VARCHAR',
      gmv_cents: 'BIGINT',
      commission_cents: 'BIGINT',
      payment_fee_cents: 'BIGINT',
      freight_billed_cents: 'BIGINT',
      carrier_cost_cents: 'BIGINT',
      operations_cost_cents: 'BIGINT',
      sla_penalty_cents: 'BIGINT',
      acquisition_cost_cents: 'BIGINT',
      contribution_1_cents: 'BIGINT',
      contribution_2_cents: 'BIGINT',
      contribution_3_cents: 'BIGINT',
    },
  },
  fct_orders_without_items: {
    about: 'What one order without items earned and cost: a line of its own in every total.',
    grain: ['order_id'],
    columns: {
      order_id: 'VARCHAR',
      purchase_date: 'DATE',
      order_status: 'VARCHAR',
      customer_unique_id: 'VARCHAR',
      channel: 'VARCHAR',
      payment_fee_cents: 'BIGINT',
      acquisition_cost_cents: 'BIGINT',
    },
  },
  loss_shares: {
    about:
      'How many items, orders, sellers or customers lose money after acquisition cost, and how much.',
    grain: ['subject'],
    columns: {
      subject: 'VARCHAR',
      subjects: 'BIGINT',
      losing: 'BIGINT',
      losing_bps: 'BIGINT',
      loss_cents: 'BIGINT',
      gain_cents: 'BIGINT',
      contribution_3_cents: 'BIGINT',
    },
  },
  contribution_distribution: {
    about:
      'How many items, orders, sellers or customers have a contribution 3 from from_cents to below to_cents; the outermost buckets hold what lies beyond.',
    grain: ['subject', 'from_cents'],
    columns: {
      subject: 'VARCHAR',
      from_cents: 'BIGINT',
      to_cents: 'BIGINT',
      subjects: 'BIGINT',
      contribution_3_cents: 'BIGINT',
    },
  },
}
