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
import {
  columnsOf,
  mapOrigins,
  ORDERS_TABLE,
  spendExpectations,
  spendTable,
  totalSql,
} from './origins.js'
import { centsSql, momentSql, plainAmountSql, textSql, wordSql } from './value-sql.js'

/**
 * A source whose columns a person mapped.
 *
 * @param map what `text` says
 * @param text the map, as YAML or JSON
 * @param shop the source of the orders, where the map leaves them out
 */
export function mappedSource(map: ColumnMap, text: string, shop?: Source): Source {
  const source = map.orders ? exportSource(map, map.orders) : shop!
  const { files, staging, origins } = source
  const tables = map.spend.map((spend, i) => ({ spend, table: spendTable(i) }))
  const expectations = tables.flatMap(({ spend, table }) => spendExpectations(spend, table))
  return {
    ...source,
    mapping: text,
    files: [...files, ...tables.map(({ spend, table }) => spendFile(table, spend))],
    staging: (raw) => ({ ...staging(raw), ...spendStaging(tables, raw) }),
    origins: { ...origins, expectations: [...origins.expectations, ...expectations] },
  }
}

function exportSource({ currency, country }: ColumnMap, orders: OrdersMap): Source {
  return {
    name: 'columns',
    about: `A flat export, its columns mapped by ${MAP_FILE}`,
    files: [mappedFile(ORDERS_TABLE, orders)],
    place: `select ${codeSql(currency)} as currency, ${codeSql(country)} as country`,
    staging: () => staging(orders),
    lacks: lacksOf(orders),
    origins: mapOrigins(orders),
  }
}

function mappedFile(table: string, mapped: FileFormat & { columns: object }): SourceFile {
  const stem = mapped.file.replace(/\.csv(\.gz)?$/i, '')
  return {
    table,
    stems: [stem.toLowerCase().normalize('NFC')],
    header: columnsOf(mapped),
    isOpen: true,
    delimiter: mapped.delimiter,
    ...(mapped.encoding === 'utf-8' ? {} : { encoding: mapped.encoding }),
    required: true,
  }
}

/** Lines of a title may stand before the header of a report. */
function spendFile(table: string, spend: SpendMap): SourceFile {
  return { ...mappedFile(table, spend), maxPreambleLines: 4 }
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

function staging(orders: OrdersMap): Staging {
  const { customers, sellers, payments, ...flat } = flatStaging(linesSql(orders))
  const { customer_id, payment } = orders.columns
  return {
    ...flat,
    sellers: sellers!,
    ...(customer_id ? { customers: customers! } : {}),
    ...(payment ? { payments: payments! } : {}),
  }
}

function spendStaging(
  tables: readonly { spend: SpendMap; table: string }[],
  raw: RawTables,
): Staging {
  const parts = tables
    .filter(({ table }) => raw.has(table))
    .map(({ spend, table }) => spendSql(spend, table))
  return parts.length > 0 ? { marketing_spend: parts.join('\nunion all\n') } : {}
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
function spendSql(map: SpendMap, table: string): string {
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
from raw.${table}
where not (${totalSql(map)})`
}
