/** Outermost points of a country, in millionths of a degree. */
export interface Bounds {
  readonly south_micros: number
  readonly north_micros: number
  readonly west_micros: number
  readonly east_micros: number
}

const WORLD: Bounds = {
  south_micros: -90_000_000,
  north_micros: 90_000_000,
  west_micros: -180_000_000,
  east_micros: 180_000_000,
}

/** By ISO 3166-1 code, where the data of a country are known to hold stray points. */
const COUNTRIES: Readonly<Record<string, Bounds>> = {
  // Source: IBGE; islands included.
  BR: {
    south_micros: -33_751_200,
    north_micros: 5_272_300,
    west_micros: -73_990_500,
    east_micros: -28_847_600,
  },
}

/** Where points of a country may lie; the whole earth where its bounds are not declared. */
export function countryBounds(country: string): Bounds {
  return COUNTRIES[country] ?? WORLD
}
