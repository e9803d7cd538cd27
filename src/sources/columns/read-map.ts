import { InputError } from '../../errors.js'
import { readYaml } from '../../yaml.js'
import {
  type ColumnMap,
  type OrdersMap,
  orderColumns,
  paymentWords,
  type SpendMap,
  spendColumns,
  statusWords,
} from './map.js'
import { formatKeys, MapReader } from './map-reader.js'

/**
 * Reads a map of columns.
 *
 * @param text YAML (or JSON)
 * @param place the file it stands in, for messages
 * @throws InputError that names every wrong key with what came, what is allowed and what to do
 */
export function readMap(text: string, place: string): ColumnMap {
  const { value, problem } = readYaml(text)
  if (problem) throw new InputError(`${place} is not valid YAML: ${problem}`)
  const reader = new MapReader()
  const tree = reader.tree(value, '', ['currency', 'country', 'orders', 'spend'])
  const { orders, spend } = tree
  const map: ColumnMap = {
    ...reader.code(tree, 'currency', /^[A-Z]{3}$/, 'an ISO 4217 code, e.g. EUR'),
    ...reader.code(tree, 'country', /^[A-Z]{2}$/, 'an ISO 3166-1 code, e.g. DE'),
    ...(orders === undefined && spend !== undefined ? {} : { orders: ordersOf(reader, orders) }),
    spend: spendsOf(reader, spend),
  }
  const alone = map.orders ? [] : ['currency', 'country'].filter((key) => key in tree)
  for (const key of alone)
    reader.problems.push(`${key}: stands beside orders only; declare place.${key} instead.`)
  if (reader.problems.length === 0) return map
  throw new InputError(reader.problems.map((words) => `${place}: ${words}`).join('\n'))
}

function ordersOf(reader: MapReader, value: unknown): OrdersMap {
  const orders = reader.tree(value, 'orders', [
    ...formatKeys,
    'columns',
    'statuses',
    'payment_types',
  ])
  return {
    ...reader.format(orders, 'orders'),
    columns: reader.columns(orders.columns, 'orders.columns', Object.keys(orderColumns)),
    statuses: reader.words(orders.statuses, 'orders.statuses', statusWords),
    paymentTypes: reader.words(orders.payment_types, 'orders.payment_types', paymentWords),
  }
}

/** One file of spend, or a list of them. */
function spendsOf(reader: MapReader, value: unknown): SpendMap[] {
  if (value === undefined) return []
  if (!Array.isArray(value)) return [spendOf(reader, value, 'spend')]
  return value.map((spend, i) => spendOf(reader, spend, `spend[${i}]`))
}

function spendOf(reader: MapReader, value: unknown, path: string): SpendMap {
  const spend = reader.tree(value, path, [...formatKeys, 'totals', 'columns'])
  return {
    ...reader.format(spend, path),
    ...(spend.totals === undefined ? {} : { totals: reader.text(spend, path, 'totals') }),
    columns: reader.columns(spend.columns, `${path}.columns`, Object.keys(spendColumns)),
  }
}
