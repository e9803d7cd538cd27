import { isRevenue } from '../../../schema/finance/profit-lines.js'
import { changed } from '../../fault.js'
import { profitLines } from '../../known-lines.js'
import { lawsOf } from '../../law.js'
import { average, monthOf, sameRows } from '../../sql.js'
import { months } from '../../working/calendar.js'
import { orderResults } from '../../working/order-results.js'

/** A ratio in basis points, null of nothing. */
const bps = (part: string, whole: string) => average(`(10000 * (${part}))`, whole)

const revenue = profitLines
  .filter(isRevenue)
  .map(({ id }) => `${id}_cents`)
  .join(' + ')

const moved = (...movements: string[]) =>
  `coalesce(sum(s.mrr_change_cents) filter (where s.movement in (${movements.map((name) => `'${name}'`).join(', ')})), 0)`
const subscriptions = `(
  with paying as (
    select seller_id, month, month + interval 1 month as next from finance.fct_subscriptions
    where mrr_cents > 0
  ),
  moves as (
    select coalesce(n.month, b.next) as month, count(n.month) filter (where b.next is null) as gained,
      count(b.next) filter (where n.month is null) as churned
    from paying as n
    full outer join paying as b on b.seller_id = n.seller_id and b.next = n.month
    group by 1
  ),
  sums as (
    select m.month, count(*) filter (where s.mrr_cents > 0) as closing, coalesce(sum(s.mrr_cents), 0) as mrr,
      ${moved('new', 'reactivation', 'expansion')} as won, ${moved('expansion')} as grown,
      -${moved('churn', 'contraction')} as lost
    from expected_months as m
    left join finance.fct_subscriptions as s on s.month = m.month
    group by m.month
  ),
  opened as (
    select *, lag(closing, 1, 0) over (order by month) as opening,
      lag(mrr, 1, 0) over (order by month) as mrr_before
    from sums
  )
  select o.month, opening as opening_subscribers, coalesce(gained, 0) as gained_subscribers,
    coalesce(churned, 0) as churned_subscribers, closing as closing_subscribers,
    ${average('mrr', 'closing')} as arpa_cents,
    ${bps('coalesce(churned, 0)', 'opening')} as logo_churn_bps,
    ${bps('lost', 'mrr_before')} as revenue_churn_bps,
    ${bps('mrr_before + grown - lost', 'mrr_before')} as nrr_bps,
    ${bps('mrr_before - lost', 'mrr_before')} as grr_bps, ${bps('won', 'lost')} as quick_ratio_bps
  from opened as o left join moves as v on v.month = o.month)`

const retained = `(
  with firsts as (
    select customer_unique_id, month as cohort_month, month_no as cohort_no
    from order_results where is_new_customer
  ),
  sizes as (select cohort_month, cohort_no, count(*) as customers from firsts group by 1, 2),
  active as (
    select f.cohort_no, p.month_no, count(*) as customers
    from (select distinct customer_unique_id, month_no from order_results) as p
    inner join firsts as f on f.customer_unique_id = p.customer_unique_id
    group by f.cohort_no, p.month_no
  )
  select s.cohort_month, m.month_no - s.cohort_no as months_since, s.customers,
    coalesce(a.customers, 0) as active_customers,
    ${bps('coalesce(a.customers, 0)', 's.customers')} as retention_bps
  from sizes as s
  inner join expected_months as m on m.month_no >= s.cohort_no
  left join active as a on a.cohort_no = s.cohort_no and a.month_no = m.month_no)`

const lifetime = `(
  with cohorts as (
    select *, channel as name from finance.acquisition_cohorts
    union all
    select *, 'all' from finance.acquisition_cohorts
  ),
  complete as (select * from cohorts where is_complete),
  back as (
    select c.name, r.months_since
    from complete as c
    inner join finance.customer_cohorts as r
      on r.channel = c.channel and r.cohort_month = c.cohort_month and r.months_since <= 11
    group by c.name, r.months_since
    having sum(r.cumulated_cents) >= sum(c.loaded_cost_cents)
  )
  select a.name as channel, sum(a.new_customers) as new_customers,
    coalesce(sum(a.new_customers) filter (where a.is_complete), 0) as complete_customers,
    ${bps('coalesce(sum(a.new_customers) filter (where a.is_complete), 0)', 'sum(a.new_customers)')} as complete_bps,
    ${average('sum(a.contribution_12m_cents) filter (where a.is_complete)', 'sum(a.new_customers) filter (where a.is_complete)')} as ltv_12m_cents,
    ${average('sum(a.loaded_cost_cents) filter (where a.is_complete)', 'sum(a.new_customers) filter (where a.is_complete)')} as loaded_cac_cents,
    ${bps('sum(a.contribution_12m_cents) filter (where a.is_complete)', 'sum(a.loaded_cost_cents) filter (where a.is_complete)')} as ltv_to_cac_bps,
    (select min(b.months_since) from back as b where b.name = a.name) as payback_months
  from cohorts as a
  group by a.name)`

