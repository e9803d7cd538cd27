import type { Declarations } from '../definition.js'

export const marketDeclarations: Declarations = { definitions: [], collections: [] }
