import { lawsOf } from '../../law.js'
import { sameRows } from '../../sql.js'

const CHECKS = 'dwh.integrity_checks'
const ORDERS = 'dwh.fct_orders'

/** The orders that have a defect, by how it is counted; `p` is whether anything was paid. */
const defects: Readonly<Record<string, string>> = {
  purchase_before_approval: 'purchased_at > approved_at',
  approval_before_hand_over: 'approved_at > handed_over_at',
  hand_over_before_delivery: 'handed_over_at > delivered_at',
  delivery_by_the_estimate: 'delivered_at > estimated_delivery_at',
  orders_have_items: 'items = 0',
  orders_have_payments: 'p.order_id is null',
  payments_equal_items_and_freight: `items > 0 and p.order_id is not null
      and abs(payment_cents - price_cents - freight_cents)
        > (select cast(value as bigint) from assumed where id = 'dwh.payment_tolerance_cents')`,
  delivered_orders_have_a_delivery_date: "order_status = 'delivered' and delivered_at is null",
}

/** Facts whose rows are of orders. */
const facts = ['fct_order_items', 'fct_payments', 'fct_reviews']
const orphans = (fact: string) => `relationships_${fact}_order_id_fct_orders`

/** What a defect of the data is counted as, asked again from the tables. */
const counted = `(
  with counts as (
    select ${Object.entries(defects)
      .map(([id, where]) => `count(*) filter (where ${where}) as ${id}`)
      .join(',\n      ')}
    from ${ORDERS} as o
    left join (select distinct order_id from dwh.fct_payments) as p on p.order_id = o.order_id
  )
  ${Object.keys(defects)
    .map(
      (id) => `select '${id}' as check_id, 'warning' as severity, ${id} as violations from counts`,
    )
    .join(' union all ')}
  union all
  select f.check_id, 'warning', count(f.part) filter (where o.order_id is null)
  from (
    ${facts
      .map((fact) => `select '${orphans(fact)}' as check_id, order_id, 1 as part from dwh.${fact}`)
      .join(' union all ')}
    union all
    ${facts.map((fact) => `select '${orphans(fact)}', null, null`).join(' union all ')}
  ) as f
  left join ${ORDERS} as o on o.order_id = f.order_id
  group by f.check_id)`

/** The record of what the build of the warehouse checked. */
export const integrityLaws = lawsOf('dwh', [
  {
    name: 'defects_are_counted',
    unit: 'rows',
    figure: 'gmv',
    statement:
      'The record of checks counts every defect of the data as often as the tables have it, and no check that stops the build was broken',
    distrust: 'what is told of defects in the data',
    needs: ['dwh.payment_tolerance_cents'],
    sql: `
      ${sameRows({
        key: ['check_id', 'severity', 'violations'],
        published: `(select * from ${CHECKS}
          where check_id in (${[...Object.keys(defects), ...facts.map(orphans)]
            .map((id) => `'${id}'`)
            .join(', ')}))`,
        expected: counted,
      })}
      union all
      select 0, check_id from ${CHECKS} where severity = 'error' and violations is distinct from 0
      union all
      select 0, concat(check_id, ' ', count(*)) from ${CHECKS}
      group by check_id having count(*) > 1 or max(statement) is null or max(kind) is null
        or max(table_name) is null or max(severity) not in ('error', 'warning')`,
    fault: {
      victim: 'select 2 as rows',
      breaks: `update ${CHECKS} set violations = violations + 1 where check_id = 'orders_have_items'`,
    },
  },
])