const ratios = `(
  with spans as (
    select 'month' as period, month as start_date, month as first_month, month as last_month
    from expected_months
    union all
    select 'horizon', (select min(date) from finance.pnl_cohort_daily), min(month), max(month)
    from expected_months
  ),
  profit as (
    select s.period, s.start_date, sum(d.orders) as orders, sum(d.gmv_cents) as gmv,
      sum(${revenue}) as revenue, sum(d.contribution_after_marketing_cents) as contribution
    from spans as s
    inner join finance.pnl_cohort_daily as d
      on ${monthOf('d.date')} between s.first_month and s.last_month
    group by 1, 2
  ),
  spent as (
    select s.period, s.start_date, coalesce(sum(m.spend_cents), 0) as spend
    from spans as s
    left join market.fct_marketing_daily as m
      on ${monthOf('m.date')} between s.first_month and s.last_month
    group by 1, 2
  ),
  firsts as (
    select o.customer_unique_id, o.month, c.is_paid
    from order_results as o
    left join market.dim_channel as c on c.channel = o.channel
    where o.is_new_customer
  ),
  won as (
    select month, count(*) as persons, count(*) filter (where is_paid) as paid
    from firsts group by month
  ),
  again as (
    select o.customer_unique_id, f.month as won_in, o.month
    from order_results as o
    inner join firsts as f on f.customer_unique_id = o.customer_unique_id
    where not o.is_new_customer
  ),
  persons as (
    select s.period, s.start_date, coalesce(sum(w.persons), 0) as won,
      coalesce(sum(w.paid), 0) as paid,
      (select count(distinct a.customer_unique_id) from again as a
       where least(a.won_in, a.month) >= s.first_month
         and greatest(a.won_in, a.month) <= s.last_month) as back
    from spans as s
    left join won as w on w.month between s.first_month and s.last_month
    group by s.period, s.start_date, s.first_month, s.last_month
  )
  select p.period, p.start_date, p.orders, p.gmv as gmv_cents, p.revenue as revenue_cents,
    p.contribution as contribution_after_marketing_cents, ${average('p.gmv', 'p.orders')} as aov_cents,
    ${bps('p.revenue', 'p.gmv')} as take_rate_bps, ${bps('p.contribution', 'p.gmv')} as margin_of_gmv_bps,
    ${bps('p.contribution', 'p.revenue')} as margin_of_revenue_bps, s.spend as spend_cents,
    w.won as new_customers, w.paid as paid_new_customers,
    ${average('s.spend', 'w.won')} as blended_cac_cents, ${average('s.spend', 'w.paid')} as paid_cac_cents,
    ${bps('w.back', 'w.won')} as repeat_rate_bps
  from profit as p
  inner join spent as s on s.period = p.period and s.start_date = p.start_date
  inner join persons as w on w.period = p.period and w.start_date = p.start_date)`

/** Ratios that the field reads a marketplace by. */
export const metricLaws = lawsOf('finance', [
  {
    name: 'subscription_metrics',
    unit: 'rows',
    statement:
      'Churn, retention and the quick ratio of a month are those of its sellers and their MRR',
    distrust: 'churn, NRR, GRR and the quick ratio',
    needs: [],
    uses: [months],
    sql: sameRows({
      key: [
        ...['month', 'arpa_cents', 'logo_churn_bps', 'revenue_churn_bps', 'nrr_bps', 'grr_bps'],
        'quick_ratio_bps',
      ],
      counts: ['opening', 'gained', 'churned', 'closing'].map((name) => `${name}_subscribers`),
      published: 'finance.subscription_metrics',
      expected: subscriptions,
    }),
    fault: changed(
      'finance.subscription_metrics',
      ['month'],
      'churned_subscribers = churned_subscribers + 1',
      {},
    ),
  },
  {
    name: 'retention',
    unit: 'rows',
    statement:
      'Of the customers of a month, those who ordered again are distinct persons with an order',
    distrust: 'retention',
    needs: [],
    uses: [months, orderResults],
    sql: sameRows({
      key: ['cohort_month', 'months_since', 'retention_bps'],
      counts: ['customers', 'active_customers'],
      published: 'finance.retention',
      expected: retained,
    }),
    fault: changed(
      'finance.retention',
      ['cohort_month', 'months_since'],
      'active_customers = active_customers + 1',
      {},
    ),
  },
  {
    name: 'lifetime_value',
    unit: 'rows',
    statement:
      'What a customer brings in twelve months, by what it cost, is that of complete cohorts',
    distrust: 'lifetime value and payback',
    needs: [],
    sql: sameRows({
      key: [
        ...['channel', 'complete_bps', 'ltv_12m_cents', 'loaded_cac_cents', 'ltv_to_cac_bps'],
        'payback_months',
      ],
      counts: ['new_customers', 'complete_customers'],
      published: 'finance.lifetime_value',
      expected: lifetime,
    }),
    fault: changed('finance.lifetime_value', ['channel'], 'new_customers = new_customers + 1', {}),
  },
  {
    name: 'key_metrics',
    statement:
      'Order value, take rate, margins, CAC and repeat rate are ratios of what the days and persons say',
    distrust: 'order value, take rate, margins and CAC',
    needs: [],
    uses: [months, orderResults],
    sql: sameRows({
      key: [
        ...['period', 'start_date', 'aov_cents', 'take_rate_bps', 'margin_of_gmv_bps'],
        ...['margin_of_revenue_bps', 'blended_cac_cents', 'paid_cac_cents', 'repeat_rate_bps'],
      ],
      cents: ['gmv_cents', 'revenue_cents', 'contribution_after_marketing_cents', 'spend_cents'],
      counts: ['orders', 'new_customers', 'paid_new_customers'],
      published: 'finance.key_metrics',
      expected: ratios,
    }),
    fault: changed(
      'finance.key_metrics',
      ['period', 'start_date'],
      'revenue_cents = revenue_cents + 99',
      { cents: '99' },
    ),
  },
])
