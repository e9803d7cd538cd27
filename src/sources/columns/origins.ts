import { identifier, literal } from '../../engine/index.js'
import type {
  AmountOrigin,
  AmountTerm,
  Expectation,
  LineOrigin,
  MomentOrigin,
  Origins,
  Said,
  WordOrigin,
} from '../origins.js'
import {
  type FileFormat,
  MAP_FILE,
  type MappedColumn,
  type OrderColumn,
  type OrdersMap,
  type SpendMap,
} from './map.js'
import { plainAmountSql, plainMomentSql } from './value-sql.js'

const readableMoment = readable(
  'to_timestamp_or_null',
  plainMomentSql,
  ({ dateFormat }) =>
    `a moment as ${dateFormat}, every part in as many digits, as date_format says (M, D and h: one or two)`,
)
const readableAmount = readable(
  'to_cents_or_null',
  plainAmountSql,
  ({ decimal, grouping = '' }) =>
    `an amount as 1${grouping}234${decimal}56, as decimal and grouping say, without the sign or name of a currency`,
)

/** The raw table of a mapped file of orders. */
export const ORDERS_TABLE = 'mapped_orders'
/** The raw table of the i-th mapped file of spend, counted from 0. */
export function spendTable(i: number): string {
  return i === 0 ? 'mapped_spend' : `mapped_spend_${i + 1}`
}

const moments: readonly OrderColumn[] = [
  'purchased_at',
  'approved_at',
  'handed_over_at',
  'delivered_at',
  'estimated_delivery_at',
]

/** Where the canonical columns of a mapped export stand, told apart from the SQL that makes them. */
export function mapOrigins(orders: OrdersMap): Origins {
  const order = orders.columns.order_id?.column ?? ''
  const table = ORDERS_TABLE
  return {
    rows: {
      orders: { table, each: [order] },
      order_items: { table, filled: orders.columns.price?.column ?? '' },
    },
    amounts: amounts(orders, order),
    values: moments.flatMap((name) => values(orders, name)),
    lines: lines(orders, order),
    expectations: [
      { check: 'filled', table, column: order, key: [order] },
      ...moments.flatMap((name) => readableMoment(table, orders.columns[name], orders, [order])),
      ...(['price', 'freight', 'payment', 'cost'] as const).flatMap((name) =>
        readableAmount(table, orders.columns[name], orders, [order]),
      ),
    ],
  }
}

function amounts(orders: OrdersMap, order: string): AmountOrigin[] {
  const { price, freight, payment } = orders.columns
  const format = {
    decimal: orders.decimal,
    ...(orders.grouping ? { grouping: orders.grouping } : {}),
  }
  const amount = (
    to: AmountOrigin['to'],
    mapped: MappedColumn | undefined,
    per: AmountTerm['per'],
  ) =>
    mapped?.column === undefined
      ? []
      : [
          {
            to,
            table: ORDERS_TABLE,
            order,
            format,
            terms: [
              {
                column: mapped.column,
                sign: 1 as const,
                per,
                ...(mapped.times ? { times: mapped.times } : {}),
              },
            ],
          },
        ]
  return [
    ...amount('order_items.price_cents', price, 'line'),
    ...amount('order_items.freight_cents', freight, freight?.per ?? 'order'),
    ...amount('payments.payment_cents', payment, 'order'),
  ]
}

function values(orders: OrdersMap, name: OrderColumn): MomentOrigin[] {
  const column = orders.columns[name]?.column
  if (column === undefined) return []
  const { dateFormat: pattern, zone } = orders
  return [{ to: `orders.${name}`, table: ORDERS_TABLE, column, pattern, ...(zone ? { zone } : {}) }]
}

