import { identifier } from '../../engine/index.js'
import {
  type AmountOrigin,
  amountSql,
  loadedSource,
  type Origins,
  rawTables,
  type Source,
} from '../../sources/index.js'
import { MINOR_UNITS } from '../file-text.js'
import { centsOf, costOf, momentOf, textOf, weightOf, wordOf } from './export-text.js'
import type { WorkingTable } from './working-table.js'

const AMOUNTS = {
  price: 'order_items.price_cents',
  freight: 'order_items.freight_cents',
  payment: 'payments.payment_cents',
} as const

/** The moments of an order in the warehouse. */
export const moments = [
  'purchased_at',
  'approved_at',
  'handed_over_at',
  'delivered_at',
  'estimated_delivery_at',
] as const

/** What a working table says of the one file of a flat export, from where its columns are declared to be. */
function ofExport(
  name: string,
  select: (
    source: Source,
    lines: NonNullable<Origins['lines']>,
    tables: ReadonlySet<string>,
  ) => string,
  uses: readonly WorkingTable[] = [],
): WorkingTable {
  return {
    name,
    uses,
    reads: [],
    select: async (ask) => {
      const source = await loadedSource({ rows: ask })
      if (!source.origins.lines) throw new Error(`${source.name} is no flat export`)
      const tables = new Set((await rawTables({ rows: ask })).keys())
      return select(source, source.origins.lines, tables)
    },
  }
}

/** One line of the export that names an order. */
const exportLines = ofExport('export_lines', ({ origins }, lines, tables) => {
  const momentSql = (name: (typeof moments)[number]) => {
    const origin = origins.values.find(({ to }) => to === `orders.${name}`)
    return `${origin ? momentOf(origin) : 'cast(null as timestamp)'} as ${name}`
  }
  const [payment] = origins.amounts.filter(({ to }) => to === AMOUNTS.payment)
  const paid = payment ? centsOf(payment.terms[0]!.column, payment.format) : 'null'
  const person =
    lines.person.length > 0
      ? `md5(lower(${textOf(lines.person)}))`
      : `trim(${identifier(lines.order)})`
  return `
    select trim(${identifier(lines.order)}) as order_id, ${weightOf(lines)} as weight,
      ${lines.freight ? `coalesce(${centsOf(lines.freight, lines.format)}, 0)` : 'cast(null as bigint)'} as freight,
      ${costOf(lines, tables)} as cost,
      concat_ws('|', ${lines.key.map(identifier).join(', ')}) as line_key,
      ${textOf(lines.product)} as product_id, ${textOf(lines.seller)} as seller_id,
      ${textOf(lines.zip.said)} as zip, lower(${textOf(lines.city)}) as city,
      upper(${textOf(lines.state)}) as state, ${person} as person, ${paid} is not null as is_paid,
      ${wordOf(lines.status)} as status, ${wordOf(lines.paymentType)} as payment_type,
      ${moments.map(momentSql).join(', ')}
    from raw.${identifier(lines.table)}
    where trim(${identifier(lines.order)}) <> ''`
})

/** What the export states of an order in money, `what` being price, freight or payment. */
const exportAmounts = ofExport('export_amounts', ({ origins }) => {
  const stated = Object.entries(AMOUNTS).flatMap(([what, to]) =>
    origins.amounts
      .filter((amount: AmountOrigin) => amount.to === to)
      .map(
        (amount) => `select trim(order_id) as order_id, '${what}' as what, sum(cents) as cents
          from (${amountSql(amount, MINOR_UNITS)}) as stated group by 1`,
      ),
  )
  const none = `select '' as order_id, '' as what, cast(0 as bigint) as cents where false`
  return [none, ...stated].join('\n    union all\n    ')
})

