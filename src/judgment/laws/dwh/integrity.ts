import { lawsOf } from '../../law.js'
import { sameRows } from '../../sql.js'

const CHECKS = 'dwh.integrity_checks'
const ORDERS = 'dwh.fct_orders'

const after = (first: string, then: string) =>
  `select count(*) from ${ORDERS} where ${first} > ${then}`
const orphans = (fact: string) => `
  select count(*) from dwh.${fact} as f
  where not exists (select 1 from ${ORDERS} as o where o.order_id = f.order_id)`

/** What a defect of the data is counted as, asked again from the tables. */
const counts: Readonly<Record<string, string>> = {
  purchase_before_approval: after('purchased_at', 'approved_at'),
  approval_before_hand_over: after('approved_at', 'handed_over_at'),
  hand_over_before_delivery: after('handed_over_at', 'delivered_at'),
  delivery_by_the_estimate: after('delivered_at', 'estimated_delivery_at'),
  orders_have_items: `select count(*) from ${ORDERS} where items = 0`,
  orders_have_payments: `
    select count(*) from ${ORDERS} as o
    where not exists (select 1 from dwh.fct_payments as p where p.order_id = o.order_id)`,
  payments_equal_items_and_freight: `
    select count(*) from ${ORDERS} as o
    where items > 0
      and exists (select 1 from dwh.fct_payments as p where p.order_id = o.order_id)
      and abs(payment_cents - price_cents - freight_cents)
        > (select cast(value as bigint) from assumed where id = 'dwh.payment_tolerance_cents')`,
  delivered_orders_have_a_delivery_date: `
    select count(*) from ${ORDERS} where order_status = 'delivered' and delivered_at is null`,
  relationships_fct_order_items_order_id_fct_orders: orphans('fct_order_items'),
  relationships_fct_payments_order_id_fct_orders: orphans('fct_payments'),
  relationships_fct_reviews_order_id_fct_orders: orphans('fct_reviews'),
}

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
          where check_id in (${Object.keys(counts)
            .map((id) => `'${id}'`)
            .join(', ')}))`,
        expected: `(${Object.entries(counts)
          .map(
            ([id, count]) =>
              `select '${id}' as check_id, 'warning' as severity, (${count}) as violations`,
          )
          .join('\n        union all\n        ')})`,
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
