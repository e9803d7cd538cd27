import { emptied, gone } from '../../fault.js'
import { lawsOf } from '../../law.js'
import { contributing, netOf } from '../../profit-lines.js'
import { average, monthOf, sameRows } from '../../sql.js'
import { months } from '../../working/calendar.js'
import { orderResults, wasted } from '../../working/order-results.js'
import type { WorkingTable } from '../../working/working-table.js'

/** Every cohort of customers (channel and month of their first order) in every month from then on. */
const cohorts: WorkingTable = {
  name: 'expected_cohorts',
  uses: [months, orderResults],
  select: `
    with firsts as (
      select customer_unique_id, channel, month as cohort_month, month_no as cohort_no
      from order_results where is_new_customer
    ),
    monthly as (
      select f.channel, f.cohort_month, o.month_no, count(*) as orders,
        sum(o.contribution_2_cents) as contribution_2_cents,
        sum(o.acquisition_cost_cents) filter (where not o.is_new_customer) as repeat_cents
      from order_results as o
      inner join firsts as f on f.customer_unique_id = o.customer_unique_id
      group by 1, 2, 3
    ),
    grid as (
      select f.channel, f.cohort_month, f.cohort_no, m.month_no
      from (select distinct channel, cohort_month, cohort_no from firsts) as f
      inner join expected_months as m on m.month_no >= f.cohort_no
    )
    select g.channel, g.cohort_month, g.month_no - g.cohort_no as months_since,
      coalesce(n.orders, 0) as orders, coalesce(n.contribution_2_cents, 0) as contribution_2_cents,
      coalesce(n.repeat_cents, 0) as repeat_acquisition_cents,
      (select coalesce(sum(b.contribution_2_cents - coalesce(b.repeat_cents, 0)), 0)
       from monthly as b where b.channel = g.channel and b.cohort_month = g.cohort_month
         and b.month_no <= g.month_no) as cumulated_cents
    from grid as g
    left join monthly as n on n.channel = g.channel and n.cohort_month = g.cohort_month
      and n.month_no = g.month_no`,
}

