import type { ArtifactSchema } from './column.js'

/** `market`: spend becomes clicks, with memory. */
export const marketSchema: ArtifactSchema = {
  dim_channel: {
    about: 'One marketing channel.',
    grain: ['channel'],
    columns: { channel: 'VARCHAR', name: 'VARCHAR', is_paid: 'BOOLEAN' },
  },
  fct_marketing_daily: {
    about: 'One channel on one day: the days of warm-up, then those of the horizon.',
    grain: ['channel', 'date'],
    columns: {
      channel: 'VARCHAR',
      date: 'DATE',
      spend_cents: 'BIGINT',
      impressions: 'BIGINT',
      exposure: 'DOUBLE',
      expected_clicks: 'DOUBLE',
      clicks: 'BIGINT',
      released_cost_cents: 'BIGINT',
      saturation_loss_clicks: 'DOUBLE',
      season_index: 'DOUBLE',
      capacity_impressions: 'DOUBLE',
    },
  },
  spend_release: {
    about:
      'The part of one day of spend that is released on one day; after the horizon: in flight.',
    grain: ['channel', 'spend_date', 'release_date'],
    columns: {
      channel: 'VARCHAR',
      spend_date: 'DATE',
      release_date: 'DATE',
      cost_cents: 'BIGINT',
    },
  },
  channel_balances: {
    about:
      'The money of one channel: in flight when the horizon began, spent, released, in flight at its end.',
    grain: ['channel'],
    columns: {
      channel: 'VARCHAR',
      first_date: 'DATE',
      warmup_spend_cents: 'BIGINT',
      opening_in_flight_cents: 'BIGINT',
      spend_cents: 'BIGINT',
      released_cents: 'BIGINT',
      closing_in_flight_cents: 'BIGINT',
    },
  },
  season_effects: {
    about: 'One calendar effect on one day: the factors that multiply into the season.',
    grain: ['effect', 'date'],
    columns: {
      effect: 'VARCHAR',
      date: 'DATE',
      price_factor: 'DOUBLE',
      response_factor: 'DOUBLE',
      demand_factor: 'DOUBLE',
      spend_factor: 'DOUBLE',
    },
  },
}
