-- Grain: one row per (month, flow), gapless over the horizon
-- Sources: journal_lines, months
-- Where cash came from and went, by the direct method (IAS 7.18): each kind of entry that moved the cash
-- account, between what a month opened and closed with.
-- Conserves: opening + flows = closing = the cash account.
with flows as (
  select
    month_of(entry_date) as month,
    event as flow,
    total(amount_cents) as amount_cents
  from journal_lines
  where account = 'cash'
  group by month_of(entry_date), event
),

kinds as (
  select distinct flow
  from flows
),

filled as (
  select
    m.month,
    k.flow,
    coalesce(f.amount_cents, 0) as amount_cents
  from months as m
  cross join kinds as k
  left join flows as f on f.month = m.month and f.flow = k.flow
),

nets as (
  select
    m.month,
    coalesce(total(f.amount_cents), 0) as net_cents
  from months as m
  left join flows as f on f.month = m.month
  group by m.month
),

balances as (
  select
    month,
    net_cents,
    sum(net_cents) over (
      order by month nulls last
      rows between unbounded preceding and current row
    ) as closing_cents
  from nets
)

select month, cast(flow as varchar) as flow, cast(amount_cents as bigint) as amount_cents
from filled
union all
select month, 'opening' as flow, cast(closing_cents - net_cents as bigint) as amount_cents
from balances
union all
select month, 'closing' as flow, cast(closing_cents as bigint) as amount_cents
from balances
order by month, flow
