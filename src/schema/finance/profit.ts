import { CASH, EVERYTHING, MARKETING, RELEASED, SALES, UP_TO_MARKETING } from '../basis.js'
import { type ArtifactSchema, cents, count, day, flag, integer, text } from '../column.js'
import { lineColumns, profitLines } from './profit-lines.js'

const date = day('The day.')

/** What the lines of a profit and loss come to. */
const totals = {
  contribution_after_marketing_cents: cents('All lines up to the marketing, waste included.', {
    restsOn: UP_TO_MARKETING,
  }),
  operating_result_cents: cents('That less fixed costs and taxes on revenue, as declared.', {
    restsOn: EVERYTHING,
  }),
}

/** The lines of a profit and loss, in its order, and what they come to. */
const lines = { ...lineColumns(profitLines), ...totals }

/** Profit and loss, by every date and every cut, and the verdict. */
export const profitTables = {
  profit_lines: {
    about:
      'One line of the profit and loss: its sign, the first total that it enters (section), its account and the one against which it is booked, its rule, and what it is made from. Tables hold it as <line>_cents.',
    grain: ['line'],
    columns: {
      line_no: count('Its place in the profit and loss, from 1.'),
      line: text('Its id.'),
      name: text('What it is called.'),
      sign: count('1: it adds to profit; -1: it takes from it.'),
      is_revenue: flag('It is revenue, and not a cost given back.'),
      section_no: count('The number of its section, from 1.'),
      section: text('The first total that it enters.'),
      account: text('The account of the journal that holds it.'),
      contra_account: text('The account against which it is booked.'),
      event: text('What its entries in the journal are called.'),
      rule: text('How much it is, and when.'),
      rests_on: text("What it is made from, joined by ', '."),
    },
  },
  pnl_cohort_daily: {
    about:
      'The profit and loss of the orders purchased, and the marketing used or wasted, on one day.',
    grain: ['date'],
    restsOn: EVERYTHING,
    columns: {
      date,
      orders: count('Orders placed.'),
      items: count('Their items.'),
      gmv_cents: cents('Prices of the items.', { restsOn: ['orders'] }),
      ...lines,
    },
  },
  pnl_daily: {
    about:
      'The profit and loss recognised on one day, from the journal, and the bridge to the cash result (own cash: without the money held for sellers).',
    grain: ['date'],
    restsOn: EVERYTHING,
    columns: {
      date,
      ...lines,
      in_flight_change_cents: cents('Change in money spent and not yet released.', {
        restsOn: RELEASED,
      }),
      click_inventory_change_cents: cents('Change in the cost of live clicks.', {
        restsOn: MARKETING,
      }),
      deferred_change_cents: cents('Change in subscriptions billed and not yet earned.', {
        restsOn: ['orders', 'plans'],
      }),
      receivable_change_cents: cents('Change in payments that acquirers have not settled yet.', {
        restsOn: SALES,
      }),
      owed_change_cents: cents('Change in what is owed to carriers, for advertising and refunds.', {
        restsOn: [...SALES, 'spend'],
      }),
      cash_at_once_cents: cents(
        'The cash result as if all were settled at once: with all delays at zero it is the cash result.',
        { restsOn: CASH },
      ),
      cash_result_cents: cents(
        'Change in own cash: all cash less that held for sellers and buyers.',
        { restsOn: CASH },
      ),
      seller_payable_change_cents: cents(
        'Change in money held for sellers, or for the buyers it is owed back to.',
        { restsOn: SALES },
      ),
      cash_change_cents: cents('Change in all cash.', { restsOn: CASH }),
    },
  },
  pnl_periods: {
    about:
      'The profit and loss of one month, quarter or year, by purchase cohort or by recognition date.',
    grain: ['basis', 'period', 'start_date'],
    restsOn: EVERYTHING,
    columns: {
      basis: text("By which date: 'cohort' (purchase) or 'recognition'."),
      period: text("'month', 'quarter' or 'year'."),
      start_date: day('First day of the period.'),
      orders: count('Orders placed; null by recognition.'),
      gmv_cents: cents('Prices of the items; null by recognition.', { restsOn: ['orders'] }),
      ...lines,
      cash_result_cents: cents('Change in own cash; null by cohort.', { restsOn: CASH }),
    },
  },
  pnl_slices: {
    about:
      'The cohort profit and loss of one channel, customer state, category or seller tier; what belongs to none is a row of its own.',
    grain: ['dimension', 'member'],
    restsOn: EVERYTHING,
    columns: {
      dimension: text("What it is cut by: 'channel', 'state', 'category' or 'tier'."),
      member: text("Which one; '(no items)' and '(not allocated)' hold what belongs to none."),
      gmv_cents: cents('Prices of the items.', { restsOn: ['orders'] }),
      ...lines,
    },
  },
  reconciliation: {
    about:
      'One line of the profit and loss three ways: by purchase cohort, by recognition date, in cash.',
    grain: ['line_no'],
    restsOn: EVERYTHING,
    columns: {
      line_no: integer('Its place in the profit and loss, from 1.'),
      line: text("The line, e.g. 'commission'; the last is 'contribution_after_marketing'."),
      cohort_cents: cents('From the facts, by day of purchase; costs negative.'),
      unrecognised_cents: cents('The part of it that is dated after the last day.'),
      recognised_cents: cents('From the journal, by day of recognition; costs negative.'),
      timing_cents: cents(
        'Paid and no cost yet, billed and no revenue yet, not come in, or not paid yet.',
      ),
      cash_cents: cents('In own cash: recognised + timing.'),
      cohort_residual_cents: cents('Cohort less unrecognised less recognised: 0.'),
      cash_residual_cents: cents('Recognised + timing less cash: 0.'),
    },
  },
  verdict: {
    about: 'The answer, in one row.',
    grain: [],
    restsOn: MARKETING,
    columns: {
      first_date: day('First day of the horizon.'),
      last_date: day('Last day of the horizon.'),
      gmv_cents: cents('Prices of all items sold.', { restsOn: ['orders'] }),
      ...totals,
      cash_result_cents: cents(
        'Change in own cash: what came in and went out by the terms of payment, less money held for sellers.',
        { restsOn: CASH },
      ),
      cash_at_once_cents: cents('The same as if all were settled on the day it arises.', {
        restsOn: CASH,
      }),
      spend_cents: cents('Marketing spend.', { restsOn: ['spend'] }),
      acquisition_cost_cents: cents('The part of spend that orders consumed as clicks.'),
      decayed_cents: cents('The part that decayed.'),
      expired_cents: cents('The part that expired.'),
      no_response_cents: cents('The part behind days on which no click came.', {
        restsOn: RELEASED,
      }),
      live_cents: cents('The part in clicks still live on the last day.'),
      in_flight_cents: cents('The part to be released after the last day.', { restsOn: RELEASED }),
      waste_cents: cents('Decayed + expired + no response.'),
      unrecognised_cents: cents('The part of accrual profit that is dated after the last day.', {
        restsOn: EVERYTHING,
      }),
      law_residual_cents: cents('Spend less its six parts, each summed where it arises: 0.'),
    },
  },
} satisfies ArtifactSchema
