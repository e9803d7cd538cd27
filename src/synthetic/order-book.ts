import { keyedStreams, type Stream } from '../random/stream.js'
import { daysToSeconds } from '../time/moment.js'
import { basketCents, fillBasket, type Line, type Supply } from './basket.js'
import { seasonOf, timeOfPurchase } from './calendar.js'
import { distanceKm } from './geography.js'
import { hexIds } from './identity.js'
import { drawLifecycle, type Lifecycle } from './lifecycle.js'
import { choosePaymentType, drawPayments, type Payment, undefinedPayment } from './payments.js'
import type { People, Person } from './people.js'
import { drawReviews, type Review, SHARED_ID_SHARE } from './reviews.js'
import { chance, integerBetween } from './sampling.js'
import type { Cause } from './world/causes.js'

/** An order with everything that hangs on it. */
export interface Order {
  readonly id: string
  readonly customerId: string
  readonly person: Person
  /** The click that caused it; null for baseline demand. */
  readonly cause: Cause | null
  readonly lifecycle: Lifecycle
  /** The rows of the items file; empty for some orders that never got far. */
  readonly lines: readonly Line[]
  /** Until when the sellers hand over, in seconds. */
  readonly shippingLimit: number
  readonly payments: readonly Payment[]
  readonly reviews: readonly (Review & { readonly id: string })[]
}

const PURPOSES = ['time', 'buyer', 'basket', 'lifecycle', 'payment', 'review'] as const
type Luck = Readonly<Record<(typeof PURPOSES)[number], Stream>>

interface Moment {
  readonly day: number
  readonly rush: number
  readonly luck: Luck
  readonly cause: Cause | null
}

/** Places orders day after day. Each concern draws from its own stream of the day. */
export class OrderBook {
  readonly #people: People
  readonly #supply: Supply
  readonly #ids: { order: IdOf; customer: IdOf; review: IdOf }
  readonly #luckOf: (day: number) => Luck
  #orders = 0
  #reviews = 0

  constructor(options: { seed: number; people: People; supply: Supply }) {
    const { seed } = options
    this.#people = options.people
    this.#supply = options.supply
    this.#ids = {
      order: hexIds(seed, 'order'),
      customer: hexIds(seed, 'customer'),
      review: hexIds(seed, 'review'),
    }
    const streams = PURPOSES.map((purpose) => keyedStreams(seed, 'orders', purpose))
    this.#luckOf = (day) =>
      Object.fromEntries(PURPOSES.map((purpose, i) => [purpose, streams[i]!(day)])) as Luck
  }

  /** The orders of a day, one after the other, each with its cause where it has one. */
  *placeOrders(day: number, causes: readonly (Cause | null)[]): Generator<Order> {
    const luck = this.#luckOf(day)
    const rush = seasonOf(day)
    for (const cause of causes) yield this.#place({ day, rush, luck, cause })
  }

  #place({ day, rush, luck, cause }: Moment): Order {
    const index = this.#orders++
    const person = this.#people.next(luck.buyer)
    const basket = fillBasket(luck.basket, this.#supply, day, person.home)
    const paymentType = choosePaymentType(luck.payment)
    const lifecycle = drawLifecycle(luck.lifecycle, {
      purchased: daysToSeconds(day) + timeOfPurchase(luck.time),
      km: distanceKm(basket[0]!.sellerPlace, person.home),
      paymentType,
      rush,
    })
    return {
      id: this.#ids.order(index),
      customerId: this.#ids.customer(index),
      person,
      cause,
      lifecycle,
      lines: lifecycle.hasItems ? basket : [],
      shippingLimit: shippingLimit(luck.lifecycle, lifecycle),
      payments:
        lifecycle.status === 'created'
          ? [undefinedPayment()]
          : drawPayments(luck.payment, paymentType, basketCents(basket)),
      reviews: drawReviews(luck.review, lifecycle).map((review, nth) => ({
        ...review,
        id: this.#reviewId(luck.review, nth),
      })),
    }
  }

  /**
   * Now and then a review carries the id of the one before it, as in real exports; never that of its
   * own order's, where review and order together would stand twice.
   */
  #reviewId(stream: Stream, nth: number): string {
    const shared = this.#reviews > 0 && chance(stream, SHARED_ID_SHARE) && nth === 0
    return this.#ids.review(shared ? this.#reviews - 1 : this.#reviews++)
  }
}

type IdOf = (index: number) => string

function shippingLimit(stream: Stream, { approved, purchased }: Lifecycle): number {
  return (approved ?? purchased) + daysToSeconds(integerBetween(stream, 3, 8))
}
