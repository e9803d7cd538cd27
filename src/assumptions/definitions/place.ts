import type { Declarations } from '../definition.js'

/** Money and place of a run: how amounts are counted and written, and whose holidays are kept. */
export const placeDeclarations: Declarations = {
  stage: 'dwh',
  definitions: [
    {
      id: 'place.currency',
      value: 'BRL',
      unit: 'currency',
      why: 'The currency of every amount in the files and of every assumption in minor units; nothing is converted',
      source: "ISO 4217; the bundled sample's currency",
    },
    {
      id: 'place.country',
      value: 'BR',
      unit: 'country',
      why: 'Whose national holidays and retail events the calendar keeps',
      source: "ISO 3166-1; the bundled sample's country",
    },
    {
      id: 'place.locale',
      value: 'en',
      unit: 'locale',
      why: 'How numbers and amounts are written; texts are in English',
      source: 'BCP 47',
      stage: 'judgment',
    },
  ],
  collections: [],
}
