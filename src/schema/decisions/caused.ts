import { CAUSED, MARKETING } from '../basis.js'
import { type ArtifactSchema, cents, count, day, flag, integer, real, text } from '../column.js'
import { paidChannel as channel, orders } from '../shared-columns.js'
import { high, low, ofParameter, times } from './ends.js'

/** What marketing caused, what the data let anybody learn of it, and what it was worth. */
export const causedTables = {
  fit_status: {
    about: 'What may be learned about one channel from this data, and how exact its figure is.',
    grain: ['channel'],
    columns: {
      channel,
      status: text(
        "How the spend was planned: 'own', 'follows_past_orders', 'follows_unseen' or 'assumed'.",
      ),
      basis: text("What its figure rests on: 'fitted', or 'declared' where the data say nothing."),
      own_variation: real('Variation of log spend that calendar and past orders do not explain.', {
        unit: 'standard deviation',
      }),
      together: real('How far channels vary together, beyond calendar and past orders.', {
        unit: 'correlation',
      }),
      days: integer('Days of the fit.'),
      clicks_observed: flag('Clicks came from a file.'),
      grade: text("'measured', 'indicated', 'not_identified' or 'no_data'."),
      contraction_bps: integer('How much narrower data and tests made the assumption.'),
      r_hat: real('Agreement of the chains; above 1.05 the interval may be wrong.', {
        unit: 'ratio',
      }),
      note: text('What a reader must know, in words.'),
    },
  },
  fit_parameters: {
    about: 'One parameter of a channel, before and after the data.',
    grain: ['channel', 'parameter'],
    columns: {
      channel,
      parameter: text("'decay', 'half_multiple', 'wait_days' or 'incrementality'."),
      prior_low: ofParameter(low('Before orders were looked at (clicks count)')),
      prior_mean: ofParameter('Mean before orders were looked at.'),
      prior_high: ofParameter(high('Before orders were looked at (clicks count)')),
      low: ofParameter(low('After data and tests')),
      mean: ofParameter('Mean after data and tests.'),
      high: ofParameter(high('After data and tests')),
      source: text("What the prior rests on: 'attributed', 'neutral', 'declared' or 'grid'."),
    },
  },
  fit_days: {
    about: 'One day of the fit.',
    grain: ['date'],
    columns: {
      date: day('The day.'),
      orders: count('Orders placed, all statuses.'),
      baseline: orders('Orders expected without paid marketing.'),
      expected: orders('Orders expected with it.'),
      demand_index: times('Unseen demand, as a factor of the baseline.'),
      residual: orders('Orders less expected ones.'),
    },
  },
  incremental_daily: {
    about: 'What one channel caused and what attribution gave it, on one day.',
    grain: ['channel', 'date'],
    columns: {
      channel,
      date: day('The day.'),
      incremental_orders: orders(
        'Mean of the orders placed that the channel caused; days sum to incremental_mean of channel_value.',
      ),
      attributed_orders: count('Orders that attribution gave it.'),
    },
  },
  draws: {
    about: 'One draw of the posterior for one channel.',
    grain: ['draw', 'channel'],
    columns: {
      draw: integer('Number of the draw, from 1.'),
      channel,
      incremental_orders: orders('Orders placed over the horizon that it caused.'),
      grid_point: integer('Number of the candidate response.'),
      decay: real('Memory of the candidate, the share left a day later; null for other kernels.', {
        unit: 'share',
      }),
      half: real('Exposure per unit of capacity that gives half of the most.', {
        unit: 'exposure',
      }),
      wait_days: real('Mean days from click to order.'),
    },
  },
  lift_tests: {
    about: 'One lift test, beside what the fit says without any test.',
    grain: ['test_id'],
    columns: {
      test_id: text('Channel and first day.'),
      channel,
      first_date: day('First day of the test.'),
      last_date: day('Last day of the test.'),
      spend_factor: times('What spend was multiplied by: 0 is a holdout.'),
      lift_orders: orders('Orders that the test found.'),
      standard_error: orders('Its standard error.'),
      predicted_low: orders(low('Predicted without tests')),
      predicted_mean: orders('Mean predicted without tests.'),
      predicted_high: orders(high('Predicted without tests')),
      counterfactual_mean: orders('The mean by the full counterfactual of the window.'),
      agrees: flag('Both lie within 3 standard deviations of each other.'),
    },
  },
  channel_value: {
    about: 'What one channel caused, what that was worth, and whether it pays.',
    grain: ['channel'],
    restsOn: CAUSED,
    columns: {
      channel,
      basis: text("'fitted', or 'declared' where the data say nothing."),
      grade: text("'measured', 'indicated', 'not_identified' or 'no_data'."),
      spend_cents: cents('Spent on the days of the fit.', { restsOn: ['spend'] }),
      attributed_orders: count('Orders that attribution gave it on these days.'),
      incremental_low: orders(low('Orders placed that it caused')),
      incremental_mean: orders('Mean of the orders placed that it caused.'),
      incremental_high: orders(high('Orders placed that it caused')),
      incremental_contribution_low_cents: cents(
        low('Contribution before marketing of the orders placed that it caused'),
      ),
      incremental_contribution_cents: cents(
        'Mean contribution before marketing of the orders placed that it caused.',
      ),
      incremental_contribution_high_cents: cents(
        high('Contribution before marketing of the orders placed that it caused'),
      ),
      incremental_profit_low_cents: cents(low('Contribution less spend')),
      incremental_profit_cents: cents('Mean contribution less spend.'),
      incremental_profit_high_cents: cents(high('Contribution less spend')),
      roi_bps: count('Mean contribution over spend; 10000 pays for itself. Null without spend.'),
      marginal_roi_bps: count('Mean contribution of the next unit of money. Null without spend.'),
      break_even_spend_cents: cents('Spend, up to three times today, beyond which it loses money.'),
      ledger_waste_cents: cents('Spend behind clicks that decayed, expired or never came.', {
        restsOn: MARKETING,
      }),
      causal_waste_cents: cents('Spend beyond the contribution that it caused.'),
      p_pays_bps: integer('Probability that it pays for itself.'),
    },
  },
  profit_bridge: {
    about: "One line from profit without paid marketing to the run's contribution after marketing.",
    grain: ['line_no'],
    restsOn: CAUSED,
    columns: {
      line_no: integer('Number of the line, from 1.'),
      line: text("'profit_without_paid_marketing', 'incremental_contribution' or 'spend'."),
      channel: text('The paid channel; empty on the first line.'),
      amount_cents: cents('Adds to profit; all lines sum to contribution after marketing.'),
    },
  },
} satisfies ArtifactSchema
