import { RELEASED } from './basis.js'
import { type ArtifactSchema, cents, count, day, flag, integer, real, text } from './column.js'
import { channel, factor } from './shared-columns.js'

/** `market`: spend becomes clicks, with memory. */
export const marketTables = {
  dim_channel: {
    about: 'One marketing channel, and what its spend, impressions and clicks rest on.',
    grain: ['channel'],
    columns: {
      channel,
      name: text("The channel's name as readers see it."),
      is_paid: flag('Its impressions are bought; false: it has impressions of its own.'),
      spend_basis: text('Observed (a file), declared (a plan by hand) or simulated (the model).'),
      impressions_basis: text(
        'Observed where a file states every day of the horizon, else simulated.',
      ),
      clicks_basis: text('Observed where a file states every day of the horizon, else simulated.'),
    },
  },
  plan_notes: {
    about: 'One thing to know about where spend and channels come from.',
    grain: ['note_id'],
    restsOn: ['spend'],
    columns: {
      note_id: text('What the note is about, one word for each kind and channel.'),
      severity: text('Warning: it may distort the answer; info: it is good to know.'),
      channel: text('The channel it is about; NULL for the whole plan.'),
      days: integer('Days it concerns; 0 where days do not matter.', { unit: 'days' }),
      amount_cents: cents('Spend it concerns; 0 where money does not matter.'),
      statement: text('The note as a sentence.'),
    },
  },
  fct_marketing_daily: {
    about: 'One channel on one day: the days of warm-up, then those of the horizon.',
    grain: ['channel', 'date'],
    restsOn: ['spend'],
    columns: {
      channel,
      date: day('The day.'),
      spend_cents: cents('What the plan spends on that day.'),
      impressions: count('Advertisements shown: bought, observed or of its own.'),
      exposure: real('Impressions of this and earlier days, weighted by the memory kernel.', {
        unit: 'impressions',
      }),
      expected_clicks: real('Clicks to be expected of that exposure, before chance.'),
      clicks: count('Clicks that came.'),
      released_cost_cents: cents('The part of this and earlier spend that stands behind the day.', {
        restsOn: RELEASED,
      }),
      saturation_loss_clicks: real('Clicks the same exposure would have added without saturation.'),
      season_index: factor('Factor of the calendar on clicks.'),
      capacity_impressions: real('Exposure a day that the audience absorbs.'),
    },
  },
  spend_release: {
    about:
      'The part of one day of spend that is released on one day; after the horizon: in flight.',
    grain: ['channel', 'spend_date', 'release_date'],
    restsOn: RELEASED,
    columns: {
      channel,
      spend_date: day('The day on which the money was spent.'),
      release_date: day('The day on which this part of it works.'),
      cost_cents: cents("This part of the day's spend."),
    },
  },
  channel_balances: {
    about:
      'The money of one channel: in flight when the horizon began, spent, released, in flight at its end.',
    grain: ['channel'],
    restsOn: RELEASED,
    columns: {
      channel,
      first_date: day('First day of the horizon, after the warm-up.'),
      warmup_spend_cents: cents('Spent in the days of warm-up.', { restsOn: ['spend'] }),
      opening_in_flight_cents: cents('Spent in the warm-up and released from the horizon on.'),
      spend_cents: cents('Spent within the horizon.', { restsOn: ['spend'] }),
      released_cents: cents('Released within the horizon.'),
      closing_in_flight_cents: cents('Spent by the last day and released after it.'),
    },
  },
  season_effects: {
    about: 'One calendar effect on one day: the factors that multiply into the season.',
    grain: ['effect', 'date'],
    columns: {
      effect: text("The effect, e.g. 'weekday' or 'black_friday'."),
      date: day('The day.'),
      price_factor: factor('On the price of impressions.'),
      response_factor: factor('On the clicks that exposure brings.'),
      demand_factor: factor('On the impressions of channels without spend.'),
      spend_factor: factor('On the spend of a flat plan.'),
    },
  },
} satisfies ArtifactSchema

/** The same, by name. */
export const marketSchema: ArtifactSchema = marketTables
