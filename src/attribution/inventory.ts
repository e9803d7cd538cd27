import { mulDivFloor } from '../money/round.js'
import { sum } from '../numbers.js'
import { channelWeights, clickWeights } from './channel-weights.js'
import { type Choice, choiceOf } from './choice.js'
import { type Consumption, consumptionOf } from './consumption.js'
import { Ledger, type LotDayColumns, type LotDayKey } from './ledger.js'
import { type LiveLot, LiveLots, type LotMovement } from './live-lots.js'
import type { InventoryRules } from './rules.js'

/** What stands in the books between two days. */
export interface InventoryState {
  /** Live lots, by channel, then oldest first. */
  readonly lots: readonly LiveLot[]
  /** Orders of all days so far: the declared direct share is taken of this running total. */
  readonly cumulativeOrders: number
}

export interface InventoryInput {
  /** Day number of the first day. */
  readonly firstDay: number
  /** Orders placed on each day. */
  readonly orders: ArrayLike<number>
  /** Clicks born, at [day * channels + channel]. */
  readonly clicks: ArrayLike<number>
  /** Cost of those clicks in cents, laid out likewise; cost on a day without clicks is ignored. */
  readonly costCents: ArrayLike<number>
  /** What was there before the first day. Default: nothing. */
  readonly opening?: InventoryState
}

/** Demand by day, one array a column. */
export interface DemandColumns {
  readonly orders: Float64Array
  /** Orders that never look at marketing. */
  readonly declaredDirect: Float64Array
  /** Orders that all channels together could have served. */
  readonly capacity: Float64Array
  readonly attributed: Float64Array
  /** Orders that looked for supply and found none. */
  readonly unserved: Float64Array
}

export interface InventoryPlay {
  readonly demand: DemandColumns
  /** Orders each channel served, at [day * channels + channel]. */
  readonly served: Float64Array
  readonly closing: InventoryState
}

export interface InventoryRun extends InventoryPlay {
  /** What happened to every live lot on every day. */
  readonly lotDays: LotDayColumns
}

/** Is told what happened to a live lot on a day. */
export type Book = (key: LotDayKey, movement: LotMovement) => void

/**
 * The state machine: every day, clicks are born, orders consume them, what is left decays. One pass
 * over days x channels x ages; orders enter as counts. A pure function of its input.
 *
 * Per day: births; capacity of a channel = floor(live clicks / clicks per order); orders less the
 * declared direct ones choose among channels by affinity x recency-weighted live clicks / clicks per
 * order, capped by capacity; the chosen channel consumes lots by policy, from their front; at the day's end
 * at most floor(n * survival[age + 1]) clicks of a lot live on, the others leave from its back.
 *
 * Every weight is positive exactly where live clicks are, so an order stays direct only when it is
 * declared direct or no channel has capacity left.
 */
export function runInventory(input: InventoryInput, rules: InventoryRules): InventoryRun {
  const windows = sum(rules.channels.map(({ windowDays }) => windowDays))
  const ledger = new Ledger(input.orders.length * windows)
  const played = playInventory(input, rules, (key, movement) => ledger.add(key, movement))
  return { ...played, lotDays: ledger.columns() }
}

/** The same, for who needs no record of every lot: sums, or nothing, are kept of what the book is told. */
export function playInventory(
  input: InventoryInput,
  rules: InventoryRules,
  book: Book,
): InventoryPlay {
  const machine = start(input, rules, book)
  for (let t = 0; t < input.orders.length; t++) step(machine, t)
  const lastDay = input.firstDay + input.orders.length - 1
  return {
    demand: machine.demand,
    served: machine.served,
    closing: {
      lots: machine.liveLots.flatMap((lots) => lots.lots(lastDay)),
      cumulativeOrders: machine.cumulativeOrders,
    },
  }
}

