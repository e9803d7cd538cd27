import { meanOneLogNormal } from '../random/distributions.js'
import type { Stream } from '../random/stream.js'
import type { Catalogue, Product } from './catalogue.js'
import { distanceKm, type Place } from './geography.js'
import { chance, numberWheel } from './sampling.js'
import type { Sellers } from './sellers.js'

/** One unit in a basket: a row of the items file. */
export interface Line {
  readonly productId: string
  readonly sellerId: string
  readonly sellerPlace: Place
  readonly priceCents: number
  readonly freightCents: number
}

/** What is for sale and who sells it. */
export interface Supply {
  readonly sellers: Sellers
  readonly catalogue: Catalogue
}

const UNITS = numberWheel({ 1: 9010, 2: 762, 3: 134, 4: 51, 5: 20, 6: 20, 8: 2, 12: 1 })
/** A further unit: the same product again, another of the same seller, or of another seller. */
const SAME_PRODUCT_SHARE = 0.72
const SAME_SELLER_SHARE = 0.55
/** Days on which a product is on offer, and the offer, in basis points of the price. */
const OFFER_SHARE = 0.08
const OFFER_BPS = 9_000
const FREE_FREIGHT_SHARE = 0.004
const FREIGHT_SIGMA = 0.18

interface Choice {
  readonly seller: number
  readonly product: Product
}

/** Fills a basket on a day for a buyer who lives somewhere: at least one line. */
export function fillBasket(stream: Stream, supply: Supply, day: number, home: Place): Line[] {
  const units = UNITS.spin(stream)
  const choice = choose(stream, supply, supply.sellers.next(stream, day))
  const lines = [lineOf(stream, supply, choice, home)]
  while (lines.length < units) {
    if (chance(stream, SAME_PRODUCT_SHARE)) {
      lines.push(lines[lines.length - 1]!)
      continue
    }
    const same = chance(stream, SAME_SELLER_SHARE)
    const seller = same ? choice.seller : supply.sellers.next(stream, day)
    lines.push(lineOf(stream, supply, choose(stream, supply, seller), home))
  }
  return lines
}

/** What the lines cost together, freight included, in cents. */
export function basketCents(lines: readonly Line[]): number {
  return lines.reduce((sum, line) => sum + line.priceCents + line.freightCents, 0)
}

function choose(stream: Stream, supply: Supply, seller: number): Choice {
  return { seller, product: supply.catalogue.next(stream, seller) }
}

function lineOf(stream: Stream, supply: Supply, { seller, product }: Choice, home: Place): Line {
  const { id, place } = supply.sellers.list[seller]!
  const offer = chance(stream, OFFER_SHARE)
  return {
    productId: product.id,
    sellerId: id,
    sellerPlace: place,
    priceCents: offer ? Math.round((product.priceCents * OFFER_BPS) / 10_000) : product.priceCents,
    freightCents: freightCents(stream, product.weightG, distanceKm(place, home)),
  }
}

/** A parcel's freight: a base, the kilometres, the kilograms on the way, and some noise. */
function freightCents(stream: Stream, weightG: number, km: number): number {
  if (chance(stream, FREE_FREIGHT_SHARE)) return 0
  const kilograms = weightG / 1000
  const cents = 1050 + 0.85 * km + kilograms * (140 + 0.15 * km)
  return Math.round(cents * meanOneLogNormal(stream, FREIGHT_SIGMA))
}