function lines(orders: OrdersMap, order: string): LineOrigin {
  const { columns, decimal, grouping, statuses, paymentTypes } = orders
  const { price, freight, cost } = columns
  const said = (name: OrderColumn, unsaid: readonly Said[] = []): readonly Said[] => {
    const { column, constant } = columns[name] ?? {}
    if (column !== undefined) return [column]
    return constant === undefined ? unsaid : [{ constant }]
  }
  return {
    table: ORDERS_TABLE,
    order,
    weight: price?.column
      ? { column: price.column, ...(price.times ? { times: price.times } : {}) }
      : { constant: price?.constant ?? '0' },
    format: { decimal, ...(grouping ? { grouping } : {}) },
    ...(freight?.per === 'line' && freight.column ? { freight: freight.column } : {}),
    ...(cost?.column
      ? { cost: { column: cost.column, ...(cost.times ? { times: cost.times } : {}) } }
      : cost?.constant
        ? { cost: { constant: cost.constant } }
        : {}),
    key: columnsOf(orders),
    product: columns.product_id
      ? said('product_id')
      : [...said('category'), { constant: 'not told' }],
    seller: said('seller_id', [{ constant: 'own' }]),
    person: said('customer_id'),
    zip: { said: said('zip_code'), isPadded: false },
    city: said('city'),
    state: said('state'),
    status: wordOf(columns.status, statuses, 'delivered'),
    paymentType: wordOf(columns.payment_type, paymentTypes, 'not_defined'),
  }
}

function wordOf(
  mapped: MappedColumn | undefined,
  words: Readonly<Record<string, string>>,
  otherwise: string,
): WordOrigin {
  if (mapped?.column === undefined) {
    const word = mapped?.constant?.toLowerCase()
    return {
      cases: [],
      otherwise: { word: word === undefined ? otherwise : (words[word] ?? word) },
    }
  }
  const { column } = mapped
  const cases = Object.entries(words).map(([from, word]) => ({ column, values: [from], word }))
  return { cases, otherwise: { column } }
}

/** The columns of the file that a map names, each once, in the order of the map. */
export function columnsOf({ columns }: { columns: object }): string[] {
  const mapped = Object.values(columns) as MappedColumn[]
  return [...new Set(mapped.flatMap(({ column, times }) => [column ?? [], times ?? []].flat()))]
}

/** What a mapped file of spend must be like: every line but those of totals has its day and its channel. */
export function spendExpectations(spend: SpendMap, table: string): Expectation[] {
  const { date, channel, spend: spent } = spend.columns
  const key = [spent?.column ?? '']
  const isTotal = totalSql(spend)
  const filled = (mapped: MappedColumn | undefined): Expectation[] =>
    mapped?.column === undefined
      ? []
      : [
          {
            check: 'holds',
            id: `not_null_raw_${table}_${mapped.column}`,
            table,
            statement: `${mapped.column} has a value`,
            expression: `trim(${identifier(mapped.column)}) <> '' or ${isTotal}`,
            key,
            remedy: `Fill it in; a line of totals is left out where totals in ${MAP_FILE} says how it begins.`,
          },
        ]
  return [
    ...filled(date),
    ...filled(channel),
    ...readableMoment(table, date, spend, key).map((expectation) => ({
      ...expectation,
      normal: `case when not (${isTotal}) then ${expectation.normal} end`,
    })),
    ...readableAmount(table, spent, spend, [date?.column ?? '']),
  ]
}

/** What is true of a line of totals, as SQL: its day begins so, or it has none and another column does. */
export function totalSql({ columns, totals }: SpendMap): string {
  if (totals === undefined) return 'false'
  const texts = Object.values(columns).flatMap(({ column }) =>
    column === undefined ? [] : [`lower(trim(${identifier(column)}))`],
  )
  const day = `coalesce(lower(trim(${identifier(columns.date?.column ?? '')})), '')`
  const begins = (text: string) =>
    `coalesce(left(${text}, ${totals.length}) = ${literal(totals.toLowerCase())}, false)`
  return `(${begins(day)} or (${day} in ('', '-', '--') and (${texts.map(begins).join(' or ')})))`
}

type ReadableExpectation = Extract<Expectation, { check: 'readable' }>
type Readable = (
  table: string,
  mapped: MappedColumn | undefined,
  format: FileFormat,
  key: readonly string[],
) => ReadableExpectation[]

/** What holds of a mapped column: its texts, written plainly, can be cast. */
function readable(
  cast: string,
  plain: (text: string, format: FileFormat) => string,
  allowed: (format: FileFormat) => string,
): Readable {
  return (table, mapped, format, key) => {
    if (mapped?.column === undefined) return []
    const normal = `case when trim(x) <> '' then ${plain('trim(x)', format)} end`
    const remedy = `Allowed: ${allowed(format)} in ${MAP_FILE}. Change the map, or the values.`
    return [{ check: 'readable', table, column: mapped.column, cast, key, normal, remedy }]
  }
}
