import { changed } from '../../fault.js'
import { lawsOf } from '../../law.js'
import { eachDay } from '../../sql.js'
import type { WorkingTable } from '../../working/working-table.js'

/** First and last day that orders, or files of spend, tell of. */
const observedDays: WorkingTable = {
  name: 'observed_days',
  uses: [],
  reads: ['dwh.fct_orders', 'dwh.fct_marketing_spend'],
  select: async (ask) => {
    const spend = await ask(`select 1 from information_schema.tables
      where table_catalog = 'dwh' and table_name = 'fct_marketing_spend'`)
    const facts = ['select purchase_date as date from dwh.fct_orders']
    if (spend.length > 0) facts.push('select date from dwh.fct_marketing_spend')
    return `select min(date) as first_day, max(date) as last_day
      from (${facts.join(' union all ')}) as days`
  },
}

/** The days that facts point to. */
export const calendarLaws = lawsOf('dwh', [
  {
    name: 'days_of_the_calendar',
    unit: 'rows',
    statement:
      'The calendar has every day of its whole years once and two members without a day; its columns follow from the day',
    distrust: 'figures by day, week and month, and weekend costs',
    needs: [],
    uses: [observedDays],
    sql: `
      with ends as (
        select make_date(year(min(first_day)), 1, 1) as first_date,
          make_date(year(max(last_day)) + 1, 12, 31) as last_date
        from observed_days
      ),
      wanted as (
        ${eachDay('first_date', 'last_date', 'ends', ['first_date'])}
      )
      select 0 as amount_cents, coalesce(d.label, cast(w.date as varchar)) as sample
      from dwh.dim_date as d
      full outer join wanted as w on w.date = d.date
      where case
        when d.date is null then coalesce(not (d.date_key in (-1, 0) and d.label
            = case d.date_key when 0 then 'not yet happened' else 'unknown' end
            and coalesce(d.year, d.quarter, d.month, d.day, d.iso_year, d.iso_week, d.weekday) is null
            and coalesce(d.is_weekend, d.is_month_end, d.is_quarter_end, d.is_holiday) is null
            and coalesce(d.holiday_name, d.retail_event, d.day_type) is null
            and d.same_day_last_year is null), true)
        when w.date is null then true
        else d.date_key is distinct from year(d.date) * 10000 + month(d.date) * 100 + day(d.date)
          or d.label is distinct from cast(d.date as varchar)
          or (d.year, d.quarter, d.month, d.day) is distinct from
            (year(d.date), quarter(d.date), month(d.date), day(d.date))
          or (d.iso_year, d.iso_week, d.weekday) is distinct from
            (isoyear(d.date), week(d.date), isodow(d.date))
          or d.is_weekend is distinct from (dayofweek(d.date) in (0, 6))
          or d.is_month_end is distinct from (last_day(d.date) = d.date)
          or d.is_quarter_end is distinct from (last_day(d.date) = d.date and month(d.date) % 3 = 0)
          or d.is_holiday is distinct from (d.holiday_name is not null)
          or d.same_day_last_year is distinct from
            case when d.date - 364 >= w.first_date then d.date - 364 end
          or d.day_type is distinct from coalesce(d.retail_event, case when d.is_holiday
            then 'holiday' when dayofweek(d.date) in (0, 6) then 'weekend' else 'weekday' end)
      end
      union all
      select 0, concat(min(label), ' ', count(*)) from dwh.dim_date group by date_key having count(*) > 1
      union all
      select 0, 'default members' from dwh.dim_date where date_key in (-1, 0) having count(*) <> 2`,
    fault: changed('dwh.dim_date', ['date_key'], 'weekday = weekday + 1', {
      where: 'date is not null',
    }),
  },
])
