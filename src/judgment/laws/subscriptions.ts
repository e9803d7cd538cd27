import { lawsOf, sameCents, uniqueRows } from '../law.js'

/** Subscriptions follow sales, are earned by day, and every cent of MRR moves for a reason. */
export const subscriptionLaws = lawsOf('finance', [
  {
    name: 'subscriptions_unique',
    statement: 'A seller has one plan a month',
    distrust: 'subscription revenue',
    sql: uniqueRows('finance.fct_subscriptions', ['seller_id', 'month'], 'billed_cents'),
  },
  {
    name: 'mrr_bridge_closes',
    statement: 'Every month: closing MRR = opening + movements = what subscribers pay',
    distrust: 'MRR',
    impact: 'figure',
    sql: `
      select greatest(
          abs(b.closing_cents - b.opening_cents - b.new_cents - b.reactivation_cents
            - b.expansion_cents - b.contraction_cents - b.churn_cents),
          abs(b.opening_cents - b.closed_cents),
          abs(b.closing_cents - coalesce(s.mrr_cents, 0))
        ) as amount_cents, cast(b.month as varchar) as sample
      from (
        select *, lag(closing_cents, 1, 0) over (order by month) as closed_cents
        from finance.mrr_bridge
      ) as b
      left join (
        select month, sum(mrr_cents) as mrr_cents from finance.fct_subscriptions group by month
      ) as s on s.month = b.month
      where b.closing_cents <> b.opening_cents + b.new_cents + b.reactivation_cents
          + b.expansion_cents + b.contraction_cents + b.churn_cents
        or b.opening_cents <> b.closed_cents
        or b.closing_cents <> coalesce(s.mrr_cents, 0)`,
  },
  {
    name: 'movements_make_mrr',
    statement: 'The MRR of a seller is the sum of its movements so far',
    distrust: 'MRR',
    impact: 'figure',
    sql: `
      select abs(mrr_cents - moved_cents) as amount_cents, concat(seller_id, ' ', month) as sample
      from (
        select seller_id, month, mrr_cents,
          sum(mrr_change_cents) over (partition by seller_id order by month) as moved_cents
        from finance.fct_subscriptions
      ) as sellers
      where mrr_cents <> moved_cents`,
  },
  {
    name: 'no_bill_before_a_sale',
    statement: 'No seller is billed before it has sold, or after the months of silence have passed',
    distrust: 'subscription revenue',
    sql: `
      select s.billed_cents as amount_cents, concat(s.seller_id, ' ', s.month) as sample
      from finance.fct_subscriptions as s
      cross join (
        select cast(value as bigint) as months
        from assumed where id = 'finance.subscription_churn_months'
      ) as c
      left join (
        select distinct seller_id, cast(date_trunc('month', purchase_date) as date) as sale_month
        from dwh.fct_order_items
      ) as i on i.seller_id = s.seller_id
      where s.billed_cents > 0
      group by s.seller_id, s.month, s.billed_cents, c.months
      having sum(case when i.sale_month < s.month
        and date_diff('month', i.sale_month, s.month) <= c.months then 1 else 0 end) = 0`,
  },
  {
    name: 'plans_cost_what_they_cost',
    statement: 'A seller is billed the declared price of its plan',
    distrust: 'subscription revenue',
    sql: `
      select abs(s.billed_cents - coalesce(cast(a.value as bigint), 0)) as amount_cents,
        concat(s.seller_id, ' ', s.month) as sample
      from finance.fct_subscriptions as s
      left join assumed as a
        on a.id = concat('finance.subscription_plans.', s.plan, '.price_cents')
      where s.billed_cents <> coalesce(cast(a.value as bigint), 0)
        or s.mrr_cents <> s.billed_cents`,
  },
  {
    name: 'plans_follow_past_sales',
    statement: 'The GMV that picks a plan is that of the months before it',
    distrust: 'subscription plans',
    sql: `
      select abs(trailing_gmv_cents - past_cents) as amount_cents,
        concat(seller_id, ' ', month) as sample
      from (
        select s.seller_id, s.month, s.trailing_gmv_cents,
          sum(case when i.sale_month < s.month
            and date_diff('month', i.sale_month, s.month) <= c.months
            then i.price_cents else 0 end) as past_cents
        from finance.fct_subscriptions as s
        cross join (
          select cast(value as bigint) as months
          from assumed where id = 'finance.subscription_trailing_months'
        ) as c
        left join (
          select seller_id, cast(date_trunc('month', purchase_date) as date) as sale_month,
            sum(price_cents) as price_cents
          from dwh.fct_order_items
          group by seller_id, cast(date_trunc('month', purchase_date) as date)
        ) as i on i.seller_id = s.seller_id
        where s.plan <> 'none'
        group by s.seller_id, s.month, s.trailing_gmv_cents
      ) as plans
      where trailing_gmv_cents <> past_cents`,
  },
  {
    name: 'billed_is_earned_or_deferred',
    statement: 'Of every bill, what is not earned by the last day is deferred, to the cent',
    distrust: 'subscription revenue and deferred revenue',
    sql: sameCents(
      ['account'],
      `select account, -amount_cents as cents
       from finance.journal_lines
       where account in ('subscription_revenue', 'deferred_subscription')`,
      `select 'subscription_revenue' as account, recognised_cents as cents
       from finance.fct_subscriptions
       union all
       select 'deferred_subscription' as account, billed_cents - recognised_cents as cents
       from finance.fct_subscriptions`,
    ),
  },
])
