import { emptied } from '../../fault.js'
import { lawsOf } from '../../law.js'
import { declaredOf, number, sameRows } from '../../sql.js'
import { months } from '../../working/calendar.js'
import type { WorkingTable } from '../../working/working-table.js'

/** Every seller in every month of the horizon: what it sold before, and the plan that follows. */
const plans: WorkingTable = {
  name: 'expected_plans',
  uses: [months],
  select: `
    with sales as (
      select seller_id, year(purchase_date) * 12 + month(purchase_date) as month_no,
        sum(price_cents) as cents
      from dwh.fct_order_items where purchase_date is not null group by 1, 2
    ),
    prices as (${declaredOf('finance.subscription_plans', 'plan', ['above_cents', 'price_cents'])}),
    rules as (
      select ${number('finance.subscription_trailing_months')} as trailing_months,
        ${number('finance.subscription_churn_months')} as churn_months
    ),
    standing as (
      select s.seller_id, m.month_no,
        sum(case when m.month_no - s.month_no <= r.trailing_months then s.cents else 0 end)
          as trailing_gmv_cents
      from sales as s
      cross join rules as r
      inner join expected_months as m on m.month_no > s.month_no
        and m.month_no - s.month_no <= greatest(r.trailing_months, r.churn_months)
      group by s.seller_id, m.month_no
      having min(m.month_no - s.month_no) <= min(r.churn_months)
    )
    select t.seller_id, t.month_no, t.trailing_gmv_cents,
      arg_min(p.plan, row(-p.above_cents, p.plan)) as plan,
      arg_min(p.price_cents, row(-p.above_cents, p.plan)) as price_cents
    from standing as t
    cross join rules as r
    inner join prices as p
      on p.above_cents = 0 or t.trailing_gmv_cents > p.above_cents * r.trailing_months
    group by t.seller_id, t.month_no, t.trailing_gmv_cents`,
}

const expectedSubscriptions = `(
  with now as (
    select p.*, b.price_cents as before_cents,
      min(p.month_no) over (partition by p.seller_id) as first_month_no
    from expected_plans as p
    left join expected_plans as b on b.seller_id = p.seller_id and b.month_no = p.month_no - 1
  ),
  moved as (
    select seller_id, month_no, plan, trailing_gmv_cents, price_cents,
      price_cents - coalesce(before_cents, 0) as change_cents,
      case when month_no = first_month_no then 'new'
        when before_cents is null then 'reactivation'
        when price_cents = before_cents then 'retained'
        when price_cents > before_cents then 'expansion' else 'contraction' end as movement
    from now
    union all
    select p.seller_id, p.month_no + 1, 'none', 0, 0, -p.price_cents, 'churn'
    from expected_plans as p
    left join expected_plans as n on n.seller_id = p.seller_id and n.month_no = p.month_no + 1
    where n.month_no is null
  )
  select v.seller_id, m.month, v.plan, v.movement, v.trailing_gmv_cents,
    v.price_cents as billed_cents, v.price_cents as mrr_cents, v.change_cents as mrr_change_cents,
    v.price_cents // m.days_in_month * m.days_reached
      + least(v.price_cents % m.days_in_month, m.days_reached) as recognised_cents
  from moved as v
  inner join expected_months as m on m.month_no = v.month_no)`

const movements = ['new', 'reactivation', 'expansion', 'contraction', 'churn']

/** Subscriptions follow sales, are earned by day, and every cent of MRR moves for a reason. */
export const subscriptionLaws = lawsOf('finance', [
  {
    name: 'subscriptions_follow_sales',
    statement:
      'A seller is on the plan of its past sales from the month after its first, at its price, until it has been silent too long; what moves MRR is named',
    distrust: 'subscription revenue and MRR',
    needs: [
      'finance.subscription_trailing_months',
      'finance.subscription_churn_months',
      'finance.subscription_plans.*.above_cents',
      'finance.subscription_plans.*.price_cents',
    ],
    uses: [plans],
    sql: sameRows({
      isLarge: true,
      key: ['seller_id', 'month', 'plan', 'movement'],
      cents: [
        ...['billed_cents', 'recognised_cents', 'mrr_cents', 'mrr_change_cents'],
        'trailing_gmv_cents',
      ],
      published: 'finance.fct_subscriptions',
      expected: expectedSubscriptions,
    }),
    fault: emptied('finance.fct_subscriptions', ['seller_id', 'month'], 'billed_cents'),
  },
  {
    name: 'mrr_bridge',
    statement:
      'The MRR of a month is what subscribers pay, and came from the month before by named movements',
    distrust: 'MRR',
    needs: [],
    uses: [months],
    sql: sameRows({
      key: ['month'],
      cents: ['opening_cents', ...movements.map((name) => `${name}_cents`), 'closing_cents'],
      counts: ['subscribers'],
      published: 'finance.mrr_bridge',
      expected: `(
        with paid as (
          select month, sum(mrr_cents) as mrr_cents, count(*) filter (where mrr_cents > 0) as subscribers,
            ${movements.map((name) => `sum(mrr_change_cents) filter (where movement = '${name}') as ${name}_cents`).join(', ')}
          from finance.fct_subscriptions group by month
        )
        select m.month, coalesce(p.mrr_cents, 0) as closing_cents,
          coalesce(b.mrr_cents, 0) as opening_cents, coalesce(p.subscribers, 0) as subscribers,
          ${movements.map((name) => `coalesce(p.${name}_cents, 0) as ${name}_cents`).join(', ')}
        from expected_months as m
        left join paid as p on p.month = m.month
        left join paid as b on b.month = m.month - interval 1 month)`,
    }),
    fault: emptied('finance.mrr_bridge', ['month'], 'closing_cents'),
  },
])
