import { curveFunctions } from '../../response/curve.js'
import { exposureOf, waitWeights } from '../column.js'
import { sharedPoints } from '../columns.js'
import type { ChannelSeries, GridPoint } from '../data.js'
import type { Responses } from '../plans/responses.js'
import { outcomeOf } from '../thinning.js'
import { causedOrders } from '../value/caused.js'
import type { OrderValue } from '../value/order-value.js'

/** Multiples of a plan at which the table stands: 0, 1/16, ..., 3. */
export const MULTIPLES = Float64Array.from({ length: 49 }, (_, i) => i / 16)
/** Where {@link MULTIPLES} is 1. */
export const TODAY = 16

/** What is multiplied as one: a channel's spend, in all or in one month. */
export interface TableColumn {
  readonly channel: number
  /** Index into the months, or undefined for the whole horizon. */
  readonly month?: number
  readonly spend: number
}

/** By column, [row * 49 + i]: orders, their contribution in cents, and the slopes of both per multiple. */
type Cells = Readonly<
  Record<'orders' | 'contribution' | 'ordersSlope' | 'slope', readonly Float64Array[]>
>

/**
 * What each column brings at multiples of its own spend in history, its calendar kept ("flighting fixed"), for one
 * incremental order a period (b = 1): so a draw's orders are b times a row, and its money is that with `beside` more
 * for each order.
 */
export interface ResponseTables extends Cells {
  readonly columns: readonly TableColumn[]
  /** By column: row of each grid point. */
  readonly rowOf: readonly ReadonlyMap<number, number>[]
  /**
   * At [draw * channels + c], cents: what an order of the draw was worth in history beside the table's. A draw that is
   * held to the orders of a day has its orders from the table, yet not on the days that the table gives them to.
   */
  readonly beside: Float64Array
}

const known = new WeakMap<Responses, Map<string, { value: OrderValue; tables: ResponseTables }>>()

/** The tables of a model; made once for each of its values and grains, so that a second plan costs little. */
export function responseTables(
  responses: Responses,
  value: OrderValue,
  by: 'steady' | 'month' = 'steady',
): ResponseTables {
  const own = known.get(responses) ?? new Map()
  known.set(responses, own)
  const kept = own.get(by)
  if (kept?.value === value) return kept.tables
  const tables = makeTables(responses, value, by)
  own.set(by, { value, tables })
  return tables
}

/** By column: the mean over draws of what one more part of today's spend brings, cents a multiple. */
export function marginalContribution(responses: Responses, value: OrderValue): Float64Array {
  const tables = makeTables(responses, value, 'steady', Float64Array.of(1))
  const { channels, draws, incremental, gridPoint } = responses.held
  return Float64Array.from(tables.columns, ({ channel }, j) => {
    let total = 0
    for (let d = channel; d < incremental.length; d += channels.length) {
      const row = tables.rowOf[j]!.get(gridPoint[d]!)!
      total +=
        incremental[d]! *
        (tables.slope[j]![row]! + tables.beside[d]! * tables.ordersSlope[j]![row]!)
    }
    return total / draws
  })
}

/**
 * Tables of all channels, or of all channel-months. Exposure is linear in the multiple, and the wait is folded into
 * the weights of the days, so a cell is one curve a day. A month's column counts what its own days would bring:
 * memory across its end is left out (the plan that is found is judged with it).
 */
function makeTables(
  responses: Responses,
  value: OrderValue,
  by: 'steady' | 'month',
  multiples: Float64Array = MULTIPLES,
): ResponseTables {
  const { data, expected } = responses.model
  const ones = outcomeOf(responses.model).map((orders, t) =>
    expected[t]! > 0 ? orders / expected[t]! : 0,
  )
  const worth = ones.map((weight, t) => weight * value.cents[value.months.ofPeriod[t]!]!)
  const waits = new Map<number, Readonly<Record<'ones' | 'worth', Float64Array>>>()
  const beforeWaits = (wait: number) => {
    const folded = waits.get(wait) ?? {
      ones: beforeWait(ones, wait),
      worth: beforeWait(worth, wait),
    }
    waits.set(wait, folded)
    return folded
  }
  const parts = by === 'month' ? value.months.names.length : 1
  const partOf = by === 'month' ? value.months.ofPeriod : new Int32Array(data.orders.length)
  const tables = data.channels.map((channel, c) => {
    const points = responses.points[c]!
    const grid = responses.model.grids[c]!
    return channelTables(
      channel,
      Array.from(points, (k) => grid[k]!),
      { multiples, beforeWaits, parts, partOf },
    )
  })
  const columns = data.channels.flatMap((channel, c) =>
    Array.from({ length: parts }, (_, part) => ({
      channel: c,
      ...(by === 'month' && { month: part }),
      spend: sumWhere(channel.spend, partOf, part),
    })),
  )
  const rows = responses.points.map((points) => new Map(Array.from(points, (k, row) => [k, row])))
  const made = {
    columns,
    rowOf: columns.map(({ channel }) => rows[channel]!),
    orders: tables.flatMap((table) => table.orders),
    contribution: tables.flatMap((table) => table.contribution),
    ordersSlope: tables.flatMap((table) => table.ordersSlope),
    slope: tables.flatMap((table) => table.slope),
  }
  return { ...made, beside: besideOf(responses, value, made, multiples.indexOf(1)) }
}

