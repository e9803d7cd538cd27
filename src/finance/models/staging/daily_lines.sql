-- Grain: one row per (basis, date, line)
-- Sources: fct_recognition, daily_postings, journal_lines, profit_lines
-- Every line of the profit and loss by day. Cohort: what orders earn and cost on their purchase day,
-- whenever it is recognised; what arises by day on its day. Recognition: read from the journal alone.
-- Conserves: every line of the facts, and of the journal.
with lines as (
  select 'cohort' as basis, purchase_date as date, line, amount_cents
  from fct_recognition

  union all

  select 'cohort' as basis, p.entry_date as date, l.line, p.amount_cents
  from daily_postings as p
  inner join profit_lines as l on l.line = p.posting
  where l.line <> 'acquisition_cost'

  union all

  select
    'recognition' as basis,
    j.entry_date as date,
    l.line,
    -l.sign * j.amount_cents as amount_cents
  from journal_lines as j
  inner join profit_lines as l on l.account = j.account
)

select
  basis,
  date,
  line,
  total(amount_cents) as amount_cents
from lines
group by basis, date, line
