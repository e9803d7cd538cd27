import { number, share } from '../sql.js'
import { days } from './calendar.js'
import type { WorkingTable } from './working-table.js'

/** What of an amount of a month falls on a day: the floor of its share, leftover cents on the first days. */
export const dayShare = (cents: string) =>
  `(${cents}) // d.days_in_month + case when d.day_no <= (${cents}) % d.days_in_month then 1 else 0 end`

/** What every day costs beside orders and marketing: fixed costs, and tax on what each plan earns. */
export const dailyCosts: WorkingTable = {
  name: 'daily_costs',
  uses: [days],
  select: `
    select 'fixed_cost' as line, d.date, split_part(a.id, '.', 3) as segment,
      ${dayShare('cast(a.value as bigint)')} as cents
    from expected_days as d
    inner join assumed as a on a.id like 'finance.fixed_costs.%.month_cents'
    union all
    select 'subscription_tax', date, segment,
      ${share('cents', number('finance.subscription_tax_bps'))}
    from (
      select d.date, s.plan as segment, sum(${dayShare('s.billed_cents')}) as cents
      from expected_days as d
      inner join finance.fct_subscriptions as s on s.month = d.month
      group by d.date, s.plan
    ) as earned`,
}
