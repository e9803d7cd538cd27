-- Grain: one row per (date), gapless over the horizon
-- Sources: daily_profit, journal_lines
-- The profit and loss by recognition date, read from the journal alone, and the bridge to cash: what
-- became a marketing asset was paid but is no cost yet, what is deferred was billed but is no revenue
-- yet. Own cash leaves out the money held for sellers, cash has it.
-- Conserves: every line of the journal.
with changes as (
  select
    entry_date as date,
    total(case when account = 'marketing_in_flight' then amount_cents else 0 end)
      as in_flight_change_cents,
    total(case when account = 'click_inventory' then amount_cents else 0 end)
      as click_inventory_change_cents,
    -total(case when account = 'deferred_subscription' then amount_cents else 0 end)
      as deferred_change_cents,
    -total(case when account = 'seller_payable' then amount_cents else 0 end)
      as seller_payable_change_cents,
    total(case when account = 'cash' then amount_cents else 0 end) as cash_change_cents
  from journal_lines
  group by entry_date
)

select
  p.date,
  p.{line}_cents,
  p.contribution_after_marketing_cents,
  p.operating_result_cents,
  coalesce(c.in_flight_change_cents, 0) as in_flight_change_cents,
  coalesce(c.click_inventory_change_cents, 0) as click_inventory_change_cents,
  coalesce(c.deferred_change_cents, 0) as deferred_change_cents,
  coalesce(c.cash_change_cents - c.seller_payable_change_cents, 0) as cash_result_cents,
  coalesce(c.seller_payable_change_cents, 0) as seller_payable_change_cents,
  coalesce(c.cash_change_cents, 0) as cash_change_cents
from daily_profit as p
left join changes as c on c.date = p.date
where p.basis = 'recognition'
order by p.date
