import { MARKETING, RELEASED, SALES, SALES_AND_MARKETING, UP_TO_MARKETING } from '../basis.js'
import { type ArtifactSchema, cents, count, day, flag, integer, text } from '../column.js'

const month = day('First day of the month.')
const channel = text("The channel, or 'direct'.")

/** The three ways in which marketing money is lost. */
const WASTE = {
  decayed_cents: cents('Cost of the clicks that decayed.'),
  expired_cents: cents('Cost of the clicks that expired.'),
  no_response_cents: cents('Money behind days on which no click came.', { restsOn: RELEASED }),
} as const

/** What a channel cost and whom it won for it. */
const COST = {
  spend_cents: cents('Marketing spend.', { restsOn: ['spend'] }),
  acquisition_cost_cents: cents('Cost of the clicks that orders consumed.'),
} as const
const SERVED = {
  orders: count('Orders that it served.'),
  new_customers: count('Of these, first orders of a person.'),
  returning_orders: count('The other ones.'),
} as const
const COST_OF_ONE = {
  cost_per_order_cents: cents('Acquisition cost by orders.'),
  paid_cac_cents: cents('Spend by new customers.'),
  consumed_cac_cents: cents('Acquisition cost of first orders by new customers.'),
  loaded_cac_cents: cents('The same with waste: decayed, expired and no response.'),
} as const
const CONTRIBUTION_2 = cents('Contribution 2 of its orders.', { restsOn: SALES_AND_MARKETING })

