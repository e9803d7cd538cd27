import { corruptionsOf } from './corruption.js'

const item = 'order_id = :order_id and order_item_id = :order_item_id'

/** Lies of unit economics. */
export const unitEconomicsCorruptions = corruptionsOf('finance', [
  {
    what: 'fan-out: items joined to items on order_id alone',
    pick: `select sum((items - 1) * gmv_cents) as stake from (
             select count(*) as items, sum(gmv_cents) as gmv_cents
             from fct_unit_economics group by order_id)`,
    sql: `create table doubled as
            select u.* from fct_unit_economics as u
            inner join fct_unit_economics as v on v.order_id = u.order_id;
          delete from fct_unit_economics;
          insert into fct_unit_economics select * from doubled;
          drop table doubled`,
    law: 'finance.no_fan_out',
  },
  {
    what: 'a cancelled order that earns commission',
    pick: `select order_id, 900 as stake from fct_unit_economics
           where order_status = 'canceled' order by order_id limit 1`,
    sql: `update fct_unit_economics set commission_cents = 900
          where order_id = :order_id and order_item_id = 1`,
    law: 'finance.nothing_without_its_event',
  },
  {
    what: 'a cent more commission than the rate',
    pick: `select order_id, order_item_id, 1 as stake from fct_unit_economics
           where commission_cents > 0 order by order_id, order_item_id limit 1`,
    sql: `update fct_unit_economics set commission_cents = commission_cents + 1 where ${item}`,
    law: 'finance.commission_is_its_rate',
  },
  {
    what: 'freight billed twice',
    pick: `select order_id, order_item_id, freight_billed_cents as stake from fct_unit_economics
           where freight_billed_cents > 0 order by order_id, order_item_id limit 1`,
    sql: `update fct_unit_economics set freight_billed_cents = 2 * freight_billed_cents
          where ${item}`,
    law: 'finance.freight_is_billed_once',
  },
  {
    what: 'acquisition cost left off an item',
    pick: `select order_id, order_item_id, acquisition_cost_cents as stake from fct_unit_economics
           where acquisition_cost_cents > 0 order by order_id, order_item_id limit 1`,
    sql: `update fct_unit_economics set acquisition_cost_cents = 0 where ${item}`,
    law: 'finance.orders_are_whole',
  },
  {
    what: 'an item credited to another channel',
    pick: `select order_id, order_item_id, gmv_cents as stake from fct_unit_economics
           where channel = 'direct' order by order_id, order_item_id limit 1`,
    sql: `update fct_unit_economics set channel = 'facebook_ads' where ${item}`,
    law: 'finance.items_keep_their_channel',
  },
  {
    what: 'a contribution that does not add up',
    pick: `select order_id, order_item_id, 25 as stake from fct_unit_economics
           order by order_id, order_item_id limit 1`,
    sql: `update fct_unit_economics set contribution_3_cents = contribution_3_cents + 25
          where ${item}`,
    law: 'finance.contributions_add_up',
  },
  {
    what: 'a delivery before its purchase',
    pick: `select order_id, payment_cents as stake from fct_order_events
           where delivery_date is not null order by order_id limit 1`,
    sql: `update fct_order_events set delivery_date = purchase_date - 1
          where order_id = :order_id`,
    law: 'finance.no_event_before_purchase',
  },
])
