import { Assumptions } from '../assumptions/index.js'
import type { SqlSource } from '../engine/index.js'
import { ORDERS_TABLE } from './columns/origins.js'
import type { Lack } from './lacks.js'
import { loadedSource } from './loaded.js'
import { SHOPIFY_TABLE } from './shopify/source.js'
import type { Source } from './source.js'
import { WOOCOMMERCE_TABLE } from './woocommerce/source.js'

const SETTINGS = ['currency', 'country'] as const

/**
 * The assumptions with the currency and the country that the files name, where nobody declared
 * others: what is observed stands before a default.
 *
 * @param source answers for `raw`
 */
export async function withObservedPlace(
  assumptions: Assumptions,
  source: SqlSource,
): Promise<Assumptions> {
  const observed = await observedPlace(await loadedSource(source), source)
  const changes = SETTINGS.flatMap((setting) => {
    const id = `place.${setting}`
    const value = observed?.[setting]
    if (!value || assumptions.text(id) !== Assumptions.defaults().text(id)) return []
    return value === assumptions.text(id) ? [] : [[id, value] as const]
  })
  return changes.length > 0
    ? assumptions.with(Object.fromEntries(changes), 'observed')
    : assumptions
}

type Place = Readonly<Record<(typeof SETTINGS)[number], string | null>>

async function observedPlace({ place }: Source, source: SqlSource): Promise<Place | undefined> {
  if (place === undefined) return undefined
  const [observed] = await source.rows<Place>(place)
  return observed
}

/** That files which could name the currency or the country do not, where the defaults stand for them. */
export async function lackOfPlace(of: Source, raw: SqlSource, assumptions: Assumptions) {
  const observed = await observedPlace(of, raw)
  if (observed === undefined) return []
  const unsaid = SETTINGS.filter(
    (name) => !observed[name] && assumptions.isDefault(`place.${name}`),
  )
  return unsaid.map(
    (name): Lack => ({
      id: `no_${name}`,
      severity: 'warning',
      statement: `No ${name} in the files: ${TAKEN[name](assumptions.text(`place.${name}`))} as place.${name} declares.`,
    }),
  )
}

const TAKEN: Readonly<Record<(typeof SETTINGS)[number], (value: string) => string>> = {
  currency: (value) => `amounts are taken to be in ${value},`,
  country: (value) => `holidays and retail days are those of ${value},`,
}

/** The raw tables of sources whose files may name a currency or a country. */
export const placedTables: readonly string[] = [SHOPIFY_TABLE, WOOCOMMERCE_TABLE, ORDERS_TABLE]