interface Machine {
  readonly input: InventoryInput
  readonly rules: InventoryRules
  readonly liveLots: readonly LiveLots[]
  readonly clickWeights: readonly bigint[]
  readonly choice: Choice
  readonly consumption: Consumption
  readonly demand: DemandColumns
  readonly served: Float64Array
  readonly book: Book
  cumulativeOrders: number
}

function start(input: InventoryInput, rules: InventoryRules, book: Book): Machine {
  const days = input.orders.length
  const liveLots = rules.channels.map((channel) => new LiveLots(channel))
  for (const lot of input.opening?.lots ?? []) restore(liveLots, lot, input.firstDay)
  return {
    input,
    rules,
    liveLots,
    clickWeights: clickWeights(rules.channels),
    choice: choiceOf(rules),
    consumption: consumptionOf(rules.consumption),
    demand: {
      orders: new Float64Array(days),
      declaredDirect: new Float64Array(days),
      capacity: new Float64Array(days),
      attributed: new Float64Array(days),
      unserved: new Float64Array(days),
    },
    served: new Float64Array(days * liveLots.length),
    book,
    cumulativeOrders: input.opening?.cumulativeOrders ?? 0,
  }
}

/** The first day's births will make every restored lot a day older. */
function restore(liveLots: readonly LiveLots[], lot: LiveLot, firstDay: number): void {
  const lots = liveLots.find(({ rules }) => rules.channel === lot.channel)
  const age = firstDay - lot.clickDay
  if (!lots || age < 1 || age >= lots.rules.windowDays) {
    throw new RangeError(
      `opening lot of ${lot.channel}, day ${lot.clickDay}: got age ${age} on the first day, allowed a known channel and ages 1..${(lots?.rules.windowDays ?? 2) - 1}.`,
    )
  }
  lots.restore(lot, age - 1)
}

function step(machine: Machine, t: number): void {
  const { input, liveLots, demand } = machine
  const channels = liveLots.length
  for (const [c, lots] of liveLots.entries()) {
    lots.receive(input.clicks[t * channels + c]!, input.costCents[t * channels + c]!)
  }
  const orders = input.orders[t]!
  const declared = declaredDirect(machine, orders)
  const capacities = new Float64Array(
    liveLots.map((lots) => Math.floor(lots.supply() / lots.rules.clicksPerOrder)),
  )
  const chosen = machine.choice({
    day: input.firstDay + t,
    orders: orders - declared,
    weights: channelWeights(liveLots, machine.clickWeights),
    capacities,
  })
  for (const [c, lots] of liveLots.entries()) closeDay(machine, t, c, lots, chosen[c]!)
  machine.served.set(chosen, t * channels)
  machine.cumulativeOrders += orders
  demand.orders[t] = orders
  demand.declaredDirect[t] = declared
  demand.capacity[t] = sum(capacities)
  demand.attributed[t] = sum(chosen)
  demand.unserved[t] = orders - declared - demand.attributed[t]!
}

/** The share is taken of the running total, so that it holds over any span, not only on big days. */
function declaredDirect({ cumulativeOrders, rules }: Machine, orders: number): number {
  const upTo = (total: number) => mulDivFloor(total, rules.directDemandBps, 10_000)
  return upTo(cumulativeOrders + orders) - upTo(cumulativeOrders)
}

/** The orders of one channel consume its lots; then the lots decay. */
function closeDay(machine: Machine, t: number, c: number, lots: LiveLots, orders: number): void {
  const { input, consumption, book } = machine
  const day = input.firstDay + t
  const taken = consumption.take(lots, orders * lots.rules.clicksPerOrder)
  let sequenceStart = 0
  const { ages } = lots
  for (let i = 0; i < ages; i++) {
    const age = consumption.oldestFirst ? ages - 1 - i : i
    if (lots.live[age] === 0) continue
    const movement = lots.close(age, taken[age]!)
    book({ channel: c, clickDay: day - age, day, sequenceStart }, movement)
    sequenceStart += movement.consumedClicks
  }
}
