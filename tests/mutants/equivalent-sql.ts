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
    file: /fct_order_events\.sql$/,
    line: /coalesce\(a\.acquisition_cost_cents, 0\)/,
    rule: /constant 0/,
    why: 'every order has its row in the attribution',
  },
  {
    file: /cash_postings\.sql$/,
    line: /^where end_date is not null$/,
    rule: /loses a condition|^end_date to due_date$/,
    why: 'a posting without a day is in no journal',
  },
  {
    file: /order_kept\.sql$/,
    line: /^min\(case when l\.is_fee/,
    rule: /min to max/,
    why: 'of one value: the three lines share their rule',
  },
  {
    file: /order_kept\.sql$/,
    line: /^where overdue_date is not null$/,
    rule: /loses a condition/,
    why: 'only spares work: nothing is recognised up to no day',
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
    file: /fct_order_attribution\.sql$/,
    line: /max\(channel\) as channel/,
    why: 'of one value: an order has one channel',
  },
  {
    file: /fct_orders\.sql$/,
    line: /coalesce\(purchase_day\.date_key, -1\)/,
    why: 'every purchase lies in the calendar, whose years come from the purchases',
  },
  {
    file: /reconciliation\.sql$/,
    line: /^2000 as line_no|^else 1002$|^5 as section_no|case when section_no <= 4 then 4 else 5 end/,
    rule: /constant (2000 |1002 to 1003|5 )/,
    why: 'a number that sorts alike, and beyond which no section lies',
  },
  {
    file: /dim_geography\.sql$/,
    line: /\b3 as priority\b/,
    why: 'the last in order is the last in any case',
  },
  {
    file: /(fct_lift_tests|contribution_distribution)\.sql$/,
    line: /^order by (channel, first_date|subject, from_cents)$/,
    why: 'rows of a published table have no order',
  },
  {
    file: /contribution_distribution\.sql$/,
    line: /^when contribution_3_cents >= 0 then/,
    rule: /more or equal|constant 0 to 1$/,
    why: '0 is in the bucket from 0 by either branch',
  },
  {
    file: /fct_order_events\.sql$/,
    line: /_on < purchase_date then purchase_date/,
    rule: /^less to/,
    why: 'the day of the purchase is the day of the purchase',
  },
  {
    file: /fct_recognition\.sql$/,
    line: /^where$|max\(\{order_line\}_cents <> 0\)/,
    rule: /loses a condition|constant 0 to -1/,
    why: 'only spares work: amounts are never negative, and those of 0 have no row',
  },
  {
    file: /fct_recognition\.sql$/,
    line: /r\.stands_on = 'purchase'/,
    rule: /^stands_on to/,
    why: 'a line without a rule by status stands and is booked on the purchase, and no other does',
  },
  {
    file: /journal_lines\.sql$/,
    line: /min\(source\)/,
    rule: /min to max/,
    why: 'of one value: the postings of an event that move an account have one source',
  },
  {
    file: /pnl_slices\.sql$/,
    line: /^where l\.line in \('marketing_decayed'/,
    rule: /loses a condition/,
    why: 'only spares work: other lines get no amount there',
  },
  {
    file: /cash_postings\.sql$/,
    line: /^(where end_date is null or due_date < end_date|group by due_date, channel)$/,
    rule: /^due_date to entry_date$/,
    why: 'the entry date is the due date, by the SELECT that it stands in',
  },
  {
    file: /fct_orders_without_items\.sql$/,
    line: /l\.section_no <= 3/,
    rule: /^constant 3/,
    why: 'an order without items has no line beyond section 3: what the acquirer takes, and its acquisition cost',
  },
  {
    file: /cash_postings\.sql$/,
    line: /^group by due_date, channel$/,
    rule: /^channel to segment$/,
    why: 'the segment is the channel',
  },
  {
    file: /item_splits\.sql$/,
    line: /'' as split|^where false$/,
    why: 'a split without a name is in no column',
  },
  {
    file: /item_splits\.sql$/,
    line: /^union all select order_id, item|^where i\.order_items > 1$/,
    rule: /more to|loses a condition|constant 0 to -1/,
    why: 'only spares work: the split of an order of one part, or of nothing, is asked for by none',
  },
  {
    file: /order_parts\.sql$/,
    line: /^(0 as order_items|1 as weight|1 as order_weight),?$/,
    why: 'the weights of an order of one part are asked for by none, and none is one too',
  },
  {
    file: /order_postings\.sql$/,
    line: /^where (approval_date|o\.overdue_date) is not null$|^where e\.delivery_date is not null and/,
    rule: /^where loses a condition$/,
    why: 'a posting without a day is in no journal',
  },
  {
    file: /order_postings\.sql$/,
    line: /^where (approval_date|o\.overdue_date) is not null and \S+ is not null$/,
    rule: /^where loses a condition #2$|^delivery_date to overdue_date$/,
    why: 'a posting without a day is in no journal',
  },
  {
    file: /flat\/staging\/customers\.sql$/,
    line: /case when zip_code_prefix is null then 1 else 0 end/,
    rule: /constant (0 to -1|1 to 2)/,
    why: 'a number that only sorts, and sorts alike',
  },
  {
    file: /flat\/staging\/order_items\.sql$/,
    line: /= 0 then 1$/,
    rule: /constant 1 to 2/,
    why: 'equal weights split alike',
  },
  {
    file: /flat\/staging\/payments\.sql$/,
    line: /^having max\(payment_cents\) is not null$/,
    rule: /max to min/,
    why: 'there is a largest where there is a least',
  },
  {
    file: /shopify\/costs\.sql$/,
    line: /^min\(to_cents|^where trim\("Variant SKU"\)/,
    rule: /^min to max$|^where loses a condition #2$/,
    why: 'the least is the most of what is kept, and a row without a cost is neither',
  },
]
