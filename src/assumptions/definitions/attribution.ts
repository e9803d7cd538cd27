import type { Declarations } from '../definition.js'

export const attributionDeclarations: Declarations = { definitions: [], collections: [] }
