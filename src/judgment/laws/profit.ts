import { profitLines, sectionNumber } from '../../schema/finance/profit-lines.js'
import { lawsOf, sameCents } from '../law.js'

/** The lines up to a section, with their signs, as SQL. */
const linesUpTo = (section: number) =>
  profitLines
    .filter((line) => sectionNumber(line) <= section)
    .map(({ id, sign }) => `${sign > 0 ? '+' : '-'} ${id}_cents`)
    .join(' ')
const TOTALS = {
  contribution_after_marketing_cents: linesUpTo(4),
  operating_result_cents: linesUpTo(5),
}

/** Profit and loss: every way of adding it up meets the same cents. */
export const profitLaws = lawsOf('finance', [
  {
    name: 'cohort_is_its_facts',
    statement:
      'The profit of a purchase day is what its orders contribute, its waste and subscriptions',
    distrust: 'profit by purchase day',
    sql: sameCents(
      ['date'],
      'select date, contribution_after_marketing_cents as cents from finance.pnl_cohort_daily',
      `select purchase_date as date, contribution_3_cents as cents from finance.fct_unit_economics
       union all
       select purchase_date as date, -payment_fee_cents - acquisition_cost_cents as cents
       from finance.fct_orders_without_items
       union all
       select date, -decayed_cents - expired_cents as cents
       from attribution.click_inventory_daily
       union all
       select date, -released_cost_cents as cents
       from market.fct_marketing_daily where clicks = 0
       union all
       select entry_date as date, -amount_cents as cents
       from finance.journal_lines where account = 'subscription_revenue'`,
    ),
  },
  {
    name: 'gmv_by_day',
    statement: 'The GMV of a purchase day is the price of its items',
    distrust: 'GMV by day',
    sql: sameCents(
      ['date'],
      'select date, gmv_cents as cents from finance.pnl_cohort_daily',
      `select o.purchase_date as date, i.price_cents as cents
       from dwh.fct_order_items as i
       inner join dwh.fct_orders as o on o.order_id = i.order_id`,
    ),
  },
  {
    name: 'lines_make_the_totals',
    statement: 'A total is revenue less cost of its lines, every day, by cohort and by recognition',
    distrust: 'contribution after marketing and operating result',
    sql: ['pnl_cohort_daily', 'pnl_daily']
      .flatMap((table) =>
        Object.entries(TOTALS).map(
          ([total, lines]) => `
      select abs(${total} - (${lines})) as amount_cents, concat('${table} ', date) as sample
      from finance.${table}
      where ${total} <> ${lines}`,
        ),
      )
      .join(' union all '),
  },
  {
    name: 'days_unique_and_gapless',
    statement: 'Both daily profit and loss tables have every day of the horizon once',
    distrust: 'profit by day and month',
    sql: `
      select abs(sum(contribution_after_marketing_cents)) as amount_cents, basis as sample
      from (
        select 'cohort' as basis, date, contribution_after_marketing_cents from finance.pnl_cohort_daily
        union all
        select 'recognised' as basis, date, contribution_after_marketing_cents from finance.pnl_daily
      ) as days
      group by basis
      having count(*) <> count(distinct date)
        or count(*) <> (select date_diff('day', first_date, last_date) + 1 from finance.verdict)`,
  },
  {
    name: 'two_paths_meet',
    statement:
      'Profit by purchase cohort less what is not yet recognised is the profit of the journal',
    distrust: 'operating result',
    sql: `
      select abs(c.cents - r.unrecognised_cents - j.cents) as amount_cents, 'operating result' as sample
      from (select sum(operating_result_cents) as cents from finance.pnl_cohort_daily) as c
      cross join (
        select -coalesce(sum(amount_cents), 0) as cents
        from finance.journal_lines
        where account not in ('cash', 'marketing_in_flight', 'click_inventory',
          'deferred_subscription', 'seller_payable')
      ) as j
      cross join (
        select unrecognised_cents from finance.reconciliation where line = 'operating_result'
      ) as r
      where c.cents - r.unrecognised_cents <> j.cents`,
  },
  {
    name: 'reconciliation_closes',
    statement: 'Every line reconciles three ways: cohort, recognition, cash',
    distrust: 'the reconciliation',
    impact: 'figure',
    sql: `
      select abs(cohort_cents - unrecognised_cents - recognised_cents)
          + abs(recognised_cents + timing_cents - cash_cents) as amount_cents, line as sample
      from finance.reconciliation
      where cohort_cents - unrecognised_cents <> recognised_cents
        or recognised_cents + timing_cents <> cash_cents
        or cohort_residual_cents <> 0
        or cash_residual_cents <> 0`,
  },
  {
    name: 'slices_sum_to_the_whole',
    statement: 'Profit by channel, state, category and tier each sums to the whole',
    distrust: 'profit by channel, state, category and tier',
    impact: 'figure',
    sql: `
      select abs(sum(s.contribution_after_marketing_cents) - min(p.cents)) as amount_cents, s.dimension as sample
      from finance.pnl_slices as s
      cross join (select sum(contribution_after_marketing_cents) as cents from finance.pnl_cohort_daily) as p
      group by s.dimension
      having sum(s.contribution_after_marketing_cents) <> min(p.cents)`,
  },
  {
    name: 'channel_slices_are_facts',
    statement: 'The profit of a channel is what its orders contribute less its waste',
    distrust: 'profit by channel',
    impact: 'figure',
    sql: sameCents(
      ['member'],
      `select member, contribution_after_marketing_cents as cents
       from finance.pnl_slices where dimension = 'channel' and member <> '(not allocated)'`,
      `select channel as member, contribution_3_cents as cents from finance.fct_unit_economics
       union all
       select channel as member, -payment_fee_cents - acquisition_cost_cents as cents
       from finance.fct_orders_without_items
       union all
       select channel as member, -decayed_cents - expired_cents as cents
       from attribution.click_lots
       union all
       select channel as member, -released_cost_cents as cents
       from market.fct_marketing_daily where clicks = 0`,
    ),
  },
  {
    name: 'periods_sum_to_the_days',
    statement: 'Months, quarters and years each sum to the days, by cohort and by recognition',
    distrust: 'profit by month, quarter and year',
    impact: 'figure',
    sql: `
      select abs(sum(p.contribution_after_marketing_cents) - min(d.cents)) as amount_cents,
        concat(p.basis, ' ', p.period) as sample
      from finance.pnl_periods as p
      inner join (
        select 'cohort' as basis, sum(contribution_after_marketing_cents) as cents from finance.pnl_cohort_daily
        union all
        select 'recognition' as basis, sum(contribution_after_marketing_cents) as cents from finance.pnl_daily
      ) as d on d.basis = p.basis
      group by p.basis, p.period
      having sum(p.contribution_after_marketing_cents) <> min(d.cents)`,
  },
  {
    name: 'verdict_is_the_sum',
    statement: 'The verdict is the sum of the days and of the parts of spend, residual zero',
    distrust: 'the verdict',
    sql: `
      select greatest(
          abs(v.contribution_after_marketing_cents - c.cents),
          abs(v.cash_result_cents - d.cents),
          abs(v.gmv_cents - c.gmv_cents),
          abs(v.spend_cents - m.cents),
          abs(v.law_residual_cents),
          abs(v.spend_cents - v.acquisition_cost_cents - v.decayed_cents - v.expired_cents
            - v.no_response_cents - v.live_cents - v.in_flight_cents)
        ) as amount_cents, 'verdict' as sample
      from finance.verdict as v
      cross join (
        select sum(contribution_after_marketing_cents) as cents, sum(gmv_cents) as gmv_cents
        from finance.pnl_cohort_daily
      ) as c
      cross join (
        select sum(cash_result_cents) as cents from finance.pnl_daily
      ) as d
      cross join (
        select coalesce(sum(spend_cents), 0) as cents from market.fct_marketing_daily
      ) as m
      where v.contribution_after_marketing_cents <> c.cents
        or v.cash_result_cents <> d.cents
        or v.gmv_cents <> c.gmv_cents
        or v.spend_cents <> m.cents
        or v.law_residual_cents <> 0
        or v.spend_cents <> v.acquisition_cost_cents + v.decayed_cents + v.expired_cents
          + v.no_response_cents + v.live_cents + v.in_flight_cents`,
  },
])
