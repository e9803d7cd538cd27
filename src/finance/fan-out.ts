import type { Engine } from '../engine/index.js'

/**
 * Refuses unit economics that hold an item twice or not at all, before anything is added up over them:
 * a join of items to items on order_id alone looks like growth.
 *
 * @throws Error with the rows that came and those of the warehouse's orders
 */
export async function refuseFanOut(db: Engine): Promise<void> {
  const [count] = await db.rows<{ held: number; distinct_items: number; items: number }>(
    `select
       (select count(*) from fct_unit_economics) as held,
       (select count(*) from (
         select distinct order_id, order_item_id from fct_unit_economics
       ) as keys) as distinct_items,
       (select count(*) from dwh.fct_order_items where purchase_date is not null) as items`,
  )
  const { held, distinct_items, items } = count!
  if (held === items && distinct_items === items) return
  throw new Error(
    `fct_unit_economics: got ${held} rows for ${distinct_items} items, needed one for each of the ${items} items of orders in the warehouse. A join on order_id alone multiplies items: join on order_item_id too.`,
  )
}
