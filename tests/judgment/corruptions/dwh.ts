import { corruptionsOf } from './corruption.js'

const ONE_ITEM = `
  select order_id, order_item_id, price_cents, price_cents + freight_cents as whole_cents
  from fct_order_items where price_cents > 0 order by order_id, order_item_id limit 1`

const item = 'order_id = :order_id and order_item_id = :order_item_id'

/** Lies of the warehouse. */
export const dwhCorruptions = corruptionsOf('dwh', [
  {
    what: 'an item lost on the way from the file',
    pick: `select *, price_cents as stake from (${ONE_ITEM})`,
    sql: `delete from fct_order_items where ${item}`,
    law: 'dwh.item_rows_conserved',
  },
  {
    what: 'a cent moved in a price',
    pick: `select *, 1 as stake from (${ONE_ITEM})`,
    sql: `update fct_order_items set price_cents = price_cents + 1 where ${item}`,
    law: 'dwh.items_conserved',
  },
  {
    what: 'an item doubled by a join',
    pick: `select *, price_cents as stake from (${ONE_ITEM})`,
    sql: `insert into fct_order_items select * from fct_order_items where ${item}`,
    law: 'dwh.items_unique',
  },
  {
    what: 'an order doubled',
    pick: 'select order_id, payment_cents as stake from fct_orders order by order_id limit 1',
    sql: 'insert into fct_orders select * from fct_orders where order_id = :order_id',
    law: 'dwh.orders_conserved',
  },
  {
    what: 'a payment lost',
    pick: `select order_id, payment_cents as stake from fct_payments
           where payment_sequential = 1 and payment_cents > 0 order by order_id limit 1`,
    sql: 'delete from fct_payments where order_id = :order_id and payment_sequential = 1',
    law: 'dwh.payments_conserved',
  },
  {
    what: 'a purchase shifted to the next day',
    pick: `select order_id, price_cents + freight_cents as stake
           from fct_orders where items > 0 order by order_id limit 1`,
    sql: 'update fct_orders set purchase_date = purchase_date + 1 where order_id = :order_id',
    law: 'dwh.purchase_day_kept',
  },
  {
    what: 'a seller that is not there',
    pick: `select *, price_cents as stake from (${ONE_ITEM})`,
    sql: `update fct_order_items set seller_id = 'nobody' where ${item}`,
    law: 'dwh.keys_known',
  },
])
