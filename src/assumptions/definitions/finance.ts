import type { Declarations } from '../definition.js'
import { rates } from './finance/rates.js'
import { statusCollection, statusFields } from './finance/statuses.js'
import { tariffCollections, tariffFields } from './finance/tariffs.js'

export const financeDeclarations: Declarations = {
  stage: 'finance',
  definitions: [...rates, ...statusFields, ...tariffFields],
  collections: [statusCollection, ...tariffCollections],
}
