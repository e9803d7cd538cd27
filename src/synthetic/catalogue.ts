import { allocate } from '../money/allocate.js'
import { normal } from '../random/distributions.js'
import { keyedStreams, type Stream } from '../random/stream.js'
import { hexIds } from './identity.js'
import { quoteText } from './output/csv.js'
import { chance, integerBetween, NamedWheel } from './sampling.js'
import type { Seller } from './sellers.js'
import { CATEGORIES, type Category } from './vocabulary/categories.js'

/** A product as a basket needs it. */
export interface Product {
  readonly id: string
  readonly priceCents: number
  readonly weightG: number
}

/** Products that came without a description: no category, names, photos. */
const BLANK_SHARE = 0.0185
const MAIN_CATEGORY_SHARE = 0.75
const categoryWheel = new NamedWheel(CATEGORIES.map((category) => [category, category.share]))

/** The products of all sellers: those of one seller stand side by side. */
export class Catalogue {
  readonly #id: (product: number) => string
  readonly #firstOf: Uint32Array
  readonly #priceCents: Int32Array
  readonly #weightG: Int32Array
  readonly #category: Int16Array
  readonly #seed: number

  constructor(options: { seed: number; orders: number; sellers: readonly Seller[] }) {
    const { seed, orders, sellers } = options
    const products = productsOf(orders)
    const counts = productCounts(Math.max(products, sellers.length), sellers)
    this.#seed = seed
    this.#id = hexIds(seed, 'product')
    this.#firstOf = new Uint32Array(sellers.length + 1)
    for (const [i, count] of counts.entries()) this.#firstOf[i + 1] = this.#firstOf[i]! + count
    const total = this.#firstOf[sellers.length]!
    this.#priceCents = new Int32Array(total)
    this.#weightG = new Int32Array(total)
    this.#category = new Int16Array(total)
    const streams = keyedStreams(seed, 'catalogue', 'products')
    for (let seller = 0; seller < sellers.length; seller++) this.#fill(seller, streams(seller))
  }

  /** Draws a product of a seller: its first ones sell best. */
  next(stream: Stream, seller: number): Product {
    const first = this.#firstOf[seller]!
    const count = this.#firstOf[seller + 1]! - first
    const product = first + Math.floor(count * stream.uniform() ** 1.8)
    return {
      id: this.#id(product),
      priceCents: this.#priceCents[product]!,
      weightG: this.#weightG[product]!,
    }
  }

  /** The rows of the products file. */
  *rows(): Generator<(string | number)[]> {
    const streams = keyedStreams(this.#seed, 'catalogue', 'descriptions')
    for (let product = 0; product < this.#priceCents.length; product++) {
      const stream = streams(product)
      const category = CATEGORIES[this.#category[product]!]
      const weightG = this.#weightG[product]!
      yield [
        quoteText(this.#id(product)),
        ...(category ? description(category, stream) : ['', '', '', '']),
        ...size(weightG, stream),
      ]
    }
  }

  #fill(seller: number, stream: Stream): void {
    const main = categoryWheel.spin(stream)
    for (let product = this.#firstOf[seller]!; product < this.#firstOf[seller + 1]!; product++) {
      const category = chance(stream, MAIN_CATEGORY_SHARE) ? main : categoryWheel.spin(stream)
      const blank = chance(stream, BLANK_SHARE)
      this.#category[product] = blank ? -1 : CATEGORIES.indexOf(category)
      this.#priceCents[product] = priceOf(category, stream)
      this.#weightG[product] = weightOf(category, stream)
    }
  }
}

/** The rows of the translation file: every category that has an English name. */
export function* translationRows(): Generator<string[]> {
  for (const { name, english } of CATEGORIES) {
    if (english !== null) yield [quoteText(name), quoteText(english)]
  }
}

/** 33,000 products at 100,000 orders; fewer orders have more products per order. */
function productsOf(orders: number): number {
  return Math.ceil(33_000 * (orders / 100_000) ** 0.85)
}

function productCounts(products: number, sellers: readonly Seller[]): number[] {
  const weights = sellers.map((seller) => seller.weight ** 0.6)
  return allocate(products - sellers.length, weights).map((more) => 1 + more)
}

const MAX_PRICE_CENTS = 690_000
/** How a price ends, in cents, and how often. */
const PRICE_ENDINGS = new NamedWheel<number>([
  [90, 50],
  [99, 25],
  [0, 15],
  [50, 5],
  [49, 5],
])

function priceOf(category: Category, stream: Stream): number {
  const cents = category.medianPriceCents * Math.exp(category.priceSigma * normal(stream))
  const whole = Math.floor(Math.min(MAX_PRICE_CENTS, Math.max(300, cents)) / 100)
  return whole * 100 + PRICE_ENDINGS.spin(stream)
}

const WEIGHT_SIGMA = 0.8
const MAX_WEIGHT_G = 30_000

function weightOf(category: Category, stream: Stream): number {
  const grams = category.medianWeightG * Math.exp(WEIGHT_SIGMA * normal(stream))
  return Math.min(MAX_WEIGHT_G, Math.max(50, 50 * Math.round(grams / 50)))
}

function description(category: Category, stream: Stream): (string | number)[] {
  const words = Math.exp(6.4 + 0.7 * normal(stream))
  return [
    quoteText(category.name),
    integerBetween(stream, 22, 63),
    Math.min(3990, Math.max(20, Math.round(words))),
    1 + Math.floor(8 * stream.uniform() ** 3),
  ]
}

/** Weight and a box of about the right volume, by the carriers' least sizes. */
function size(weightG: number, stream: Stream): number[] {
  const side = Math.max(16, Math.round((6 * weightG) ** 0.36))
  return [
    weightG,
    Math.min(105, integerBetween(stream, side, side + 14)),
    Math.min(105, integerBetween(stream, 2, Math.max(4, side - 4))),
    Math.min(105, integerBetween(stream, 11, side)),
  ]
}
