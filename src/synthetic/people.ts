import { keyedStreams, type Stream } from '../random/stream.js'
import type { Geography, Place } from './geography.js'
import { hexIds } from './identity.js'
import { chance } from './sampling.js'

/** A buyer: the person behind `customer_unique_id`. */
export interface Person {
  readonly uniqueId: string
  readonly home: Place
}

/** Orders of people who have bought before. */
const RETURN_SHARE = 0.034

/**
 * The buyers of a marketplace. A person is a number whose id and home are keyed by it, so that any
 * number of them takes no memory.
 */
export class People {
  readonly #geography: Geography
  readonly #uniqueId: (person: number) => string
  readonly #homes: (person: number) => Stream
  #count = 0

  constructor(options: { seed: number; geography: Geography }) {
    this.#geography = options.geography
    this.#uniqueId = hexIds(options.seed, 'person')
    this.#homes = keyedStreams(options.seed, 'people', 'home')
  }

  /** Who places the next order: mostly a new person, at times one who came before, often lately. */
  next(stream: Stream): Person {
    const returns = this.#count > 0 && chance(stream, RETURN_SHARE)
    const back = Math.floor(this.#count * stream.uniform() ** 2)
    const person = returns ? this.#count - 1 - back : this.#count++
    return {
      uniqueId: this.#uniqueId(person),
      home: this.#geography.home(this.#homes(person)),
    }
  }
}
