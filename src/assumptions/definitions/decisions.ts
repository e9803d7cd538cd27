import type { Declarations } from '../definition.js'

export const decisionsDeclarations: Declarations = { definitions: [], collections: [] }