/** What customers cost to win and brought in since. */
export const cohortLaws = lawsOf('finance', [
  {
    name: 'customer_cohorts',
    statement:
      'The customers whom a channel won in a month brought in, month by month, what their orders came to',
    distrust: 'payback and customer value',
    needs: [],
    uses: [cohorts],
    sql: sameRows({
      key: ['channel', 'cohort_month', 'months_since'],
      cents: ['contribution_2_cents', 'repeat_acquisition_cents', 'cumulated_cents'],
      counts: ['orders'],
      published: 'finance.customer_cohorts',
      expected: 'expected_cohorts',
    }),
    fault: emptied(
      'finance.customer_cohorts',
      ['channel', 'cohort_month', 'months_since'],
      'cumulated_cents',
      'months_since = 0',
    ),
  },
  {
    name: 'acquisition_cohorts',
    statement:
      'Winning the customers of a month cost their first orders’ clicks and, loaded, the month’s waste; it is paid back when what they brought covers it',
    distrust: 'payback and 12-month contribution',
    needs: [],
    uses: [cohorts, wasted],
    sql: sameRows({
      key: [
        ...['channel', 'cohort_month', 'contribution_12m_per_customer_cents', 'payback_months'],
        ...['months_seen', 'is_complete'],
      ],
      cents: ['paid_cost_cents', 'loaded_cost_cents', 'contribution_12m_cents'],
      counts: ['new_customers'],
      published: 'finance.acquisition_cohorts',
      expected: `(
        with won as (
          select channel, month, count(distinct customer_unique_id) as new_customers,
            sum(acquisition_cost_cents) as paid_cost_cents
          from order_results where is_new_customer group by channel, month
        ),
        waste as (
          select channel, ${monthOf('date')} as month,
            sum(decayed_cents + expired_cents + no_response_cents) as cents
          from wasted_daily group by 1, 2
        ),
        costs as (
          select w.*, w.paid_cost_cents + coalesce(s.cents, 0) as loaded_cost_cents
          from won as w left join waste as s on s.channel = w.channel and s.month = w.month
        ),
        returned as (
          select c.channel, c.month as cohort_month, min(c.new_customers) as new_customers,
            min(c.paid_cost_cents) as paid_cost_cents, min(c.loaded_cost_cents) as loaded_cost_cents,
            sum(r.contribution_2_cents - r.repeat_acquisition_cents) filter (where r.months_since <= 11)
              as contribution_12m_cents,
            min(r.months_since) filter (where r.cumulated_cents >= c.loaded_cost_cents) as payback_months,
            count(*) as months_seen, count(*) >= 12 as is_complete
          from costs as c
          inner join expected_cohorts as r on r.channel = c.channel and r.cohort_month = c.month
          group by 1, 2
        )
        select *, ${average('contribution_12m_cents', 'new_customers')}
          as contribution_12m_per_customer_cents
        from returned)`,
    }),
    fault: emptied(
      'finance.acquisition_cohorts',
      ['channel', 'cohort_month'],
      'contribution_12m_cents',
    ),
  },
  {
    name: 'loss_shares',
    statement:
      'Items, orders, sellers and customers that lose money, and how much, are counted once each',
    distrust: 'how many lose money',
    needs: [],
    uses: [orderResults],
    sql: sameRows({
      key: ['subject', 'losing_bps'],
      cents: ['loss_cents', 'gain_cents', 'contribution_3_cents'],
      counts: ['subjects', 'losing'],
      published: 'finance.loss_shares',
      expected: `(
        with ${subjectsSql()}
        select subject, count(*) as subjects, count(*) filter (where cents < 0) as losing,
          ${average('(10000 * count(*) filter (where cents < 0))', 'count(*)')} as losing_bps,
          coalesce(-sum(cents) filter (where cents < 0), 0) as loss_cents,
          coalesce(sum(cents) filter (where cents > 0), 0) as gain_cents, sum(cents) as contribution_3_cents
        from subjects group by subject)`,
    }),
    fault: {
      victim: `select gain_cents as cents from finance.loss_shares where subject = 'order'`,
      breaks: `update finance.loss_shares set gain_cents = 0 where subject = 'order'`,
    },
  },
  {
    name: 'contribution_distribution',
    statement:
      'Every item, order, seller and customer stands in the bucket of its contribution, once',
    distrust: 'the distribution of contribution',
    needs: [],
    uses: [orderResults],
    sql: sameRows({
      key: ['subject', 'from_cents', 'to_cents'],
      cents: ['contribution_3_cents'],
      counts: ['subjects'],
      published: 'finance.contribution_distribution',
      expected: `(
        with ${subjectsSql()},
        placed as (
          select *, case when subject = 'seller' then 10000 else 500 end as width from subjects
        ),
        cut as (
          select *, width * greatest(-20, least(19, cast(floor(cents / width) as bigint)))
            as from_cents
          from placed
        )
        select subject, from_cents, from_cents + width as to_cents, count(*) as subjects,
          sum(cents) as contribution_3_cents
        from cut group by subject, from_cents, width)`,
    }),
    fault: gone('finance.contribution_distribution', ['subject', 'from_cents'], {
      cents: 'abs(contribution_3_cents)',
    }),
  },
])

function subjectsSql(): string {
  const orderCents = 'contribution_2_cents - acquisition_cost_cents'
  const itemCents = netOf(contributing(3))
  return `subjects as (
    select 'item' as subject, ${itemCents} as cents from finance.fct_unit_economics
    union all
    select 'order', ${orderCents} from order_results
    union all
    select 'seller', sum(${itemCents}) from finance.fct_unit_economics group by seller_id
    union all
    select 'customer', sum(${orderCents}) from order_results group by customer_unique_id
  )`
}
