import type { Declarations } from '../definition.js'
import { rates } from './finance/rates.js'
import { statusCollection, statusFields } from './finance/statuses.js'
import { tariffCollections, tariffFields } from './finance/tariffs.js'

export const financeDeclarations: Declarations = {
  definitions: [...rates, ...statusFields, ...tariffFields].map((spec) => ({
    ...spec,
    stage: 'finance',
  })),
  collections: [statusCollection, ...tariffCollections],
}
