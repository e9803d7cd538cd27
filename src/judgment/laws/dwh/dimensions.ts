import { countryBounds } from '../../../schema/country-bounds.js'
import { Declared } from '../../declared.js'
import { sameNumber, state, word, zip } from '../../file-text.js'
import { lawsOf } from '../../law.js'
import { sameRows } from '../../sql.js'
import { valuesOf, type WorkingTable } from '../../working/working-table.js'

/** First and last day that orders, or files of spend, tell of. */
const observedDays: WorkingTable = {
  name: 'observed_days',
  uses: [],
  reads: ['dwh.fct_orders', 'dwh.fct_marketing_spend'],
  select: async (ask) => {
    const spend = await ask(`select 1 from information_schema.tables
      where table_catalog = 'dwh' and table_name = 'fct_marketing_spend'`)
    const facts = ['select purchase_date as date from dwh.fct_orders']
    if (spend.length > 0) facts.push('select date from dwh.fct_marketing_spend')
    return `select min(date) as first_day, max(date) as last_day
      from (${facts.join(' union all ')}) as days`
  },
}

/** Where points of the run's country may lie, in degrees. */
const bounds: WorkingTable = {
  name: 'country_bounds',
  uses: [],
  reads: [],
  select: async (ask) => {
    const declared = await Declared.read(ask)
    const micros = countryBounds(declared.text('place.country'))
    const { south_micros, north_micros, west_micros, east_micros } = micros
    return valuesOf({ south: 'double', north: 'double', west: 'double', east: 'double' }, [
      [south_micros, north_micros, west_micros, east_micros].map((value) => value / 1_000_000),
    ])
  },
}

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
    fault: {
      victim: 'select min(product_id) as id, 1 as rows from dwh.dim_product',
      breaks: `insert into dwh.dim_product select * from dwh.dim_product where product_id = :id`,
    },
  },
  {
    name: 'persons_are_the_file',
    unit: 'rows',
    statement:
      'Every person of the customers file is there once, with the address of the latest order, its first day and its orders',
    distrust: 'profit by state, cohorts and CAC',
    needs: [],
    sql: sameRows({
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
          select c.*, o.purchased_at from raw.customers as c
          left join dwh.fct_orders as o on o.customer_id = c.customer_id
          where coalesce(c.customer_unique_id, 'unknown') not in ('', 'unknown')
        ),
        latest as (
          select customer_unique_id, arg_min({'zip': customer_zip_code_prefix, 'city': customer_city,
            'state': customer_state}, row(-coalesce(epoch_us(purchased_at), -9000000000000000), customer_id,
              customer_zip_code_prefix, customer_city)) as address
          from written group by customer_unique_id
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
    fault: {
      victim: `select min(customer_unique_id) as id, 2 as rows from dwh.dim_customer
        where customer_unique_id <> 'unknown'`,
      breaks: `update dwh.dim_customer set state = 'XX' where customer_unique_id = :id`,
    },
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
    fault: {
      victim: `select min(seller_id) as id, 2 as rows from dwh.dim_seller where seller_id <> 'unknown'`,
      breaks: `update dwh.dim_seller set city = 'nowhere' where seller_id = :id`,
    },
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
    fault: {
      victim: `select min(product_id) as id, 1 as rows from dwh.dim_product`,
      breaks: `update dwh.dim_product set category = 'nothing' where product_id = :id`,
    },
  },
  {
    name: 'places_are_known',
    unit: 'rows',
    statement:
      'Every zip prefix that any file knows is there once, at the mean of its points inside the country, with its most frequent name',
    distrust: 'maps',
    needs: ['place.country'],
    uses: [bounds],
    sql: `
      with spelled as (
        select geolocation_zip_code_prefix as zip, geolocation_city as city, geolocation_state as state,
          1 as priority, count(*) as mentions,
          count(*) filter (inside) as points, sum(lat) filter (inside) as lat,
          sum(lng) filter (inside) as lng
        from (
          select p.*, lat between b.south and b.north and lng between b.west and b.east as inside
          from (
            select *, try_cast(geolocation_lat as decimal(18, 6)) as lat,
              try_cast(geolocation_lng as decimal(18, 6)) as lng
            from raw.geolocation
          ) as p
          cross join country_bounds as b
        ) as located
        group by 1, 2, 3
        union all
        select customer_zip_code_prefix, customer_city, customer_state, 2, count(*), 0, null, null
        from raw.customers group by 1, 2, 3
        union all
        select seller_zip_code_prefix, seller_city, seller_state, 3, count(*), 0, null, null
        from raw.sellers group by 1, 2, 3
      ),
      named as (
        select ${zip('zip')} as zip, ${word('city')} as city, ${state('state')} as state, priority,
          sum(mentions) as mentions, sum(points) as points, sum(lat) as lat, sum(lng) as lng
        from spelled group by 1, 2, 3, 4
      ),
      wanted as (
        select zip, arg_min({'city': city, 'state': state}, row(priority, -mentions, city, state)) as name,
          sum(points) as points, sum(lat) / nullif(sum(points), 0) as lat,
          sum(lng) / nullif(sum(points), 0) as lng
        from named where zip <> 'unknown' group by zip
        union all
        select 'unknown', {'city': 'unknown', 'state': 'unknown'}, coalesce(sum(points), 0),
          sum(lat) / nullif(sum(points), 0), sum(lng) / nullif(sum(points), 0)
        from named where zip = 'unknown'
      )
      select 0 as amount_cents, coalesce(g.zip_code_prefix, w.zip) as sample
      from dwh.dim_geography as g
      full outer join wanted as w on w.zip = g.zip_code_prefix
      where g.zip_code_prefix is null or w.zip is null or g.city <> (w.name).city or g.state <> (w.name).state
        or g.points <> w.points or (g.latitude is null) <> (w.lat is null)
        or not coalesce(abs(g.latitude - w.lat) < 0.000001 and abs(g.longitude - w.lng) < 0.000001,
          w.points = 0)`,
    fault: {
      victim: `select min(zip_code_prefix) as id, 1 as rows from dwh.dim_geography`,
      breaks: `update dwh.dim_geography set state = 'XX' where zip_code_prefix = :id`,
    },
  },
  {
    name: 'days_of_the_calendar',
    unit: 'rows',
    statement:
      'The calendar has every day of its whole years once and two members without a day; its columns follow from the day',
    distrust: 'figures by day, week and month, and weekend costs',
    needs: [],
    uses: [observedDays],
    sql: `
      with ends as (
        select make_date(year(min(first_day)), 1, 1) as first_date,
          make_date(year(max(last_day)) + 1, 12, 31) as last_date
        from observed_days
      ),
      wanted as (
        select first_date, cast(unnest(generate_series(first_date, last_date, interval 1 day)) as date)
          as day
        from ends
      )
      select 0 as amount_cents, coalesce(d.label, cast(w.day as varchar)) as sample
      from dwh.dim_date as d
      full outer join wanted as w on w.day = d.date
      where case
        when d.date is null then coalesce(not (d.date_key in (-1, 0) and d.label
            = case d.date_key when 0 then 'not yet happened' else 'unknown' end
            and coalesce(d.year, d.quarter, d.month, d.day, d.iso_year, d.iso_week, d.weekday) is null
            and coalesce(d.is_weekend, d.is_month_end, d.is_quarter_end, d.is_holiday) is null
            and coalesce(d.holiday_name, d.retail_event, d.day_type) is null
            and d.same_day_last_year is null), true)
        when w.day is null then true
        else d.date_key is distinct from year(d.date) * 10000 + month(d.date) * 100 + day(d.date)
          or d.label is distinct from cast(d.date as varchar)
          or (d.year, d.quarter, d.month, d.day) is distinct from
            (year(d.date), quarter(d.date), month(d.date), day(d.date))
          or (d.iso_year, d.iso_week, d.weekday) is distinct from
            (isoyear(d.date), week(d.date), isodow(d.date))
          or d.is_weekend is distinct from (dayofweek(d.date) in (0, 6))
          or d.is_month_end is distinct from (last_day(d.date) = d.date)
          or d.is_quarter_end is distinct from (last_day(d.date) = d.date and month(d.date) % 3 = 0)
          or d.is_holiday is distinct from (d.holiday_name is not null)
          or d.same_day_last_year is distinct from
            case when d.date - 364 >= w.first_date then d.date - 364 end
          or d.day_type is distinct from coalesce(d.retail_event, case when d.is_holiday
            then 'holiday' when dayofweek(d.date) in (0, 6) then 'weekend' else 'weekday' end)
      end
      union all
      select 0, concat(min(label), ' ', count(*)) from dwh.dim_date group by date_key having count(*) > 1
      union all
      select 0, 'default members' from dwh.dim_date where date_key in (-1, 0) having count(*) <> 2`,
    fault: {
      victim: `select min(date_key) as id, 1 as rows from dwh.dim_date where date is not null`,
      breaks: 'update dwh.dim_date set weekday = weekday + 1 where date_key = :id',
    },
  },
])
