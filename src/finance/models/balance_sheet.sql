-- Grain: one row per (month, account)
-- Sources: trial_balance, profit_lines
-- What the business owns and owes when a month closes, and its equity: all results up to then. Assets
-- positive, liabilities and equity negative as in the journal, so the rows of a month sum to zero.
-- Conserves: the trial balance.
with placed as (
  select
    b.month,
    case when l.line is null then b.account else 'equity' end as account,
    case
      when l.line is not null then 'equity'
      when b.account in ('cash', 'marketing_in_flight', 'click_inventory') then 'asset'
      else 'liability'
    end as side,
    b.closing_cents
  from trial_balance as b
  left join profit_lines as l on l.account = b.account
)

select
  month,
  cast(account as varchar) as account,
  cast(side as varchar) as side,
  total(closing_cents) as closing_cents
from placed
group by month, account, side
order by month, side, account
