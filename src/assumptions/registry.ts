import type { Collection, Declarations, Definition } from './definition.js'
import { attributionDeclarations } from './definitions/attribution.js'
import { decisionsDeclarations } from './definitions/decisions.js'
import { dwhDeclarations } from './definitions/dwh.js'
import { financeDeclarations } from './definitions/finance.js'
import { judgmentDeclarations } from './definitions/judgment.js'
import { marketDeclarations } from './definitions/market.js'
import { placeDeclarations } from './definitions/place.js'

const declarations: readonly Declarations[] = [
  placeDeclarations,
  dwhDeclarations,
  marketDeclarations,
  attributionDeclarations,
  financeDeclarations,
  judgmentDeclarations,
  decisionsDeclarations,
]

/** Every business assumption there is, in the order of the stages. */
export const definitions: readonly Definition[] = declarations.flatMap((declared) =>
  declared.definitions.map((spec) => ({ stage: declared.stage, ...spec })),
)

/** Every collection, by id. */
export const collections: ReadonlyMap<string, Collection> = new Map(
  declarations.flatMap((d) => d.collections).map((collection) => [collection.id, collection]),
)

/** The definitions of a collection's fields, by field name. */
export function fieldsOf(collectionId: string): ReadonlyMap<string, Definition> {
  const prefix = `${collectionId}.*.`
  return new Map(
    definitions
      .filter((definition) => definition.id.startsWith(prefix))
      .map((definition) => [definition.id.slice(prefix.length), definition]),
  )
}