/** Subscriptions, the cost of customers, and what they bring. */
export const growthTables = {
  fct_subscriptions: {
    about: 'The plan of one seller in one month (month = its first day).',
    grain: ['seller_id', 'month'],
    restsOn: ['orders', 'plans'],
    columns: {
      seller_id: text('The seller.'),
      month,
      plan: text("Its plan; 'none' in the month of churn."),
      trailing_gmv_cents: cents('What it sold in the trailing months before.', {
        restsOn: ['orders'],
      }),
      billed_cents: cents('Billed on the first of the month.'),
      recognised_cents: cents('Earned of it, by day, within the horizon.'),
      mrr_cents: cents("The plan's price a month."),
      movement: text(
        "'new', 'reactivation', 'expansion', 'contraction', 'retained' or 'churn' against the month before.",
      ),
      mrr_change_cents: cents('Change in MRR against the month before.'),
    },
  },
  mrr_bridge: {
    about: 'How monthly recurring revenue came from the opening of a month to its closing.',
    grain: ['month'],
    restsOn: ['orders', 'plans'],
    columns: {
      month,
      subscribers: count('Sellers who subscribe in the month.'),
      opening_cents: cents('MRR of the month before.'),
      new_cents: cents('Of sellers who subscribe for the first time.'),
      reactivation_cents: cents('Of sellers who come back.'),
      expansion_cents: cents('Of sellers who move to a dearer plan.'),
      contraction_cents: cents('Of sellers who move to a cheaper plan, negative.'),
      churn_cents: cents('Of sellers who leave, negative.'),
      closing_cents: cents('MRR of the month: the sum of the others.'),
    },
  },
  channel_economics: {
    about:
      'One channel, or direct, in one month (month = its first day). CAC counts new customers and what their first orders cost; null without any.',
    grain: ['channel', 'month'],
    restsOn: MARKETING,
    columns: {
      channel,
      month,
      ...COST,
      ...WASTE,
      live_change_cents: cents('Change in the cost of live clicks.'),
      in_flight_change_cents: cents('Change in money spent and not yet released.', {
        restsOn: RELEASED,
      }),
      clicks: count('Clicks that came.'),
      ...SERVED,
      new_acquisition_cents: cents('Acquisition cost of first orders.'),
      returning_acquisition_cents: cents('Acquisition cost of the others.'),
      contribution_2_cents: CONTRIBUTION_2,
      ...COST_OF_ONE,
      blended_cac_cents: cents('Spend of all channels by new customers of all and direct.', {
        restsOn: ['spend'],
      }),
    },
  },
  channel_verdict: {
    about:
      'What attribution gives one channel against its cost: contribution 2 of its orders less acquisition cost and waste. Whether it pays for itself hangs on what it caused: `decisions.channel_value`.',
    grain: ['channel'],
    restsOn: MARKETING,
    columns: {
      channel,
      ...COST,
      waste_cents: cents('Decayed + expired + no response.'),
      asset_cents: cents('Live clicks and money in flight at the end.'),
      ...SERVED,
      ...COST_OF_ONE,
      contribution_2_cents: CONTRIBUTION_2,
      result_cents: cents('Contribution 2 less acquisition cost and waste.', {
        restsOn: SALES_AND_MARKETING,
      }),
      covers_its_cost: flag('That result is not negative: by attribution, which is not cause.'),
    },
  },
  waste_statement: {
    about:
      'Marketing money of one channel and month that the market model finds no order for; beside it, never added, clicks lost to saturation at the average cost of a click.',
    grain: ['channel', 'month'],
    restsOn: MARKETING,
    columns: {
      channel,
      month,
      spend_cents: cents('Marketing spend.', { restsOn: ['spend'] }),
      ...WASTE,
      waste_cents: cents('The three together.'),
      waste_bps: count('Waste by spend; null without spend.'),
      saturation_loss_clicks: count('Clicks that saturation cost.'),
      saturation_loss_cents: cents('The same at the average cost of a click of the channel.'),
    },
  },
  customer_cohorts: {
    about:
      'What the customers whom one channel won in one month brought in so many months later, and in all up to then.',
    grain: ['channel', 'cohort_month', 'months_since'],
    restsOn: SALES_AND_MARKETING,
    columns: {
      channel,
      cohort_month: day('First day of the month of their first order.'),
      months_since: integer('Months after that month.', { unit: 'months' }),
      orders: count('Orders they placed in that later month.'),
      contribution_2_cents: cents('Contribution 2 of these orders.', { restsOn: SALES }),
      repeat_acquisition_cents: cents('What winning them back cost; first orders are left out.'),
      cumulated_cents: cents('Contribution 2 less that cost, from the first month on.'),
    },
  },
  acquisition_cohorts: {
    about:
      'What it cost one channel to win the new customers of one month, and what their first twelve months brought in; payback is null until reached, is_complete says whether the data covers twelve months.',
    grain: ['channel', 'cohort_month'],
    restsOn: SALES_AND_MARKETING,
    columns: {
      channel,
      cohort_month: day('First day of the month of their first order.'),
      new_customers: count('Persons whose first order it was.'),
      paid_cost_cents: cents('Acquisition cost of their first orders.', { restsOn: MARKETING }),
      loaded_cost_cents: cents("The same with the channel's waste of that month.", {
        restsOn: MARKETING,
      }),
      contribution_12m_cents: cents(
        'Contribution 2 less repeat acquisition cost of their first twelve months.',
      ),
      contribution_12m_per_customer_cents: cents('The same by new customers.'),
      payback_months: integer('Months until that covers the loaded cost; null until it does.'),
      months_seen: integer('Months that the data holds of them.', { unit: 'months' }),
      is_complete: flag('It holds twelve or more.'),
    },
  },
  lifetime_value: {
    about:
      "What new customers of one channel, or of 'all', brought in over twelve months against what it cost to win them; of complete cohorts only.",
    grain: ['channel'],
    restsOn: SALES_AND_MARKETING,
    columns: {
      channel: text("The channel that won them, 'direct', or 'all'."),
      new_customers: count('Persons won over the horizon.'),
      complete_customers: count('Of them, those whose twelve months the data holds.'),
      complete_bps: count('Their share.', { unit: 'bps' }),
      ltv_12m_cents: cents('Contribution of twelve months by complete customer.'),
      loaded_cac_cents: cents('What it cost to win one of them, waste included.'),
      ltv_to_cac_bps: count('The one by the other: 10,000 is even.', { unit: 'bps' }),
      payback_months: integer(
        'Months until the contribution covers the cost; null: not within twelve.',
      ),
    },
  },
  retention: {
    about: 'How many customers of one cohort ordered so many months after their first order.',
    grain: ['cohort_month', 'months_since'],
    columns: {
      cohort_month: day('Month of the first order.'),
      months_since: integer('Months after it; 0 is the month itself.'),
      customers: count('Customers of the cohort.'),
      active_customers: count('Of them, those who ordered in that month.'),
      retention_bps: count('Their share.', { unit: 'bps' }),
    },
  },
  subscription_metrics: {
    about: 'How well subscriptions lasted in one month, in the terms of the field.',
    grain: ['month'],
    restsOn: ['orders', 'plans'],
    columns: {
      month: day('The month.'),
      opening_subscribers: count('Sellers that paid in the month before.'),
      gained_subscribers: count('Sellers that pay and did not in the month before.'),
      churned_subscribers: count('Sellers that paid in the month before and do not.'),
      closing_subscribers: count('Sellers that pay.'),
      arpa_cents: cents('MRR by subscriber (average revenue per account).'),
      logo_churn_bps: count('Sellers that left, of those that the month opened with.', {
        unit: 'bps',
      }),
      revenue_churn_bps: count('MRR lost by leaving and smaller plans, of the opening.', {
        unit: 'bps',
      }),
      nrr_bps: count('Net revenue retention: opening + expansion - losses, of the opening.', {
        unit: 'bps',
      }),
      grr_bps: count('Gross revenue retention: opening - losses, of the opening.', { unit: 'bps' }),
      quick_ratio_bps: count('MRR won by MRR lost: 40,000 is four to one.', { unit: 'bps' }),
    },
  },
  key_metrics: {
    about: 'The ratios that a marketplace is read by, of one month or of the horizon.',
    grain: ['period', 'start_date'],
    restsOn: UP_TO_MARKETING,
    columns: {
      period: text("'month' or 'horizon'."),
      start_date: day('First day of the period.'),
      orders: count('Orders placed.'),
      gmv_cents: cents('Prices of the items.', { restsOn: ['orders'] }),
      revenue_cents: cents('All lines that add to profit, by purchase cohort.', {
        restsOn: ['orders', 'rates', 'plans'],
      }),
      contribution_after_marketing_cents: cents('All lines up to the marketing, waste included.'),
      aov_cents: cents('Average order value: GMV by orders.', { restsOn: ['orders'] }),
      take_rate_bps: count('Revenue by GMV.', { unit: 'bps' }),
      margin_of_gmv_bps: count('Contribution after marketing by GMV.', { unit: 'bps' }),
      margin_of_revenue_bps: count('Contribution after marketing by revenue.', { unit: 'bps' }),
      spend_cents: cents('Marketing spend.', { restsOn: ['spend'] }),
      new_customers: count('Persons with their first order.'),
      paid_new_customers: count('Of them, those whom paid channels brought.'),
      blended_cac_cents: cents('Spend by all new customers.', { restsOn: ['spend'] }),
      paid_cac_cents: cents('Spend by new customers of paid channels.', { restsOn: MARKETING }),
      repeat_rate_bps: count('New customers who ordered again within the period, by all of them.', {
        unit: 'bps',
      }),
    },
  },
} satisfies ArtifactSchema