/** What orders were worth, less what the tables say at today's spend, an order; 0 where no draw is held. */
function besideOf(
  responses: Responses,
  value: OrderValue,
  { columns, rowOf, orders, contribution }: Omit<ResponseTables, 'beside'>,
  today: number,
): Float64Array {
  const { incremental, gridPoint, channels } = responses.held
  const beside = new Float64Array(incremental.length)
  if (responses.thinning.own.size === 0) return beside
  const caused = causedOrders(responses, value)
  const placed = new Float64Array(incremental.length)
  for (const [j, { channel }] of columns.entries()) {
    const width = orders[j]!.length / rowOf[j]!.size
    for (let at = channel; at < incremental.length; at += channels.length) {
      const cell = rowOf[j]!.get(gridPoint[at]!)! * width + today
      placed[at]! += incremental[at]! * orders[j]![cell]!
      beside[at]! -= incremental[at]! * contribution[j]![cell]!
    }
  }
  return beside.map((less, at) =>
    placed[at]! > 0 ? (caused.contribution[at]! + less) / placed[at]! : 0,
  )
}

interface Weights {
  readonly multiples: Float64Array
  /** What a response counts in each period, in orders and in cents, by the wait after it. */
  readonly beforeWaits: (wait: number) => Readonly<Record<'ones' | 'worth', Float64Array>>
  readonly parts: number
  readonly partOf: Int32Array
}

function channelTables(channel: ChannelSeries, points: readonly GridPoint[], weights: Weights) {
  const { multiples, parts, partOf, beforeWaits } = weights
  const width = multiples.length
  const response = new Float64Array(width)
  const slope = new Float64Array(width)
  const empty = () => Array.from({ length: parts }, () => new Float64Array(points.length * width))
  const tables = { orders: empty(), contribution: empty(), ordersSlope: empty(), slope: empty() }
  const nothing = new Float64Array(channel.spend.length)
  for (const { point, members } of sharedPoints(points)) {
    const left = exposureOf(channel, point.kernel, nothing)
    const full = exposureOf(channel, point.kernel)
    const folded = members.map((row) => {
      const { scale, wait } = points[row]!
      return { row: row * width, scale, ...beforeWaits(wait) }
    })
    const curve = curveFunctions(point.curve)
    for (let t = 0; t < left.length; t++) {
      const unit = point.half * (channel.capacity?.[t] ?? 1)
      const start = left[t]! / unit
      const own = Math.max(0, full[t]! / unit - start)
      const season = point.season[t]!
      for (let i = 0; i < width; i++) {
        const x = start + multiples[i]! * own
        response[i] = season * curve.value(x)
        slope[i] = own > 0 ? season * own * curve.slope(x) : 0
      }
      const part = partOf[t]!
      for (const { row, scale, ones, worth } of folded) {
        addScaled(tables.orders[part]!, row, response, ones[t]! * scale)
        addScaled(tables.contribution[part]!, row, response, worth[t]! * scale)
        addScaled(tables.ordersSlope[part]!, row, slope, ones[t]! * scale)
        addScaled(tables.slope[part]!, row, slope, worth[t]! * scale)
      }
    }
  }
  return tables
}

/** Adds a factor times a row of cells, from one place of a table on. */
function addScaled(table: Float64Array, at: number, row: Float64Array, factor: number): void {
  for (let i = 0; i < row.length; i++) table[at + i]! += factor * row[i]!
}

/** Weights of the response before its wait: what a click of period s is worth when its orders come. */
function beforeWait(weights: Float64Array, wait: number): Float64Array {
  const delays = waitWeights(wait)
  const folded = new Float64Array(weights.length)
  for (let t = 0; t < weights.length; t++) {
    for (let k = 0; k < delays.length; k++) folded[Math.max(0, t - k)]! += delays[k]! * weights[t]!
  }
  return folded
}

function sumWhere(series: Float64Array, partOf: Int32Array, part: number): number {
  let total = 0
  for (let t = 0; t < series.length; t++) if (partOf[t] === part) total += series[t]!
  return total
}
