import { isRevenue } from '../../../schema/finance/profit-lines.js'
import { changed, emptied } from '../../fault.js'
import { profitLines } from '../../known-lines.js'
import { lawsOf } from '../../law.js'
import { contributing, netOf } from '../../profit-lines.js'
import { average, monthOf, sameRows } from '../../sql.js'
import { dailyCosts } from '../../working/daily-costs.js'

const FUNNEL = 'finance.lead_funnel'
const COHORTS = 'finance.won_seller_cohorts'

const bps = (part: string, whole: string) => average(`(10000 * (${part}))`, whole)

const revenue = profitLines
  .filter((line) => line.arises === 'order' && isRevenue(line))
  .map(({ id }) => `u.${id}_cents`)
  .join(' + ')

const won = `
  select seller_id, min(cast(won_at as date)) as closing_date
  from dwh.fct_leads where won_at is not null and seller_id is not null group by seller_id`

/** What a won seller brought: each item since its deal, each month of a plan from that of the deal on. */
const brought = `
  select w.seller_id, 1 as sold, i.price_cents as gmv_cents, ${revenue} as revenue_cents,
    ${netOf(contributing(2), 'u.')} as contribution_cents
  from won as w
  inner join dwh.fct_order_items as i
    on i.seller_id = w.seller_id and i.purchase_date >= w.closing_date
  inner join finance.fct_unit_economics as u
    on u.order_id = i.order_id and u.order_item_id = i.order_item_id
  union all
  select w.seller_id, 0, 0, s.recognised_cents, s.recognised_cents
  from won as w
  inner join finance.fct_subscriptions as s
    on s.seller_id = w.seller_id and s.month >= ${monthOf('w.closing_date')}`

const cohorts = `(
  with won as (${won}),
  brought as (${brought}),
  cohorts as (
    select ${monthOf('w.closing_date')} as closing_month,
      count(distinct w.seller_id) as won_sellers,
      count(distinct b.seller_id) filter (where b.sold = 1) as selling_sellers,
      coalesce(sum(b.gmv_cents), 0) as gmv_cents,
      coalesce(sum(b.revenue_cents), 0) as revenue_cents,
      coalesce(sum(b.contribution_cents), 0) as contribution_cents
    from won as w left join brought as b on b.seller_id = w.seller_id
    group by 1
  ),
  costs as (
    select ${monthOf('c.date')} as closing_month, sum(c.cents) as winning_cost_cents
    from daily_costs as c
    inner join assumed as a
      on a.id = concat('finance.fixed_costs.', c.segment, '.wins_sellers') and a.value = 'true'
    where c.line = 'fixed_cost'
    group by 1
  )
  select closing_month, coalesce(won_sellers, 0) as won_sellers,
    coalesce(selling_sellers, 0) as selling_sellers, coalesce(gmv_cents, 0) as gmv_cents,
    coalesce(revenue_cents, 0) as revenue_cents,
    coalesce(contribution_cents, 0) as contribution_cents,
    ${average('revenue_cents', 'won_sellers')} as revenue_per_seller_cents,
    ${average('contribution_cents', 'won_sellers')} as contribution_per_seller_cents,
    winning_cost_cents, ${average('winning_cost_cents', 'won_sellers')} as cac_cents
  from cohorts full join costs using (closing_month))`

/** How sellers were won, and what they brought. They say nothing where no file tells of leads. */
export const sellerLaws = lawsOf('finance', [
  {
    name: 'lead_funnel',
    figure: 'gmv',
    unit: 'rows',
    statement:
      'Every lead stands once in the funnel of its origin and month, won or not, selling or not, with the days that its deal took',
    distrust: 'what became of leads',
    needs: [],
    sql: sameRows({
      key: ['origin', 'contact_month', 'won_bps', 'average_close_days'],
      counts: ['leads', 'won', 'selling', 'close_days'],
      published: FUNNEL,
      expected: `(
        with leads as (
          select origin, ${monthOf('first_contact_date')} as contact_month, won_at is not null as is_won,
            seller_id in (select seller_id from dwh.fct_order_items) as is_selling,
            cast(won_at as date) - first_contact_date as days
          from dwh.fct_leads
        )
        select origin, contact_month, count(*) as leads, count(*) filter (where is_won) as won,
          count(*) filter (where is_won and is_selling) as selling,
          ${bps('count(*) filter (where is_won)', 'count(*)')} as won_bps,
          coalesce(sum(days), 0) as close_days,
          ${average('coalesce(sum(days), 0)', 'count(*) filter (where is_won)')} as average_close_days
        from leads group by origin, contact_month)`,
    }),
    fault: changed(FUNNEL, ['origin', 'contact_month'], 'won = won - 1', { where: 'won > 0' }),
  },
  {
    name: 'won_seller_cohorts',
    statement:
      'Sellers won in a month brought what their items since the deal and their plans came to, and cost what is declared for winning them',
    distrust: 'what won sellers bring and cost',
    needs: [],
    uses: [dailyCosts],
    sql: sameRows({
      key: [
        ...['closing_month', 'revenue_per_seller_cents', 'contribution_per_seller_cents'],
        ...['winning_cost_cents', 'cac_cents'],
      ],
      cents: ['gmv_cents', 'revenue_cents', 'contribution_cents'],
      counts: ['won_sellers', 'selling_sellers'],
      published: COHORTS,
      expected: cohorts,
    }),
    fault: emptied(COHORTS, ['closing_month'], 'gmv_cents'),
  },
])
