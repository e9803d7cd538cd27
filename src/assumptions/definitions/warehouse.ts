import type { Declarations } from '../definition.js'

export const warehouseDeclarations: Declarations = { definitions: [], collections: [] }
