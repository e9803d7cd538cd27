import { CAUSED } from '../basis.js'
import { type ArtifactSchema, cents, count, flag, integer, text } from '../column.js'
import { paidChannel as channel, orders } from '../shared-columns.js'
import { centsOrBps, centsOrOrders, high, low, ofItsOwn } from './ends.js'

const month = text('The month of purchase, as YYYY-MM.')

/** What should change, how sure that is, and which test would tell. */
export const planTables = {
  response_curve: {
    about: 'One channel at one multiple of its own spend, its calendar kept.',
    grain: ['channel', 'multiplier_bps'],
    restsOn: CAUSED,
    columns: {
      channel,
      multiplier_bps: integer("Multiple of today's spend; 10000 is today."),
      spend_cents: cents('What is spent.'),
      orders_low: orders(low('Orders placed that it would cause')),
      orders_mean: orders('Mean of the orders placed that it would cause.'),
      orders_high: orders(high('Orders placed that it would cause')),
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
      orders_difference: orders('Mean orders placed, plan less history.'),
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
      tail_orders: orders('Mean orders after the horizon, not in the profit.'),
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
      declared_value: ofItsOwn('What stands in this run.'),
      value: ofItsOwn('What a calibrated run assumes.'),
      low: ofItsOwn(`${low('What the fit says')} Null where it gives no range.`),
      high: ofItsOwn(`${high('What the fit says')} Null where it gives no range.`),
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
      value: ofItsOwn('Its value in this run.'),
      low_value: ofItsOwn('Lower end of its range.'),
      high_value: ofItsOwn('Upper end of its range.'),
      answer_at_value: centsOrBps('The answer of this run.'),
      answer_at_low: centsOrBps('The answer at the lower end.'),
      answer_at_high: centsOrBps('The answer at the upper end.'),
      flip_value: ofItsOwn(
        'Where the verdict changes: sign, recommendation, or whether it pays. Null: it does not between the ends.',
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
      value: centsOrOrders('As this run has it.'),
      low: centsOrOrders(low('The figure')),
      high: centsOrOrders(high('The figure')),
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
      standard_error: orders('What it leaves uncertain. Null where it tells nothing.'),
      evsi_cents: cents(
        "What its result is expected to add to a year's profit; estimated from draws, held to evpi_cents.",
      ),
      evpi_cents: cents(
        "What perfect knowledge of all effects adds to a year's profit: no experiment is worth more. Equal in all rows.",
      ),
      cost_cents: cents('What running it is expected to cost; negative where it saves money.'),
      net_cents: cents('Value less cost; what a test saves does not count as its value.'),
      is_worth_it: flag("Its net value is more than a trifle beside a year's spend."),
      promise: text("'expected', or 'at_most' where the series informs already."),
      is_first: flag(
        'What to measure first: the best that is worth it, else the one that tells most, to check what is assumed.',
      ),
      rank: integer('1 is the most net value.'),
    },
  },
} satisfies ArtifactSchema
