-- Grain: one row per (state, from_days)
-- Sources: fct_order_events, held_for_sellers, order_kept, days, params
-- What is held for sellers when the books close, by what became of the order and by its age in days since
-- the payment was approved; and what the carrier cost of orders that were sent and never arrived.
-- Provided: what the rule for undelivered orders made owed to buyers and is not paid back. Conserves: the
-- closing balances of seller_payable and of refund_liability.
with horizon as (
  select max(date) as last_date
  from days
),

overdue as (
  select
    o.order_id,
    o.held_when_overdue_cents as owed_cents,
    case when p.undelivered_rule = 'refund' then 0 else o.held_when_overdue_cents end
      as provided_cents
  from held_for_sellers as o
  cross join horizon as h
  cross join params as p
  where
    o.overdue_date is not null
    and (o.delivery_date is null or o.delivery_date > h.last_date)
),

orders as (
  select
    e.order_id,
    case
      when e.end_date is not null then 'ended'
      when e.delivery_date <= h.last_date then 'delivered'
      when e.hand_over_date <= h.last_date then 'on its way'
      else 'not handed over'
    end as state,
    days_between(coalesce(e.approval_date, e.purchase_date), h.last_date) as age_days,
    case when e.approval_date <= h.last_date then e.payment_cents else 0 end
      - case
        when e.approval_date is not null and e.end_date <= h.last_date then e.payment_cents
        else 0
      end
      - coalesce(k.kept_at_close_cents, 0)
      - case
        when e.end_date is null
          and e.delivery_date + cast(p.payout_delay_days as integer) <= h.last_date
          then s.held_cents
        else 0
      end
      - coalesce(o.owed_cents, 0) as payable_cents,
    coalesce(o.provided_cents, 0) as provided_cents,
    coalesce(k.carrier_cost_cents, 0) as carrier_cost_cents
  from fct_order_events as e
  inner join held_for_sellers as s on s.order_id = e.order_id
  left join order_kept as k on k.order_id = e.order_id
  left join overdue as o on o.order_id = e.order_id
  cross join horizon as h
  cross join params as p
),

placed as (
  select
    *,
    case
      when age_days <= 30 then 0
      when age_days <= 60 then 31
      when age_days <= 90 then 61
      when age_days <= 180 then 91
      else 181
    end as from_days
  from orders
  where payable_cents <> 0 or provided_cents <> 0
)

select
  state,
  cast(from_days as integer) as from_days,
  count(*) as orders,
  total(payable_cents) as payable_cents,
  total(provided_cents) as provided_cents,
  total(case when state = 'on its way' then carrier_cost_cents else 0 end) as lost_carrier_cents
from placed
group by state, from_days
order by state, from_days
