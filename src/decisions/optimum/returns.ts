import type { Responses } from '../plans/responses.js'
import { type Range, rangeOf } from '../sure/quantiles.js'
import type { OrderValue } from '../value/order-value.js'
import { MULTIPLES, responseTables, type TableColumn, TODAY } from './table.js'

/** Returns of one channel at today's spend; ranges are 5% to 95% over draws, money per unit of money. */
export interface ChannelReturns {
  readonly channel: string
  /** Contribution over spend; 1 pays for itself. */
  readonly roi: Range
  /** Contribution of the next unit of spend. */
  readonly marginalRoi: Range
  /** The multiple of today's spend, up to 3, at which contribution no longer covers it; 0 where none does. */
  readonly breakEven: Range
  /** What saturation takes: 1 - marginal over mean return. */
  readonly saturation: Range
  /** By multiple, as {@link MULTIPLES}. */
  readonly curve: readonly CurvePoint[]
}

/** One point of a response curve. */
export interface CurvePoint {
  readonly multiple: number
  readonly spend: number
  readonly orders: Range
  readonly contribution: Range
}

/** Returns and response curves of every channel, its calendar kept; a channel that spent nothing has none. */
export function channelReturns(responses: Responses, value: OrderValue): ChannelReturns[] {
  const tables = responseTables(responses, value)
  const { data, posterior } = responses.model
  return tables.columns.flatMap((column, j) => {
    if (column.spend === 0) return []
    const draws = (ofOne: (cell: number, at: number) => number) => (i: number) =>
      drawsAt(responses, column, tables.rowOf[j]!, ofOne, i)
    const money = (cents: Float64Array, orders: Float64Array) =>
      draws((cell, at) => cents[cell]! + tables.beside[at]! * orders[cell]!)
    const orders = draws((cell) => tables.orders[j]![cell]!)
    const at = Array.from(MULTIPLES.keys(), money(tables.contribution[j]!, tables.orders[j]!))
    const slope = money(tables.slope[j]!, tables.ordersSlope[j]!)(TODAY)
    const today = at[TODAY]!
    const each = (figure: (d: number) => number) =>
      rangeOf(new Float64Array(posterior.draws).map((_, d) => figure(d)))
    return {
      channel: data.channels[column.channel]!.id,
      roi: each((d) => today[d]! / column.spend),
      marginalRoi: each((d) => slope[d]! / column.spend),
      breakEven: each((d) => breakEvenOf((i) => at[i]![d]! - MULTIPLES[i]! * column.spend)),
      saturation: each((d) => (today[d]! > 0 ? 1 - slope[d]! / today[d]! : 0)),
      curve: Array.from(MULTIPLES, (multiple, i) => ({
        multiple,
        spend: multiple * column.spend,
        orders: rangeOf(orders(i)),
        contribution: rangeOf(at[i]!),
      })),
    }
  })
}

/** A figure by draw: b times what `ofOne` says of one incremental order a period, at a cell of the tables. */
function drawsAt(
  { held }: Responses,
  { channel }: TableColumn,
  rowOf: ReadonlyMap<number, number>,
  ofOne: (cell: number, at: number) => number,
  i: number,
): Float64Array {
  const count = held.channels.length
  return new Float64Array(held.draws).map((_, d) => {
    const at = d * count + channel
    const row = rowOf.get(held.gridPoint[at]!)!
    return held.incremental[at]! * ofOne(row * MULTIPLES.length + i, at)
  })
}

/** Where profit, above 0 at some multiple, falls through 0 for good; linear between the table's multiples. */
function breakEvenOf(profit: (i: number) => number): number {
  let i = MULTIPLES.length - 1
  while (i > 0 && profit(i) < 0) i--
  if (i === 0 || i === MULTIPLES.length - 1) return MULTIPLES[i]!
  const [above, below] = [profit(i), profit(i + 1)]
  return MULTIPLES[i]! + (above / (above - below)) * (MULTIPLES[i + 1]! - MULTIPLES[i]!)
}
