import { MARKETING, RELEASED } from './basis.js'
import { type ArtifactSchema, cents, count, countOf, day, flag, integer, text } from './column.js'
import { channel } from './shared-columns.js'

const clicks = countOf('clicks')
const clickDate = day('The day on which the clicks of the lot were born.')
const ageDays = integer('Days from the birth of the clicks to this day.')

/** What happened to clicks over a day, and to the money behind them. */
const movements = {
  opening_clicks: count('Live clicks when the day began.'),
  born_clicks: count('Clicks born on the day.'),
  consumed_clicks: count('Clicks that orders of the day consumed.'),
  decayed_clicks: count('Clicks lost at the end of the day, before their window ended.'),
  expired_clicks: count('Clicks lost because their window ended.'),
  closing_clicks: count('Live clicks when the day ended.'),
  opening_cents: cents('Cost of the live clicks when the day began.'),
  born_cents: cents('Cost of the clicks born.', { restsOn: RELEASED }),
  consumed_cents: cents('Cost of the clicks consumed.'),
  decayed_cents: cents('Cost of the clicks that decayed.'),
  expired_cents: cents('Cost of the clicks that expired.'),
  closing_cents: cents('Cost of the live clicks when the day ended.'),
}

/** `attribution`: orders consume an inventory of clicks. */
export const attributionTables = {
  click_lots: {
    about: 'The clicks of one channel born on one day, and what became of them.',
    grain: ['channel', 'click_date'],
    restsOn: MARKETING,
    columns: {
      channel,
      click_date: clickDate,
      clicks_born: clicks('Clicks born.'),
      clicks_consumed: clicks('Clicks that orders consumed.'),
      clicks_decayed: clicks('Clicks lost before their window ended.'),
      clicks_expired: clicks('Clicks lost because their window ended.'),
      clicks_live: clicks('Clicks that live at the end of the horizon.'),
      born_cents: cents('Cost of all clicks of the lot.', { restsOn: RELEASED }),
      consumed_cents: cents('Cost of the clicks consumed.'),
      decayed_cents: cents('Cost of the clicks that decayed.'),
      expired_cents: cents('Cost of the clicks that expired.'),
      live_cents: cents('Cost of the clicks that live.'),
    },
  },
  click_lot_daily: {
    about:
      "One lot on one day of its life: the first day opens with nothing and bears it. Orders of the day took positions from first_position on; they stand in the channel's consumed sequence of the day from sequence_start on.",
    grain: ['channel', 'click_date', 'date'],
    restsOn: MARKETING,
    columns: {
      channel,
      click_date: clickDate,
      date: day('The day.'),
      age_days: ageDays,
      ...movements,
      first_position: clicks("Position in the lot of the day's first consumed click, from 0."),
      sequence_start: clicks(
        "Where its clicks begin among the channel's consumed ones of the day.",
      ),
    },
  },
  click_inventory_daily: {
    about: 'The click inventory of one channel over one day.',
    grain: ['channel', 'date'],
    restsOn: MARKETING,
    columns: { channel, date: day('The day.'), ...movements },
  },
  bridge_order_clicks: {
    about: 'The clicks of one lot that one order consumed.',
    grain: ['order_id', 'channel', 'click_date'],
    restsOn: MARKETING,
    columns: {
      order_id: text('The order.'),
      channel,
      click_date: clickDate,
      age_days: ageDays,
      clicks: count('Clicks of the lot that the order consumed.'),
      cost_cents: cents('Cost of those clicks.'),
    },
  },
  fct_order_attribution: {
    about: 'One order and the one channel it came by, or direct.',
    grain: ['order_id'],
    restsOn: MARKETING,
    columns: {
      order_id: text('The order.'),
      purchase_date: day('The day of purchase.'),
      channel: text("The channel that served it; 'direct': none."),
      is_new_customer: flag('It is the first order in the files of a person who is known.'),
      clicks: count('Clicks it consumed; 0 when direct.'),
      acquisition_cost_cents: cents('Cost of those clicks.'),
    },
  },
  demand_daily: {
    about: 'One day of demand: what was asked for, what supply could serve, what stayed direct.',
    grain: ['date'],
    columns: {
      date: day('The day.'),
      orders: count('Orders placed.'),
      declared_direct_orders: count('Orders that by declaration never look at marketing.'),
      capacity_orders: count('Orders that the live clicks of all channels could serve.'),
      attributed_orders: count('Orders that a channel served.'),
      unserved_orders: count('Orders that looked for clicks and found none.'),
    },
  },
} satisfies ArtifactSchema

/** The same, by name. */
export const attributionSchema: ArtifactSchema = attributionTables
