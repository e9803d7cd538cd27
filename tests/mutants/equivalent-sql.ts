import type { Reason } from './reason.js'

/** Mutants of models that cannot change what is published. */
export const reasonsOfModels: readonly Reason[] = [
  {
    file: /bridge_order_clicks\.sql$/,
    line: /on channel_blocks\.date = ranked_orders\.purchase_date/,
    rule: /loses a condition/,
    why: "an order behind its channel's block asks for clicks behind the day's queue, where no lot is",
  },
  {
    file: /bridge_order_clicks\.sql$/,
    line: /^inner join (channel_blocks|click_lots as lots|segments)$/,
    rule: /inner join to left join/,
    why: 'a row without a match has no clicks, and meets no lot',
  },
  {
    file: /fct_order_events\.sql$/,
    line: /coalesce\(a\.acquisition_cost_cents, 0\)/,
    rule: /constant 0/,
    why: 'every order has its row in the attribution',
  },
  {
    file: /reconciliation\.sql$/,
    line: /^1003 as line_no|case when section_no <= 4 then 4 else 5 end/,
    rule: /constant (1003|5) to/,
    why: 'a number that only sorts, and sorts alike',
  },
  {
    file: /reconciliation\.sql$/,
    line: /lines as l on l\.section_no|balances as b on b\.account = l\.contra_account/,
    rule: /join to/,
    why: 'the other side has a row for every one: totals hold lines, lines stand against accounts of the balance',
  },
  {
    file: /flat\/staging\/customers\.sql$/,
    line: /^where customer_id is not null$/,
    rule: /loses a condition/,
    why: 'a row without a customer is nobody, whom the warehouse leaves out',
  },
  {
    file: /cash_postings\.sql$/,
    line: /^where end_date is not null$/,
    rule: /loses a condition/,
    why: 'a posting without a day is in no journal',
  },
  {
    file: /settlements\.sql$/,
    line: /^min\(recognition_date\) as fee_date$/,
    rule: /min to max/,
    why: 'of one value: the three lines share their rule',
  },
  {
    file: /settlements\.sql$/,
    line: /^where e\.approval_date is not null or f\.fee_date is not null$/,
    rule: /is not null to is null #2|loses a condition/,
    why: 'a payment that is neither approved nor has a fee is nothing on no day',
  },
  {
    file: /subscription_metrics\.sql$/,
    line: /mrr_cents > 0 and mrr_change_cents = mrr_cents/,
    rule: /^mrr_cents to mrr_change_cents$/,
    why: 'the two are equal where the other condition holds',
  },
  {
    file: /verdict\.sql$/,
    line: /coalesce\(sum\(case when clicks = 0/,
    rule: /^constant 0 to -?1 #[35]$/,
    why: 'there is always a day to sum, or nothing at all is published',
  },
  {
    file: /fct_order_attribution\.sql$/,
    line: /max\(channel\) as channel/,
    why: 'of one value: an order has one channel',
  },
  {
    file: /dim_geography\.sql$/,
    line: /^where points > 0$/,
    why: 'a prefix without points sums nothing, with or without it',
  },
  {
    file: /fct_orders\.sql$/,
    line: /coalesce\(purchase_day\.date_key, -1\)/,
    why: 'every purchase lies in the calendar, whose years come from the purchases',
  },
  {
    file: /verdict\.sql$/,
    line: /coalesce\(sum\(\w+\), 0\)/,
    rule: /constant 0/,
    why: 'there is always a lot to sum, or nothing at all is published',
  },
  {
    file: /(pnl_slices|daily_profit)\.sql$/,
    line: /coalesce\(total\(/,
    rule: /constant 0/,
    why: 'every member, and every day, has a row of every line to sum',
  },
  {
    file: /(fct_subscriptions|pnl_slices)\.sql$/,
    line: /left join (months as m on m\.month = month_of|dwh\.dim_product as p on p\.product_id)/,
    rule: /left join to inner join/,
    why: 'the right side has a row for every one of the left: keys point to a default member at least',
  },
  {
    file: /retention\.sql$/,
    line: /^min\(month_no\) as cohort_no$/,
    rule: /min to max/,
    why: 'of one value: a person is new once',
  },
  {
    file: /reconciliation\.sql$/,
    line: /min\(t\.recognised_cents\)/,
    rule: /min to max/,
    why: 'of one value',
  },
  {
    file: /fct_order_events\.sql$/,
    line: /coalesce\(hand_over_date, purchase_date\)/,
    rule: /^purchase_date to/,
    why: 'the purchase stands beside it in the same greatest()',
  },
]
