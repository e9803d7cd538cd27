-- Grain: one row per (basis, date), gapless over the horizon
-- Sources: days, daily_lines, profit_lines
-- The lines of the profit and loss side by side, and what they come to.
-- Conserves: daily_lines, to the cent.
with bases as (
  select 'cohort' as basis
  union all
  select 'recognition' as basis
)

select
  b.basis,
  d.date,
  coalesce(total(case when l.line = '{line}' then l.amount_cents end), 0) as {line}_cents,
  coalesce(total(case when p.section_no <= 4 then p.sign * l.amount_cents end), 0)
    as contribution_after_marketing_cents,
  coalesce(total(p.sign * l.amount_cents), 0) as operating_result_cents
from days as d
cross join bases as b
left join daily_lines as l on l.date = d.date and l.basis = b.basis
left join profit_lines as p on p.line = l.line
group by b.basis, d.date
