import { changed, twice } from '../../fault.js'
import { sameNumber, state, word, zip } from '../../file-text.js'
import { lawsOf } from '../../law.js'
import { sameRows } from '../../sql.js'

/** The dimensions of the warehouse are the text of the files. */
export const dimensionLaws = lawsOf('dwh', [
  {
    name: 'members_once',
    unit: 'rows',
    statement: 'A product, a zip prefix and a review of an order stand once',
    distrust: 'profit by category, maps and reviews',
    needs: [],
    sql: `
      select 0 as amount_cents, concat('product ', product_id) as sample
      from dwh.dim_product group by product_id having count(*) > 1
      union all
      select 0, concat('zip prefix ', zip_code_prefix)
      from dwh.dim_geography group by zip_code_prefix having count(*) > 1
      union all
      select 0, concat('review ', review_id, ' ', order_id)
      from dwh.fct_reviews group by review_id, order_id having count(*) > 1`,
    fault: twice('dwh.dim_product', ['product_id'], {}),
  },
  {
    name: 'persons_are_the_file',
    unit: 'rows',
    statement:
      'Every person of the customers file is there once, with the address of the latest order, its first day and its orders',
    distrust: 'profit by state, cohorts and CAC',
    needs: [],
    sql: sameRows({
      isLarge: true,
      key: [
        'customer_unique_id',
        'first_purchase_date',
        'orders',
        'zip_code_prefix',
        'city',
        'state',
      ],
      published: 'dwh.dim_customer',
      expected: `(
        with bought as (
          select customer_unique_id, min(purchase_date) as first_purchase_date, count(*) as orders
          from dwh.fct_orders group by customer_unique_id
        ),
        written as (
          select customer_unique_id, count(*) as lines, any_value(customer_zip_code_prefix) as zip,
            any_value(customer_city) as city, any_value(customer_state) as state
          from raw.customers
          where coalesce(customer_unique_id, 'unknown') not in ('', 'unknown')
          group by customer_unique_id
        ),
        latest as (
          select customer_unique_id, {'zip': zip, 'city': city, 'state': state} as address
          from written where lines = 1
          union all
          select c.customer_unique_id, arg_min({'zip': c.customer_zip_code_prefix,
            'city': c.customer_city, 'state': c.customer_state},
            row(-coalesce(epoch_us(o.purchased_at), -9000000000000000), c.customer_id,
              c.customer_zip_code_prefix, c.customer_city))
          from raw.customers as c
          inner join written as w
            on w.customer_unique_id = c.customer_unique_id and w.lines > 1
          left join dwh.fct_orders as o on o.customer_id = c.customer_id
          group by c.customer_unique_id
        )
        select l.customer_unique_id, b.first_purchase_date, coalesce(b.orders, 0) as orders,
          ${zip('(l.address).zip')} as zip_code_prefix, ${word('(l.address).city')} as city,
          ${state('(l.address).state')} as state
        from latest as l left join bought as b on b.customer_unique_id = l.customer_unique_id
        union all
        select 'unknown', (select first_purchase_date from bought where customer_unique_id = 'unknown'),
          coalesce((select orders from bought where customer_unique_id = 'unknown'), 0),
          'unknown', 'unknown', 'unknown')`,
    }),
    fault: changed('dwh.dim_customer', ['customer_unique_id'], "state = 'XX'", {
      rows: 2,
      where: "customer_unique_id <> 'unknown'",
    }),
  },
  {
    name: 'sellers_are_the_file',
    unit: 'rows',
    statement: 'Every seller of the file is there once, with its address and its first sale',
    distrust: 'commission and subscriptions',
    needs: [],
    sql: sameRows({
      key: ['seller_id', 'zip_code_prefix', 'city', 'state', 'first_sale_date'],
      published: 'dwh.dim_seller',
      expected: `(
        with sold as (
          select i.seller_id, min(o.purchase_date) as first_sale_date
          from raw.order_items as i inner join dwh.fct_orders as o on o.order_id = i.order_id
          group by i.seller_id
        ),
        written as (
          select seller_id, min({'zip': seller_zip_code_prefix, 'city': seller_city, 'state': seller_state}) as address
          from raw.sellers where coalesce(seller_id, 'unknown') not in ('', 'unknown')
          group by seller_id
        )
        select w.seller_id, ${zip('(w.address).zip')} as zip_code_prefix, ${word('(w.address).city')} as city,
          ${state('(w.address).state')} as state, s.first_sale_date
        from written as w left join sold as s on s.seller_id = w.seller_id
        union all
        select 'unknown', 'unknown', 'unknown', 'unknown',
          (select first_sale_date from sold where seller_id = 'unknown'))`,
    }),
    fault: changed('dwh.dim_seller', ['seller_id'], "city = 'nowhere'", {
      rows: 2,
      where: "seller_id <> 'unknown'",
    }),
  },
  {
    name: 'products_are_the_file',
    unit: 'rows',
    statement:
      'Every product of the file is there once, its category translated, else as it is written, else the declared fallback',
    distrust: 'profit by category',
    needs: ['dwh.category_fallback'],
    sql: `
      with written as (
        select product_id, min({'name': product_category_name, 'weight': product_weight_g,
          'photos': product_photos_qty}) as text
        from raw.products where coalesce(product_id, 'unknown') not in ('', 'unknown')
        group by product_id
        union all select 'unknown', null
      ),
      english as (
        select product_category_name as name,
          min(nullif(trim(product_category_name_english), '')) as category
        from raw.product_category_name_translation group by 1
      ),
      wanted as (
        select w.product_id, (w.text).weight as weight, (w.text).photos as photos,
          coalesce(e.category, nullif(trim((w.text).name), ''), a.value) as category,
          case when e.category is not null then 'translation'
            when trim((w.text).name) <> '' then 'original' else 'fallback' end as category_source
        from written as w
        left join english as e on e.name = (w.text).name
        left join assumed as a on a.id = 'dwh.category_fallback'
      )
      select 0 as amount_cents, coalesce(p.product_id, w.product_id) as sample
      from dwh.dim_product as p
      full outer join wanted as w on w.product_id = p.product_id
      where p.product_id is null or w.product_id is null or p.category is distinct from w.category
        or p.category_source is distinct from w.category_source
        or not (${sameNumber('p.weight_g', 'w.weight')} and ${sameNumber('p.photos', 'w.photos')})`,
    fault: changed('dwh.dim_product', ['product_id'], "category = 'nothing'", {}),
  },
])
