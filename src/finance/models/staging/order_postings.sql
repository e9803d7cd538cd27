-- Grain: one row per (posting, entry_date, party)
-- Sources: item_amounts, order_lines, order_wholes, fct_orders_without_items, fct_order_events,
-- fct_unit_economics, params
-- What orders put into the journal, by channel, and on which day, those after the horizon too. A line
-- that an ended order does not keep is booked on its day and taken back on the order's end date.
-- Conserves: every line sums to the facts, reversals included.
with amounts as (
  select
    order_id,
    sum(commission_cents) as commission_cents,
    sum(freight_cents) as freight_cents,
    sum(payment_fee_cents) as payment_fee_cents,
    sum(carrier_cents) as carrier_cents,
    sum(operations_cents) as operations_cents,
    sum(sla_penalty_cents) as sla_penalty_cents
  from item_amounts
  group by order_id

  union all

  select
    w.order_id,
    0 as commission_cents,
    0 as freight_cents,
    w.payment_fee_cents,
    0 as carrier_cents,
    0 as operations_cents,
    0 as sla_penalty_cents
  from order_wholes as w
  inner join fct_orders_without_items as o on o.order_id = w.order_id
),

lines as (
  select
    a.commission_cents,
    a.freight_cents,
    a.payment_fee_cents,
    a.carrier_cents,
    a.operations_cents,
    a.sla_penalty_cents,
    l.*
  from amounts as a
  inner join order_lines as l on l.order_id = a.order_id
),

line_postings as (
  select
    'commission' as posting,
    coalesce(commission_date, commission_taken_back) as entry_date,
    channel as party,
    commission_cents as amount_cents
  from lines
  where coalesce(commission_date, commission_taken_back) is not null

  union all

  select
    'freight' as posting,
    coalesce(freight_date, freight_taken_back) as entry_date,
    channel as party,
    freight_cents as amount_cents
  from lines
  where coalesce(freight_date, freight_taken_back) is not null

  union all

  select
    'payment_fee' as posting,
    coalesce(payment_fee_date, payment_fee_taken_back) as entry_date,
    channel as party,
    payment_fee_cents as amount_cents
  from lines
  where coalesce(payment_fee_date, payment_fee_taken_back) is not null

  union all

  select
    'carrier' as posting,
    coalesce(carrier_date, carrier_taken_back) as entry_date,
    channel as party,
    carrier_cents as amount_cents
  from lines
  where coalesce(carrier_date, carrier_taken_back) is not null

  union all

  select
    'operations' as posting,
    coalesce(operations_date, operations_taken_back) as entry_date,
    channel as party,
    operations_cents as amount_cents
  from lines
  where coalesce(operations_date, operations_taken_back) is not null

  union all

  select
    'sla_penalty' as posting,
    coalesce(sla_penalty_date, sla_penalty_taken_back) as entry_date,
    channel as party,
    sla_penalty_cents as amount_cents
  from lines
  where coalesce(sla_penalty_date, sla_penalty_taken_back) is not null

  union all

  select
    'commission_reversal' as posting,
    end_date as entry_date,
    channel as party,
    -commission_cents as amount_cents
  from lines
  where commission_taken_back is not null

  union all

  select
    'freight_reversal' as posting,
    end_date as entry_date,
    channel as party,
    -freight_cents as amount_cents
  from lines
  where freight_taken_back is not null

  union all

  select
    'payment_fee_reversal' as posting,
    end_date as entry_date,
    channel as party,
    -payment_fee_cents as amount_cents
  from lines
  where payment_fee_taken_back is not null

  union all

  select
    'carrier_reversal' as posting,
    end_date as entry_date,
    channel as party,
    -carrier_cents as amount_cents
  from lines
  where carrier_taken_back is not null

  union all

  select
    'operations_reversal' as posting,
    end_date as entry_date,
    channel as party,
    -operations_cents as amount_cents
  from lines
  where operations_taken_back is not null

  union all

  select
    'sla_penalty_reversal' as posting,
    end_date as entry_date,
    channel as party,
    -sla_penalty_cents as amount_cents
  from lines
  where sla_penalty_taken_back is not null
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
