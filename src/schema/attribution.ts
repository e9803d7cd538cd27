import type { ArtifactSchema } from './column.js'

/** `attribution`: orders consume an inventory of clicks. */
export const attributionSchema: ArtifactSchema = {
  click_lots: {
    about: 'The clicks of one channel born on one day, and what became of them.',
    grain: ['channel', 'click_date'],
    columns: {
      channel: 'VARCHAR',
      click_date: 'DATE',
      clicks_born: 'BIGINT',
      clicks_consumed: 'BIGINT',
      clicks_decayed: 'BIGINT',
      clicks_expired: 'BIGINT',
      clicks_live: 'BIGINT',
      born_cents: 'BIGINT',
      consumed_cents: 'BIGINT',
      decayed_cents: 'BIGINT',
      expired_cents: 'BIGINT',
      live_cents: 'BIGINT',
    },
  },
  click_inventory_daily: {
    about: 'The click inventory of one channel over one day.',
    grain: ['channel', 'date'],
    columns: {
      channel: 'VARCHAR',
      date: 'DATE',
      opening_clicks: 'BIGINT',
      born_clicks: 'BIGINT',
      consumed_clicks: 'BIGINT',
      decayed_clicks: 'BIGINT',
      expired_clicks: 'BIGINT',
      closing_clicks: 'BIGINT',
      opening_cents: 'BIGINT',
      born_cents: 'BIGINT',
      consumed_cents: 'BIGINT',
      decayed_cents: 'BIGINT',
      expired_cents: 'BIGINT',
      closing_cents: 'BIGINT',
    },
  },
  bridge_order_clicks: {
    about: 'The clicks of one lot that one order consumed.',
    grain: ['order_id', 'channel', 'click_date'],
    columns: {
      order_id: 'VARCHAR',
      channel: 'VARCHAR',
      click_date: 'DATE',
      age_days: 'INTEGER',
      clicks: 'BIGINT',
      cost_cents: 'BIGINT',
    },
  },
  fct_order_attribution: {
    about: 'One order and the one channel it came by, or direct.',
    grain: ['order_id'],
    columns: {
      order_id: 'VARCHAR',
      purchase_date: 'DATE',
      channel: 'VARCHAR',
      is_new_customer: 'BOOLEAN',
      clicks: 'BIGINT',
      acquisition_cost_cents: 'BIGINT',
    },
  },
  demand_daily: {
    about: 'One day of demand: what was asked for, what supply could serve, what stayed direct.',
    grain: ['date'],
    columns: {
      date: 'DATE',
      orders: 'BIGINT',
      declared_direct_orders: 'BIGINT',
      capacity_orders: 'BIGINT',
      attributed_orders: 'BIGINT',
      unserved_orders: 'BIGINT',
    },
  },
}
