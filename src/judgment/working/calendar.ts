import { eachDay, monthOf } from '../sql.js'
import type { WorkingTable } from './working-table.js'

/** Every day that is accounted for: from the first to the last of purchases and marketing. */
export const days: WorkingTable = {
  name: 'expected_days',
  uses: [],
  select: `
    with ends as (
      select min(date) as first_date, max(date) as last_date
      from (
        select purchase_date as date from dwh.fct_orders
        union all
        select date from market.fct_marketing_daily
      ) as dates
    ),
    spread as (
      ${eachDay('first_date', 'last_date', 'ends')}
    )
    select date, ${monthOf('date')} as month, day(date) as day_no, day(last_day(date)) as days_in_month
    from spread`,
}

/** Every month of those days, how many days it has, and how many of them the horizon has reached. */
export const months: WorkingTable = {
  name: 'expected_months',
  uses: [days],
  select: `
    select month, year(month) * 12 + month(month) as month_no, max(days_in_month) as days_in_month,
      max(day_no) as days_reached
    from expected_days
    group by month`,
}
