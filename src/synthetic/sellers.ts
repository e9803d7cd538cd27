import { normal } from '../random/distributions.js'
import { keyedStreams, type Stream } from '../random/stream.js'
import type { Horizon } from '../time/horizon.js'
import type { Geography, Place } from './geography.js'
import { hexIds } from './identity.js'
import { quoteText } from './output/csv.js'
import { chance, exponential, Wheel } from './sampling.js'

const TRIES = 12

/** A seller: where it stands, its weight in sales, and when it left (day number, or never). */
export interface Seller {
  readonly id: string
  readonly place: Place
  readonly weight: number
  readonly joinedDay: number
  readonly leftDay: number
}

/** The sellers in the order in which they joined. */
export class Sellers {
  readonly list: readonly Seller[]
  readonly #wheel: Wheel

  constructor(options: { seed: number; orders: number; geography: Geography; horizon: Horizon }) {
    const count = sellersOf(options.orders)
    const id = hexIds(options.seed, 'seller')
    const streams = keyedStreams(options.seed, 'sellers', 'profile')
    this.list = Array.from({ length: count }, (_, i) => ({
      id: id(i),
      ...profileOf(streams(i), options.geography, joiningDay(i, count, options.horizon)),
    }))
    this.#wheel = new Wheel(this.list.map((seller) => seller.weight))
  }

  /** Who sells something on a day: index of a seller that has joined and not left. */
  next(stream: Stream, day: number): number {
    const joined = this.#joinedBy(day)
    for (let attempt = 0; attempt < TRIES; attempt++) {
      const index = this.#wheel.spin(stream, joined)
      if (day < this.list[index]!.leftDay) return index
    }
    return 0
  }

  #joinedBy(day: number): number {
    let low = 1
    let high = this.list.length
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (this.list[middle - 1]!.joinedDay <= day) low = middle
      else high = middle - 1
    }
    return low
  }

  /** The rows of the sellers file. */
  *rows(): Generator<string[]> {
    for (const { id, place } of this.list) {
      yield [quoteText(id), quoteText(place.prefix), quoteText(place.city.name), place.city.state]
    }
  }
}

/** 3,100 sellers at 100,000 orders; fewer orders have more sellers per order. */
function sellersOf(orders: number): number {
  return Math.ceil(3100 * (orders / 100_000) ** 0.75)
}

/** Sellers that are there on the first day; the others join day by day. */
const FOUNDERS_SHARE = 0.35

function joiningDay(index: number, count: number, { firstDay, lastDay }: Horizon): number {
  const founders = Math.ceil(count * FOUNDERS_SHARE)
  if (index < founders) return firstDay
  return firstDay + Math.floor(((lastDay - firstDay) * (index - founders + 1)) / (count - founders))
}

const LEAVING_SHARE = 0.25
const MEAN_STAY_DAYS = 150
/** Spread of sales between sellers: at 1.7 a tenth of them has two thirds of the sales. */
const WEIGHT_SIGMA = 1.7
const MAX_WEIGHT = 60

function profileOf(stream: Stream, geography: Geography, joinedDay: number): Omit<Seller, 'id'> {
  const leaves = chance(stream, LEAVING_SHARE)
  return {
    place: geography.address(stream),
    weight: Math.min(MAX_WEIGHT, Math.exp(WEIGHT_SIGMA * normal(stream))),
    joinedDay,
    leftDay: leaves ? joinedDay + 1 + Math.ceil(exponential(stream, MEAN_STAY_DAYS)) : Infinity,
  }
}
