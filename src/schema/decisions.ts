import { CAUSED, MARKETING } from './basis.js'
import { type ArtifactSchema, cents, count, day, flag, integer, real, text } from './column.js'

const channel = text('The paid channel.')
const month = text('The month of purchase, as YYYY-MM.')
const low = (what: string) => `${what}: 5% of the draws are lower.`
const high = (what: string) => `${what}: 5% of the draws are higher.`

/** `decisions`: what marketing caused, what should change, how sure that is; made on request. */
export const decisionsSchema: ArtifactSchema = {
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
      prior_low: real(low('Before orders were looked at (clicks count)'), {
        unit: 'that of the parameter',
      }),
      prior_mean: real('Mean before orders were looked at.', { unit: 'that of the parameter' }),
      prior_high: real(high('Before orders were looked at (clicks count)'), {
        unit: 'that of the parameter',
      }),
      low: real(low('After data and tests'), { unit: 'that of the parameter' }),
      mean: real('Mean after data and tests.', { unit: 'that of the parameter' }),
      high: real(high('After data and tests'), { unit: 'that of the parameter' }),
      source: text("What the prior rests on: 'attributed', 'neutral', 'declared' or 'grid'."),
    },
  },
  fit_days: {
    about: 'One day of the fit.',
    grain: ['date'],
    columns: {
      date: day('The day.'),
      orders: count('Orders placed, all statuses.'),
      baseline: real('Orders expected without paid marketing.', { unit: 'orders' }),
      expected: real('Orders expected with it.', { unit: 'orders' }),
      demand_index: real('Unseen demand, as a factor of the baseline.', { unit: 'times' }),
      residual: real('Orders less expected ones.', { unit: 'orders' }),
    },
  },
  incremental_daily: {
    about: 'What one channel caused and what attribution gave it, on one day.',
    grain: ['channel', 'date'],
    columns: {
      channel,
      date: day('The day.'),
      incremental_orders: real('Mean orders that the channel caused.', { unit: 'orders' }),
      attributed_orders: count('Orders that attribution gave it.'),
    },
  },
  draws: {
    about: 'One draw of the posterior for one channel.',
    grain: ['draw', 'channel'],
    columns: {
      draw: integer('Number of the draw, from 1.'),
      channel,
      incremental_orders: real('Orders caused over the horizon.', { unit: 'orders' }),
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
      spend_factor: real('What spend was multiplied by: 0 is a holdout.', { unit: 'times' }),
      lift_orders: real('Orders that the test found.', { unit: 'orders' }),
      standard_error: real('Its standard error.', { unit: 'orders' }),
      predicted_low: real(low('Predicted without tests'), { unit: 'orders' }),
      predicted_mean: real('Mean predicted without tests.', { unit: 'orders' }),
      predicted_high: real(high('Predicted without tests'), { unit: 'orders' }),
      counterfactual_mean: real('The mean by the full counterfactual of the window.', {
        unit: 'orders',
      }),
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
      incremental_low: real(low('Orders caused'), { unit: 'orders' }),
      incremental_mean: real('Mean orders caused.', { unit: 'orders' }),
      incremental_high: real(high('Orders caused'), { unit: 'orders' }),
      incremental_contribution_low_cents: cents(
        low('Contribution before marketing of these orders'),
      ),
      incremental_contribution_cents: cents('Mean contribution before marketing of these orders.'),
      incremental_contribution_high_cents: cents(
        high('Contribution before marketing of these orders'),
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
  response_curve: {
    about: 'One channel at one multiple of its own spend, its calendar kept.',
    grain: ['channel', 'multiplier_bps'],
    restsOn: CAUSED,
    columns: {
      channel,
      multiplier_bps: integer("Multiple of today's spend; 10000 is today."),
      spend_cents: cents('What is spent.'),
      orders_low: real(low('Orders caused'), { unit: 'orders' }),
      orders_mean: real('Mean orders caused.', { unit: 'orders' }),
      orders_high: real(high('Orders caused'), { unit: 'orders' }),
      profit_low_cents: cents(low('Contribution less spend')),
      profit_mean_cents: cents('Mean contribution less spend.'),
      profit_high_cents: cents(high('Contribution less spend')),
    },
  },
  plans: {
    about: "One channel's month under a plan, against history.",
    grain: ['plan_id', 'channel', 'month'],
    restsOn: CAUSED,
    columns: {
      plan_id: text('The plan.'),
      channel,
      month,
      spend_cents: cents('What the plan spends.'),
      orders_difference: real('Mean orders, plan less history.', { unit: 'orders' }),
      contribution_difference_cents: cents(
        'Mean contribution before marketing, plan less history.',
      ),
      profit_difference_cents: cents('Mean profit, plan less history.'),
    },
  },
  plan_summary: {
    about: 'One plan against history.',
    grain: ['plan_id'],
    restsOn: CAUSED,
    columns: {
      plan_id: text("'today', 'best_total' or 'best_split'."),
      name: text('The plan in words.'),
      advice: text(
        "'act'; 'test' first; 'unknown', where no test is worth its cost either; or 'keep'.",
      ),
      spend_cents: cents('What it spends.'),
      profit_difference_low_cents: cents(low('Profit, plan less history')),
      profit_difference_mean_cents: cents('Mean profit, plan less history.'),
      profit_difference_high_cents: cents(high('Profit, plan less history')),
      p_better_bps: integer("Probability that it earns more than today's plan."),
      unsupported_bps: count(
        'Share of the money it moves on channels whose figures no data, test or declared value supports.',
      ),
      tail_orders: real('Mean orders after the horizon, not in the profit.', { unit: 'orders' }),
      certificate: text('Why no other split within the bounds is better.'),
    },
  },
  calibration: {
    about:
      'One assumption as it stands and as a calibrated run would take it from the fit; empty where nothing was fitted.',
    grain: ['assumption_id'],
    columns: {
      assumption_id: text('The assumption.'),
      channel: text('The channel; empty for what concerns all.'),
      declared_value: real('What stands in this run.', { unit: 'its own' }),
      value: real('What a calibrated run assumes.', { unit: 'its own' }),
      low: real(`${low('What the fit says')} Null where it gives no range.`, { unit: 'its own' }),
      high: real(`${high('What the fit says')} Null where it gives no range.`, { unit: 'its own' }),
      basis: text("'fitted', or 'declared' where nothing was learned and the value stands."),
      note: text('Where the value comes from.'),
    },
  },
  sensitivity: {
    about:
      'One answer under one assumption: at both ends of its declared range, all others at their value. What a channel causes is varied over its 5% to 95%, as `decisions.incrementality.<channel>`.',
    grain: ['question', 'channel', 'assumption_id'],
    columns: {
      question: text(
        "'cost_per_click', 'waste' (bps of spend), 'net_profit', 'best_plan' (gain) or 'pays' (caused less spend); else cents.",
      ),
      channel: text("The channel of 'pays'; empty elsewhere."),
      assumption_id: text('The assumption.'),
      basis: text("'declared', or 'fitted' where data or a test narrowed it."),
      value: real('Its value in this run.', { unit: 'its own' }),
      low_value: real('Lower end of its range.', { unit: 'its own' }),
      high_value: real('Upper end of its range.', { unit: 'its own' }),
      answer_at_value: count('The answer of this run.', { unit: 'cents or basis points' }),
      answer_at_low: count('The answer at the lower end.', { unit: 'cents or basis points' }),
      answer_at_high: count('The answer at the upper end.', { unit: 'cents or basis points' }),
      flip_value: real(
        'Where the verdict changes: sign, recommendation, or whether it pays. Null: it does not between the ends.',
        { unit: 'its own' },
      ),
      rank: integer('1 moves the answer most.'),
    },
  },
  verdict_range: {
    about:
      "One figure of the verdict over many draws: every assumption anywhere in its declared range, the market's chance played anew.",
    grain: ['figure'],
    columns: {
      figure: text('The figure of finance.verdict, or attributed orders.'),
      value: count('As this run has it.', { unit: 'cents or orders' }),
      low: count(low('The figure'), { unit: 'cents or orders' }),
      high: count(high('The figure'), { unit: 'cents or orders' }),
      p_above_zero_bps: integer('Share of draws above zero.'),
      draws: integer('How many draws.'),
    },
  },
  experiments: {
    about: 'One experiment priced: a year of better profit against what running it costs.',
    grain: ['experiment_id'],
    restsOn: CAUSED,
    columns: {
      experiment_id: text('Design, channel, days and share.'),
      design: text("'holdout' or 'jitter' (weekly variation of the running plan)."),
      channel,
      days: integer('How long it runs.'),
      share_bps: integer('Share of the market that takes part.'),
      standard_error: real('What it leaves uncertain. Null where it tells nothing.', {
        unit: 'orders',
      }),
      evsi_cents: cents("What its result is expected to add to a year's profit."),
      cost_cents: cents('What running it is expected to cost; negative where it saves money.'),
      net_cents: cents('Value less cost.'),
      is_worth_it: flag("Its net value is more than a trifle beside a year's spend."),
      promise: text("'expected', or 'at_most' where the series informs already."),
      is_first: flag(
        'What to measure first: the best that is worth it, else the one that tells most, to check what is assumed.',
      ),
      rank: integer('1 is the most net value.'),
    },
  },
}
