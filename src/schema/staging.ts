import type { ColumnType } from './column.js'

/**
 * The canonical observation: what stands between the raw files of any source and the star. One view
 * a table, named `stg_<table>`; trimmed, typed, renamed. Money is in cents, moments are local.
 */
export const stagingColumns = {
  orders: {
    order_id: 'VARCHAR',
    customer_id: 'VARCHAR',
    order_status: 'VARCHAR',
    purchased_at: 'TIMESTAMP',
    approved_at: 'TIMESTAMP',
    handed_over_at: 'TIMESTAMP',
    delivered_at: 'TIMESTAMP',
    estimated_delivery_at: 'TIMESTAMP',
  },
  order_items: {
    order_id: 'VARCHAR',
    order_item_id: 'INTEGER',
    product_id: 'VARCHAR',
    seller_id: 'VARCHAR',
    shipping_limit_at: 'TIMESTAMP',
    price_cents: 'BIGINT',
    freight_cents: 'BIGINT',
    cost_cents: 'BIGINT',
  },
  customers: {
    customer_id: 'VARCHAR',
    customer_unique_id: 'VARCHAR',
    zip_code_prefix: 'VARCHAR',
    city: 'VARCHAR',
    state: 'VARCHAR',
  },
  sellers: {
    seller_id: 'VARCHAR',
    zip_code_prefix: 'VARCHAR',
    city: 'VARCHAR',
    state: 'VARCHAR',
  },
  products: {
    product_id: 'VARCHAR',
    category: 'VARCHAR',
    category_english: 'VARCHAR',
    weight_g: 'INTEGER',
    photos: 'INTEGER',
  },
  payments: {
    order_id: 'VARCHAR',
    payment_sequential: 'INTEGER',
    payment_type: 'VARCHAR',
    installments: 'INTEGER',
    payment_cents: 'BIGINT',
  },
  reviews: {
    review_id: 'VARCHAR',
    order_id: 'VARCHAR',
    review_score: 'INTEGER',
    comment_title: 'VARCHAR',
    comment_message: 'VARCHAR',
    created_at: 'TIMESTAMP',
    answered_at: 'TIMESTAMP',
  },
  geography: {
    zip_code_prefix: 'VARCHAR',
    latitude_micros: 'BIGINT',
    longitude_micros: 'BIGINT',
    city: 'VARCHAR',
    state: 'VARCHAR',
  },
  marketing_spend: {
    file_name: 'VARCHAR',
    date: 'DATE',
    channel: 'VARCHAR',
    campaign: 'VARCHAR',
    spend_cents: 'BIGINT',
    impressions: 'BIGINT',
    clicks: 'BIGINT',
  },
  lift_tests: {
    channel: 'VARCHAR',
    first_date: 'DATE',
    last_date: 'DATE',
    spend_factor: 'DOUBLE',
    lift_orders: 'DOUBLE',
    standard_error: 'DOUBLE',
  },
  leads: {
    lead_id: 'VARCHAR',
    first_contact_date: 'DATE',
    landing_page: 'VARCHAR',
    origin: 'VARCHAR',
    won_at: 'TIMESTAMP',
    seller_id: 'VARCHAR',
    business_segment: 'VARCHAR',
    lead_type: 'VARCHAR',
    declared_monthly_revenue_cents: 'BIGINT',
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, ColumnType>>>>

export type StagingTable = keyof typeof stagingColumns

/** The canonical tables, in the order in which a view may read those before it. */
export const stagingTables = Object.keys(stagingColumns) as StagingTable[]
