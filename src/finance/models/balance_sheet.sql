-- Grain: one row per (month, account)
-- Sources: trial_balance, balance_accounts
-- What the business owns and owes when a month closes, and its equity: all results up to then. Assets
-- positive, liabilities and equity negative as in the journal, so the rows of a month sum to zero.
-- Conserves: the trial balance.
with placed as (
  select
    b.month,
    case when a.account is null then 'equity' else b.account end as account,
    coalesce(a.side, 'equity') as side,
    b.closing_cents
  from trial_balance as b
  left join balance_accounts as a on a.account = b.account
)

select
  month,
  account,
  side,
  total(closing_cents) as closing_cents
from placed
group by month, account, side
order by month, side, account
