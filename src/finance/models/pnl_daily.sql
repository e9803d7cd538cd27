-- Grain: one row per (date), gapless over the horizon
-- Sources: daily_profit, journal_lines, balance_accounts, days
-- The profit and loss by recognition date, read from the journal alone, and the bridge to cash: what
-- became a marketing asset is no cost yet, what is deferred was billed but is no revenue yet, what is
-- receivable has not come in, what is owed has not been paid. Own cash leaves out the money held for
-- sellers, cash has it. Cash at once: own cash as if all were settled on the day it arises.
-- Conserves: every line of the journal.
with changes as (
  select
    d.date,
    total(case when a.account = 'marketing_in_flight' then j.amount_cents else 0 end)
      as in_flight_change_cents,
    total(case when a.account = 'click_inventory' then j.amount_cents else 0 end)
      as click_inventory_change_cents,
    -total(case when a.kind = 'deferred' then j.amount_cents else 0 end) as deferred_change_cents,
    total(case when a.kind = 'receivable' then j.amount_cents else 0 end) as receivable_change_cents,
    -total(case when a.kind = 'owed' then j.amount_cents else 0 end) as owed_change_cents,
    -total(case when a.kind = 'held' then j.amount_cents else 0 end) as seller_payable_change_cents,
    total(case when a.kind = 'cash' then j.amount_cents else 0 end) as cash_change_cents
  from days as d
  left join journal_lines as j on j.entry_date = d.date
  left join balance_accounts as a on a.account = j.account
  group by d.date
)

select
  p.date,
  p.{line}_cents,
  p.contribution_after_marketing_cents,
  p.operating_result_cents,
  c.in_flight_change_cents,
  c.click_inventory_change_cents,
  c.deferred_change_cents,
  c.receivable_change_cents,
  c.owed_change_cents,
  c.cash_change_cents - c.seller_payable_change_cents + c.receivable_change_cents
    - c.owed_change_cents as cash_at_once_cents,
  c.cash_change_cents - c.seller_payable_change_cents as cash_result_cents,
  c.seller_payable_change_cents,
  c.cash_change_cents
from daily_profit as p
inner join changes as c on c.date = p.date
where p.basis = 'recognition'
order by p.date
