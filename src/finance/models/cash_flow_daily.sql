-- Grain: one row per (date, flow), gapless over the horizon
-- Sources: journal_lines, days
-- Where cash came from and went, by the direct method (IAS 7.18): each kind of entry that moved the cash
-- account, between what a day opened and closed with.
-- Conserves: opening + flows = closing = the cash account.
with flows as (
  select
    entry_date as date,
    event as flow,
    total(amount_cents) as amount_cents
  from journal_lines
  where account = 'cash'
  group by entry_date, event
),

kinds as (
  select distinct flow
  from flows
),

filled as (
  select
    d.date,
    k.flow,
    coalesce(f.amount_cents, 0) as amount_cents
  from days as d
  cross join kinds as k
  left join flows as f on f.date = d.date and f.flow = k.flow
),

nets as (
  select
    d.date,
    coalesce(total(f.amount_cents), 0) as net_cents
  from days as d
  left join flows as f on f.date = d.date
  group by d.date
),

balances as (
  select
    date,
    net_cents,
    cast(sum(net_cents) over (order by date nulls last) as bigint) as closing_cents
  from nets
)

select date, flow, amount_cents
from filled
union all
select date, 'opening' as flow, closing_cents - net_cents as amount_cents
from balances
union all
select date, 'closing' as flow, closing_cents as amount_cents
from balances
order by date, flow
