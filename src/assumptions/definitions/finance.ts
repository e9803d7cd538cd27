import type { Declarations } from '../definition.js'

export const financeDeclarations: Declarations = { definitions: [], collections: [] }