/** An order of the export, its moments completed as declared where the export tells no deliveries. */
export const exportOrders = ofExport(
  'export_orders',
  ({ lacks, origins }) => {
    const days = (id: string) =>
      `(select cast(value as integer) from assumed where id = 'dwh.${id}')`
    const assumed = lacks.includes('orders.delivered_at')
      ? { handed_over_at: days('hand_over_days'), delivered_at: days('delivery_days') }
      : {}
    const moment = (name: (typeof moments)[number]) => {
      const after = (assumed as Readonly<Record<string, string>>)[name]
      if (after === undefined) return `max(${name}) as ${name}`
      return `coalesce(max(${name}), case when max(status) = 'delivered'
        then max(purchased_at) + to_days(${after}) end) as ${name}`
    }
    const isStated = origins.amounts.some(({ to }) => to === AMOUNTS.payment)
    return `
    with summed as (
      select l.order_id, coalesce(max(status), 'unknown') as order_status,
        coalesce(max(person), 'unknown') as customer_id, count(weight) as items,
        ${moments.map(moment).join(', ')},
        coalesce(max(payment_type), 'not_defined') as stated_type,
        coalesce(max(a.price), cast(sum(weight) as bigint), 0) as price,
        coalesce(cast(sum(l.freight) as bigint), max(a.freight), 0) as freight,
        max(a.payment) as payment, bool_or(is_paid) and max(a.payment) is not null as is_stated
      from export_lines as l
      left join (
        select order_id, max(cents) filter (where what = 'price') as price,
          max(cents) filter (where what = 'freight') as freight,
          max(cents) filter (where what = 'payment') as payment
        from export_amounts group by order_id
      ) as a on a.order_id = l.order_id
      group by l.order_id
    ),
    sold as (
      select *, case when items > 0 then price else 0 end as price_cents,
        case when items > 0 then freight else 0 end as freight_cents
      from summed
    )
    select *, ${
      isStated
        ? `is_stated as is_paid, stated_type as payment_type,
      case when is_stated then payment else 0 end as payment_cents`
        : `items > 0 as is_paid, 'not_defined' as payment_type,
      price_cents + freight_cents as payment_cents`
    }
    from sold`
  },
  [exportLines, exportAmounts],
)

/** A line of the export that sells something, with its share of what its order says. */
export const exportItems = ofExport('export_items', () => {
  const share = (whole: string) => `
      ${whole}_floor + case when ${whole}_place <= ${whole}_whole
        - sum(${whole}_floor) over (partition by order_id) then 1 else 0 end`
  return `
    with weighed as (
      select l.order_id, l.product_id, l.seller_id, l.freight, l.cost,
        row_number() over (partition by l.order_id
          order by l.product_id nulls last, l.weight, l.line_key nulls last) as order_item_id,
        o.price_cents as price_whole, o.freight_cents as freight_whole,
        case when sum(weight) over (partition by l.order_id) = 0 then 1 else weight end as weight,
        case when sum(weight) over (partition by l.order_id) = 0 then o.items
          else sum(weight) over (partition by l.order_id) end as total
      from export_lines as l
      inner join export_orders as o on o.order_id = l.order_id
      where l.weight is not null
    ),
    floors as (
      select *,
        cast(price_whole * weight // total as bigint) as price_floor,
        cast(freight_whole * weight // total as bigint) as freight_floor,
        row_number() over (partition by order_id
          order by price_whole * weight % total desc, order_item_id) as price_place,
        row_number() over (partition by order_id
          order by freight_whole * weight % total desc, order_item_id) as freight_place
      from weighed
    )
    select order_id, order_item_id, coalesce(product_id, 'unknown') as product_id,
      coalesce(seller_id, 'unknown') as seller_id, cast(${share('price')} as bigint) as price_cents,
      cast(coalesce(freight, ${share('freight')}) as bigint) as freight_cents,
      cast(cost as bigint) as cost_cents
    from floors`
}, [exportLines, exportOrders])

/** A person of the export, with the address of the latest order that tells a zip code. */
export const exportPersons = ofExport(
  'export_persons',
  (_, { zip, person }) => {
    const bare = `replace(zip, '''', '')`
    const prefix = zip.isPadded
      ? `case when regexp_full_match(${bare}, '[0-9]{1,4}') then right(concat('0000', ${bare}), 5)
          else nullif(trim(${bare}), '') end`
      : 'zip'
    // An export without persons tells no address either: each of its orders is a person of its own.
    const told = (what: string) => (person.length > 0 ? what : 'cast(null as varchar)')
    return `
    with placed as (
      select person, order_id, purchased_at, ${told(prefix)} as zip, ${told('city')} as city,
        ${told('state')} as state
      from export_lines
    ),
    latest as (
      select person, arg_min({'zip': zip, 'city': city, 'state': state},
          row(zip is null, -coalesce(epoch_us(purchased_at), -9000000000000000), order_id,
            coalesce(zip, '~'), coalesce(city, '~'))) as address
      from placed where person is not null group by person
    )
    select person, coalesce((address).zip, 'unknown') as zip_code_prefix,
      coalesce((address).city, 'unknown') as city, coalesce((address).state, 'unknown') as state
    from latest where person <> 'unknown'
    union all
    select 'unknown', 'unknown', 'unknown', 'unknown'`
  },
  [exportLines],
)
