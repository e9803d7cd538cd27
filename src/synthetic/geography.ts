import { allocate } from '../money/allocate.js'
import { normal, poisson } from '../random/distributions.js'
import { keyedStreams, type Stream } from '../random/stream.js'
import { quoteText } from './output/csv.js'
import { between, chance, Wheel } from './sampling.js'
import { CITIES, type City, STATE_SHARES } from './vocabulary/cities.js'

/** Prefixes in use grow with the square root of the orders; so do the points of each. */
const PREFIXES_PER_ROOT_ORDER = 28
const POINTS_PER_ROOT_ORDER = 0.033
/** Prefixes that the geolocation file lacks. */
const MISSING_SHARE = 0.012

/** A postal prefix: where people live and sellers stand. */
export interface Place {
  readonly city: City
  /** Five digits, leading zeros kept. */
  readonly prefix: string
  readonly lat: number
  readonly lng: number
}

/** The places of a marketplace, and who lives where. */
export class Geography {
  readonly #places: readonly (readonly Place[])[]
  readonly #buyers = cityWheel('buyers')
  readonly #sellers = cityWheel('sellers')
  readonly #seed: number
  readonly #pointsPerPlace: number

  constructor(options: { seed: number; orders: number }) {
    this.#seed = options.seed
    const root = Math.sqrt(options.orders)
    this.#pointsPerPlace = 1.4 + POINTS_PER_ROOT_ORDER * root
    const counts = allocate(
      Math.ceil(PREFIXES_PER_ROOT_ORDER * root),
      cityWeights('buyers').map((weight) => weight ** 0.85),
    )
    const streams = keyedStreams(options.seed, 'geography', 'places')
    this.#places = CITIES.map((city, i) => placesOf(city, counts[i]!, streams(i)))
  }

  /** The home of a buyer. */
  home(stream: Stream): Place {
    return this.#draw(stream, this.#buyers)
  }

  /** The address of a seller. */
  address(stream: Stream): Place {
    return this.#draw(stream, this.#sellers)
  }

  #draw(stream: Stream, cities: Wheel): Place {
    const places = this.#places[cities.spin(stream)]!
    return places[Math.floor(places.length * stream.uniform() ** 1.4)]!
  }

  /** The rows of the geolocation file: several points a prefix, a few of them wrong. */
  *points(): Generator<string[]> {
    const streams = keyedStreams(this.#seed, 'geography', 'points')
    for (const place of this.#places.flat()) {
      const stream = streams(Number(place.prefix))
      if (chance(stream, MISSING_SHARE)) continue
      const points = 1 + poisson(stream, this.#pointsPerPlace - 1)
      for (let point = 0; point < points; point++) yield pointOf(place, stream)
    }
  }
}

const KM_PER_DEGREE = 111
/** Of a degree of longitude against one of latitude, about, between 5 and 30 degrees south. */
const LONGITUDE_SHARE = 0.94

/** Kilometres between two places, as the crow flies, to a few per cent. */
export function distanceKm(a: Place, b: Place): number {
  const north = a.lat - b.lat
  const east = (a.lng - b.lng) * LONGITUDE_SHARE
  return KM_PER_DEGREE * Math.sqrt(north * north + east * east)
}

/** Points far off, and names written with accents. */
const STRAY_SHARE = 0.0005
const ACCENT_SHARE = 0.2

function pointOf({ city, prefix, lat, lng }: Place, stream: Stream): string[] {
  const stray = chance(stream, STRAY_SHARE)
  const name = chance(stream, ACCENT_SHARE) ? city.written : city.name
  return [
    quoteText(prefix),
    (stray ? between(stream, 20, 45) : lat + 0.006 * normal(stream)).toFixed(8),
    (stray ? between(stream, -9, 20) : lng + 0.006 * normal(stream)).toFixed(8),
    quoteText(name),
    city.state,
  ]
}

function placesOf(city: City, wanted: number, stream: Stream): Place[] {
  const count = Math.min(city.prefixes, Math.max(1, wanted))
  const spread = 0.01 + 0.05 * Math.min(1, city.size / 3000)
  return Array.from({ length: count }, (_, i) => ({
    city,
    prefix: String(city.firstPrefix + Math.floor((i * city.prefixes) / count)).padStart(5, '0'),
    lat: city.lat + spread * normal(stream),
    lng: city.lng + spread * normal(stream),
  }))
}

function cityWheel(side: 'buyers' | 'sellers'): Wheel {
  return new Wheel(cityWeights(side))
}

/** State share times the city's share of its state's people in the list. */
function cityWeights(side: 'buyers' | 'sellers'): number[] {
  const people = new Map<string, number>()
  for (const { state, size } of CITIES) people.set(state, (people.get(state) ?? 0) + size)
  return CITIES.map(({ state, size }) => (STATE_SHARES[state]![side] * size) / people.get(state)!)
}
