-- Grain: one row per (posting, entry_date, party)
-- Sources: item_amounts, order_lines, order_wholes, fct_orders_without_items, fct_order_events,
-- fct_unit_economics, params
-- What orders put into the journal, by channel, and on which day, those after the horizon too.
-- Conserves: every line sums to the facts, reversals included.
with bare_fees as (
  select
    w.order_id,
    'payment_fee' as line,
    w.payment_fee_cents as amount_cents
  from order_wholes as w
  inner join fct_orders_without_items as o on o.order_id = w.order_id
),

line_amounts as (
  select
    order_id,
    line,
    amount_cents
  from item_amounts

  union all

  select
    order_id,
    line,
    amount_cents
  from bare_fees
),

line_postings as (
  select
    l.line as posting,
    l.booked_date as entry_date,
    l.channel as party,
    a.amount_cents
  from line_amounts as a
  inner join order_lines as l on l.order_id = a.order_id and l.line = a.line
  where l.booked_date is not null

  union all

  select
    concat(l.line, '_reversal') as posting,
    l.reversed_date as entry_date,
    l.channel as party,
    -a.amount_cents as amount_cents
  from line_amounts as a
  inner join order_lines as l on l.order_id = a.order_id and l.line = a.line
  where l.reversed_date is not null
),

kept_from_sellers as (
  select
    order_id,
    sum(commission_cents + freight_billed_cents) as kept_cents
  from fct_unit_economics
  group by order_id
),

payments as (
  select
    'payment' as posting,
    approval_date as entry_date,
    channel as party,
    payment_cents as amount_cents
  from fct_order_events
  where approval_date is not null

  union all

  select
    'payment_reversal' as posting,
    end_date as entry_date,
    channel as party,
    -payment_cents as amount_cents
  from fct_order_events
  where approval_date is not null and end_date is not null

  union all

  select
    'payout' as posting,
    e.delivery_date + cast(p.payout_delay_days as integer) as entry_date,
    e.channel as party,
    e.payment_cents - coalesce(k.kept_cents, 0) as amount_cents
  from fct_order_events as e
  left join kept_from_sellers as k on k.order_id = e.order_id
  cross join params as p
  where e.delivery_date is not null and e.end_date is null
),

postings as (
  select posting, entry_date, party, amount_cents from line_postings
  union all
  select posting, entry_date, party, amount_cents from payments
)

select
  posting,
  entry_date,
  party,
  cast(sum(amount_cents) as bigint) as amount_cents
from postings
group by posting, entry_date, party
