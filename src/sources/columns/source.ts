import { identifier, literal } from '../../engine/index.js'
import type { SourceFile } from '../../schema/raw.js'
import { flatStaging } from '../flat/flat.js'
import type { OptionalColumn, RawTables, Source, Staging } from '../source.js'
import {
  type ColumnMap,
  type FileFormat,
  MAP_FILE,
  type MappedColumn,
  type OrdersMap,
  type SpendMap,
} from './map.js'
import { columnsOf, mapOrigins, ORDERS_TABLE, SPEND_TABLE } from './origins.js'
import { readMap } from './read-map.js'
import { centsSql, momentSql, plainAmountSql, textSql, wordSql } from './value-sql.js'

/**
 * A source whose columns a person mapped.
 *
 * @param text the map, as YAML or JSON
 * @param place the file it stands in, for messages
 * @throws InputError on a map that cannot be used
 */
export function mappedSource(text: string, place: string): Source {
  const map = readMap(text, place)
  const file = (table: string, mapped: FileFormat & { columns: object }): SourceFile => ({
    table,
    stems: [
      mapped.file
        .replace(/\.csv(\.gz)?$/i, '')
        .toLowerCase()
        .normalize('NFC'),
    ],
    header: columnsOf(mapped),
    isOpen: true,
    delimiter: mapped.delimiter,
    ...(mapped.encoding === 'utf-8' ? {} : { encoding: mapped.encoding }),
    required: true,
  })
  return {
    name: 'columns',
    about: `A flat export, its columns mapped by ${MAP_FILE}`,
    mapping: text,
    files: [file(ORDERS_TABLE, map.orders), ...(map.spend ? [file(SPEND_TABLE, map.spend)] : [])],
    place: `select ${codeSql(map.currency)} as currency, ${codeSql(map.country)} as country`,
    staging: (raw) => staging(map, raw),
    lacks: lacksOf(map.orders),
    origins: mapOrigins(map),
  }
}

function codeSql(code: string | undefined): string {
  return code === undefined ? 'cast(null as varchar)' : literal(code)
}

function lacksOf({ columns }: OrdersMap): OptionalColumn[] {
  return [
    ...(columns.delivered_at ? [] : (['orders.delivered_at'] as const)),
    ...(columns.product_id ? [] : (['order_items.product_id'] as const)),
    ...(columns.freight ? [] : (['order_items.freight_cents'] as const)),
  ]
}

function staging({ orders, spend }: ColumnMap, raw: RawTables): Staging {
  const { customers, sellers, payments, ...flat } = flatStaging(linesSql(orders))
  const { customer_id, payment } = orders.columns
  return {
    ...flat,
    sellers: sellers!,
    ...(customer_id ? { customers: customers! } : {}),
    ...(payment ? { payments: payments! } : {}),
    ...(spend && raw.has(SPEND_TABLE) ? { marketing_spend: spendSql(spend) } : {}),
  }
}

function linesSql(map: OrdersMap): string {
  const { columns } = map
  const text = (name: keyof OrdersMap['columns']) => textSql(columns[name])
  const moment = (name: keyof OrdersMap['columns']) => momentSql(columns[name], map)
  const isOwnFreight = columns.freight?.per === 'line'
  const freight = centsSql(columns.freight, map)
  const none = 'cast(null as bigint)'
  const selected = {
    order_id: text('order_id'),
    line_key: `concat_ws('|', ${columnsOf(map).map(identifier).join(', ')})`,
    product_id: columns.product_id
      ? text('product_id')
      : `coalesce(${text('category')}, 'not told')`,
    category: text('category'),
    seller_id: columns.seller_id ? text('seller_id') : `'own'`,
    line_cents: centsSql(columns.price, map),
    freight_line_cents: isOwnFreight ? `coalesce(${freight}, 0)` : none,
    line_cost_cents: centsSql(columns.cost, map),
    customer_id: columns.customer_id ? `md5(lower(${text('customer_id')}))` : text('order_id'),
    zip_code_prefix: text('zip_code'),
    city: `lower(${text('city')})`,
    state: `upper(${text('state')})`,
    order_status: wordSql(columns.status, map.statuses, 'delivered'),
    purchased_at: moment('purchased_at'),
    approved_at: moment('approved_at'),
    handed_over_at: moment('handed_over_at'),
    delivered_at: moment('delivered_at'),
    estimated_delivery_at: moment('estimated_delivery_at'),
    goods_cents: none,
    freight_cents: isOwnFreight ? none : freight,
    payment_cents: centsSql(columns.payment, map),
    payment_type: wordSql(columns.payment_type, map.paymentTypes, 'not_defined'),
  }
  const list = Object.entries(selected).map(([name, sql]) => `  ${sql} as ${name}`)
  return `select\n${list.join(',\n')}\nfrom raw.${ORDERS_TABLE}\nwhere ${text('order_id')} is not null`
}

/** Days of spend stand as written, in whatever zone: a report of a day has no time. */
function spendSql(map: SpendMap): string {
  const { columns, zone: _, ...days } = map
  const whole = (mapped: MappedColumn | undefined) =>
    mapped
      ? `cast(to_integer_or_null(${plainAmountSql(textSql(mapped), map)}) as bigint)`
      : 'cast(null as bigint)'
  return `select
  ${literal(map.file)} as file_name,
  cast(${momentSql(columns.date, days)} as date) as date,
  ${textSql(columns.channel)} as channel,
  ${textSql(columns.campaign)} as campaign,
  coalesce(${centsSql(columns.spend, map)}, 0) as spend_cents,
  ${whole(columns.impressions)} as impressions,
  ${whole(columns.clicks)} as clicks
from raw.${SPEND_TABLE}`
}
