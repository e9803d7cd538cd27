-- Grain: one row per (month, line)
-- Sources: trial_balance, profit_lines
-- From the result to cash, by the indirect method (IAS 7.18b): every line of the profit and loss as the
-- month recognised it, and the change of every balance but cash, each as it adds to cash. A receivable
-- or an asset that grew took cash, a debt that grew left it.
-- Conserves: the lines of a month sum to the change of its cash.
select
  b.month,
  case when l.line is null then 'change' else 'profit' end as kind,
  coalesce(l.line, b.account) as line,
  b.credit_cents - b.debit_cents as amount_cents
from trial_balance as b
left join profit_lines as l on l.account = b.account
where b.account <> 'cash'
order by month, kind, line
