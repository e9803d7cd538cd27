import type { Reason } from './reason.js'

interface Join {
  readonly file: RegExp
  /** The join, without the word for its kind. */
  readonly to: RegExp
  readonly why: string
}

/** Rows of the left that have a match in every run, so that how they are joined cannot matter. */
const whole: readonly Join[] = [
  {
    file: /models\/acquisition_cohorts\.sql$/,
    to: /^channel_economics as e/,
    why: 'channel_economics has a row for every channel, direct too, and every month',
  },
  {
    file: /models\/(acquisition_cohorts|lifetime_value)\.sql$/,
    to: /^(customer_cohorts as r|returns as r)/,
    why: 'a cohort has at least its own month',
  },
  { file: /models\/cash_flow\.sql$/, to: /^bounds as b/, why: 'bounds are of the same days' },
  {
    file: /models\/dim_seller_tier\.sql$/,
    to: /^commission_buckets as t/,
    why: 'cuts that leave one of the 100 buckets without a tier are refused',
  },
  {
    file: /models\/fct_order_events\.sql$/,
    to: /^attribution\.fct_order_attribution as a/,
    why: 'every order has its row in the attribution',
  },
  {
    file: /models\/fct_order_events\.sql$/,
    to: /^status_rules as r/,
    why: 'a status without a rule is refused',
  },
  {
    file: /models\/(fct_orders_without_items|fct_recognition|fct_unit_economics|staging\/cash_postings)\.sql$/,
    to: /^fct_order_events as e/,
    why: 'parts are of orders, and every order has its events',
  },
  {
    file: /models\/journal_lines\.sql$/,
    to: /^posting_rules as r/,
    why: 'every kind of posting that models make has its rule',
  },
  {
    file: /models\/key_metrics\.sql$/,
    to: /^(profit_lines as p|channel_economics as e|channels as c)/,
    why: 'lines of profit are declared, and every period has every channel',
  },
  {
    file: /staging\/order_kept\.sql$/,
    to: /^lines as l/,
    why: 'what is recognised is a line of profit',
  },
  {
    file: /models\/payable_aging\.sql$/,
    to: /^held_for_sellers as s/,
    why: 'every order has its row of what is held for its seller',
  },
  {
    file: /models\/pnl_daily\.sql$/,
    to: /^changes as c/,
    why: 'both have every day',
  },
  {
    file: /models\/pnl_periods\.sql$/,
    to: /^(pnl_cohort_daily as c|pnl_daily as r)/,
    why: 'all three have every day',
  },
  {
    file: /models\/pnl_slices\.sql$/,
    to: /^(dwh\.dim_customer as c|dwh\.dim_product as p|dim_seller_tier as t)/,
    why: 'a key of the warehouse points to a default member at least',
  },
  {
    file: /staging\/order_results\.sql$/,
    to: /^(results as r|months as m|attribution\.fct_order_attribution as a)/,
    why: 'an order is in one of the facts, in a month, and in the attribution',
  },
  {
    file: /staging\/(payment_costs|settlements)\.sql$/,
    to: /^(payment_rules as r|instalment_numbers as n)/,
    why: 'a way to pay without a rule is refused, and every number of instalments that comes is listed',
  },
  {
    file: /staging\/daily_postings\.sql$/,
    to: /^months as m/,
    why: 'months are those of the days',
  },
  {
    file: /staging\/(item_amounts|item_splits)\.sql$/,
    to: /^order_costs as/,
    why: 'every order has its costs',
  },
  {
    file: /(staging\/order_costs|fct_orders)\.sql$/,
    to: /^(dwh\.dim_date as d|dim_date as purchase_day)/,
    why: 'every purchase lies in the calendar, whose years come from the purchases',
  },
]

/** Rows of the left without a match, which the lines behind leave out or which come to nothing there. */
const leftOut: readonly Join[] = [
  {
    file: /bridge_order_clicks\.sql$/,
    to: /^(channel_blocks|click_lots as lots|segments)$/,
    why: 'a row without a match has no clicks, and meets no lot',
  },
  {
    file: /dim_seller\.sql$/,
    to: /^fct_orders/,
    why: 'an item without its order has no day, and a seller of such items alone none either',
  },
  {
    file: /fct_recognition\.sql$/,
    to: /^rules as r/,
    why: 'a part without a rule has no amount, and amounts of nothing have no row',
  },
  {
    file: /key_metrics\.sql$/,
    to: /^order_results as o/,
    why: 'a period without orders has nobody who is new',
  },
  {
    file: /lifetime_value\.sql$/,
    to: /^months_in as m/,
    why: 'a cohort without months covers no cost',
  },
  {
    file: /pnl_slices\.sql$/,
    to: /^profit_lines as l/,
    why: 'a posting that is no line is of no section',
  },
  {
    file: /cash_postings\.sql$/,
    to: /^(posting_rules as r|payment_terms as t)/,
    why: 'what is owed by no terms has no day to be paid on, and a posting without a day is in no journal',
  },
  {
    file: /settlements\.sql$/,
    to: /^fct_order_events as e/,
    why: 'a payment without its order is neither approved nor has a fee',
  },
  {
    file: /won_seller_cohorts\.sql$/,
    to: /^(won_sellers as w on w\.seller_id = [us]|fixed_costs as f)/,
    why: 'who was not won has no day to sell since, and what is no fixed cost wins nobody',
  },
  {
    file: /daily_lines\.sql$/,
    to: /^profit_lines as l/,
    why: 'what is no line of profit is asked for by none',
  },
  {
    file: /daily_postings\.sql$/,
    to: /^fct_subscriptions as s/,
    why: 'a day without subscribers gets a posting of nothing, which is in no journal',
  },
  {
    file: /fct_subscriptions\.sql$/,
    to: /^months as m on m\.month = month_of/,
    why: 'an item without its order has no day, and is in no month either way',
  },
  {
    file: /reconciliation\.sql$/,
    to: /^(lines as l on l\.section_no|balances as b on b\.account = l\.contra_account)/,
    why: 'totals hold lines; a line without a balance has nothing beside it',
  },
]

/** Joins whose kind cannot change what is published. */
export const reasonsOfJoins: readonly Reason[] = [...whole, ...leftOut].map(
  ({ file, to, why }) => ({
    file,
    line: new RegExp(`^(inner|left) join ${to.source.replace(/^\^/, '')}`),
    rule: /^(inner join to left join|left join to inner join)$/,
    why,
  }),
)
